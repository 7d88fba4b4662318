"""A union of one variant is that variant; null and text beside an enum do not count."""

from __future__ import annotations

from ..records import replace
from ..spec.objects import Schema
from .both import is_annotation


def is_null(schema: Schema) -> bool:
    """Whether null is all that fits."""
    return (
        schema.types == ("null",) or schema.const == (None,) or schema.enum == (None,)
    )


def without_union(schema: Schema) -> Schema:
    """The one variant written in a union, under the union's own words; else the same.

    `anyOf: [{enum: […]}, {type: "null"}]` is an enum that may be null, and
    `anyOf: [{type: string}, {enum: […]}]` an enum, as enums take any text.
    """
    only = _only(schema)
    if only is None or not _is_plain(schema) or not _is_written_here(only):
        return schema
    said = described(schema)
    several = (*schema.one_of, *schema.any_of)
    null = len(several) > 1 and any(map(is_null, several))
    return replace(
        only,
        pointer=schema.pointer,
        nullable=schema.nullable or only.nullable or null,
        any_text=any(map(_is_any_text, several)),
        title=schema.title or only.title,
        description=said.description,
        default=said.default,
        examples=said.examples,
        deprecated=said.deprecated,
        read_only=said.read_only,
        write_only=said.write_only,
        external_docs=said.external_docs,
        constraints=said.constraints,
        extensions={**only.extensions, **schema.extensions},
    )


def described(schema: Schema) -> Schema:
    """The schema with what the one variant of its union says, where it says nothing.

    `anyOf: [{type: number, description: …}, {type: "null"}]` describes the number, and
    a reader asks what the whole is for. A type that is only referred to says what it
    says on its own page. Words that are a part of `allOf` are the whole's, too.
    """
    only = _only(schema)
    for said in (*filter(is_annotation, schema.all_of), *((only,) if only else ())):
        schema = _with_words(schema, said)
    return schema


def _with_words(schema: Schema, said: Schema) -> Schema:
    return replace(
        schema,
        description=schema.description or said.description,
        default=schema.default or said.default,
        examples=schema.examples or said.examples,
        deprecated=schema.deprecated or said.deprecated,
        read_only=schema.read_only or said.read_only,
        write_only=schema.write_only or said.write_only,
        external_docs=schema.external_docs or said.external_docs,
        constraints={**said.constraints, **schema.constraints},
    )


def _only(schema: Schema) -> Schema | None:
    """The one variant of a union, null apart."""
    if not (schema.one_of or schema.any_of):
        return None
    several = (*schema.one_of, *schema.any_of)
    left = _told_apart([each for each in several if not is_null(each)])
    return left[0] if len(left) == 1 else None


def _told_apart(variants: list[Schema]) -> list[Schema]:
    """Without text of any kind beside an enum of text.

    An enum of one value is no class but a literal, which takes no other text.
    """
    enums = [each for each in variants if each.enum is not None]
    others = [each for each in variants if each.enum is None]
    text = all(isinstance(value, str) for each in enums for value in each.enum or ())
    if any(len(each.enum or ()) == 1 for each in enums):
        return variants
    if len(enums) == 1 and text and others and all(map(_is_any_text, others)):
        return enums
    return variants


def _is_any_text(schema: Schema) -> bool:
    return (
        schema.types == ("string",)
        and schema.ref is None
        and schema.format is None
        and schema.const is None
        and not schema.all_of
        and not schema.nullable
    )


def _is_plain(schema: Schema) -> bool:
    """Whether a schema says nothing of values beside its variants."""
    return not (
        schema.types
        or schema.properties
        or schema.pattern_properties
        or schema.additional_properties
        or schema.items
        or schema.prefix_items
        or schema.required
        or schema.enum is not None
        or schema.const is not None
        or (schema.one_of and schema.any_of)
    )


def _is_written_here(schema: Schema) -> bool:
    unions = schema.all_of or schema.any_of or schema.one_of
    return schema.ref is None and schema.boolean is None and not unions
