"""What a schema says of itself, one question a function."""

from __future__ import annotations

from ..pointer import ROOT, Pointer, child, last, parent, tokens_of
from ..spec.objects import Json, Schema
from .declarations import Doc, Origin
from .types import Anything, Kind, Literal, Nullable, Scalar, Type, Union

# What stands in an operation, as what is written in it is called.
_PARTS = {"requestBody": "request", "responses": "response", "parameters": "parameter"}


def or_null(type_: Type, null: bool) -> Type:
    """The type, or null where null is allowed as well."""
    if not null or isinstance(type_, Nullable | Anything):
        return type_
    return Nullable(type_)


def literal_of(values: tuple[Json, ...]) -> Type:
    """A choice of values: literals, and numbers, which Python's literals cannot be."""
    named = tuple(each for each in values if isinstance(each, str | int))
    floats = any(isinstance(each, float) for each in values)
    if any(isinstance(each, dict | list) for each in values):
        return Anything()
    if not named and not floats:
        return Scalar(Kind.NULL)
    text = any(not isinstance(each, int) for each in named)
    if floats and not text:
        type_: Type = Scalar(Kind.NUMBER)
    elif floats:
        type_ = Union((Literal(named), Scalar(Kind.NUMBER)))
    else:
        type_ = Literal(named)
    return or_null(type_, None in values)


def inferred_types(schema: Schema) -> tuple[str, ...]:
    """The type that the other keywords imply where `type` is missing."""
    if schema.properties or schema.pattern_properties:
        return ("object",)
    if schema.additional_properties is not None:
        return ("object",)
    if schema.items is not None or schema.prefix_items:
        return ("array",)
    if schema.format is not None or schema.content_encoding is not None:
        numeric = schema.format in ("int32", "int64", "float", "double")
        return ("number",) if numeric else ("string",)
    return ()


def takes_more(schema: Schema) -> bool:
    """Whether an array may have items behind those of `prefixItems`."""
    no_more = schema.items is not None and schema.items.boolean is False
    most = schema.constraints.get("maxItems")
    few = isinstance(most, int) and most <= len(schema.prefix_items)
    return not (no_more or few)


def has_all(schema: Schema) -> bool:
    """Whether an array has all items of `prefixItems`: it may be shorter, unless
    `minItems` says otherwise (JSON Schema 2020-12, 10.3.1.1)."""
    least = schema.constraints.get("minItems")
    return isinstance(least, int) and least >= len(schema.prefix_items)


def doc_of(schema: Schema) -> Doc:
    """The prose of a schema."""
    docs = schema.external_docs
    return Doc(
        description=schema.description,
        deprecated=schema.deprecated,
        external_url=None if docs is None else docs.url,
    )


def label_of(at: Pointer) -> str:
    """What a thing is called by its place in the document."""
    token = last(at)
    return "item" if token == "items" else token.rpartition(".")[0] or token


def origin_at(at: Pointer, owner: Pointer | None) -> Origin:
    """Where something is written that is no component, and referred to all the same.

    `owner` is the component around it. What an operation answers is called after the
    operation, the schema of a shared response after that; `surveys/items` is one of
    the `surveys[]`.
    """
    above, tokens = parent(at), tokens_of(at)
    if last(at) == "items" and above != owner:
        return Origin(label=f"{label_of(above)}[]", owner=owner)
    if owner is None and last(at) == "schema" and len(tokens) > 3:
        if tokens[0] == "paths":
            operation, part = child(ROOT, *tokens[:3]), tokens[3]
            return Origin(label=_PARTS.get(part, part), owner=operation)
        return Origin(label=tokens[2], owner=None)
    return Origin(label=label_of(at), owner=owner)
