"""A schema that has a name → its declaration."""

from __future__ import annotations

from ..records import replace
from ..spec.objects import Schema
from .both import structural
from .compose import sole_reference
from .declarations import Alias, Declaration, Enum, Model, Origin
from .enums import members_of
from .extensions import is_any
from .maker import Maker
from .schema_facts import doc_of, inferred_types, or_null
from .types import Type
from .unions import union_of
from .xml import in_xml


def declare(types: Maker, schema: Schema, origin: Origin) -> Declaration:
    """The model, the enum or the alias that a schema is."""
    merged = types.compose.merged(schema)
    doc, examples = doc_of(merged), merged.examples
    plain = merged.const is None and not is_any(merged.extensions)
    members = members_of(merged) if plain else None
    if schema.ref is None and members is not None:
        return Enum(
            pointer=schema.pointer,
            origin=origin,
            members=members,
            any_text=merged.any_text,
            doc=doc,
            examples=examples,
        )
    if _is_model(types, schema, merged):
        return Model(
            pointer=schema.pointer,
            origin=origin,
            fields=types.fields(merged, schema.pointer),
            additional=types.values(merged, origin),
            doc=doc,
            examples=examples,
            xml=in_xml(schema, types.compose),
        )
    return Alias(
        pointer=schema.pointer,
        origin=origin,
        type=_aliased(types, schema, merged, origin),
        doc=doc,
        examples=examples,
    )


def leaves_null(types: Maker, schema: Schema) -> bool:
    """Whether null fits a schema, and not its declaration: no class has it.

    Where such a schema is used, null stands beside its name.
    """
    merged = types.compose.merged(schema)
    if not merged.nullable and None not in (merged.enum or ()):
        return False
    return members_of(merged) is not None or _is_model(types, schema, merged)


def _is_model(types: Maker, schema: Schema, merged: Schema) -> bool:
    kinds = merged.types or inferred_types(merged)
    objects = kinds == ("object",) and bool(merged.properties)
    union = bool(merged.one_of or merged.any_of)
    plain = merged.enum is None and not is_any(merged.extensions)
    return _is_itself(types, schema) and objects and not union and plain


def _is_itself(types: Maker, schema: Schema) -> bool:
    """Whether a schema is another one than what it may refer to.

    The child of a base with a discriminator is, even if it adds nothing.
    """
    if types.polymorphism.is_heir(schema.pointer):
        return True
    alone = schema.ref is None or structural(schema)
    return alone and sole_reference(schema) is None


def _aliased(types: Maker, schema: Schema, merged: Schema, origin: Origin) -> Type:
    inner = replace(origin, owner=schema.pointer)
    if merged.one_of or merged.any_of:
        made, null = union_of(merged, types, schema.pointer)
        own_null = origin.owner is None and (null or merged.nullable)
        return or_null(made, own_null)
    if _is_itself(types, schema):
        return or_null(types.shape(merged, inner), merged.nullable)
    return types.of(schema, inner)
