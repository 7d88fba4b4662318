"""Whether the items of an event stream are whole events (OpenAPI 3.2, 4.14.4)."""

from __future__ import annotations

from ..spec.objects import MediaType, Schema
from .schemas import Types

_FIELDS = frozenset({"data", "event", "id", "retry"})


def is_framed(content: MediaType, types: Types) -> bool:
    """So it is where `itemSchema` describes the fields of an event, and its data.

    Many documents of 3.2 describe there what the data holds: that has other fields.
    """
    schema = content.item_schema
    return schema is not None and _is_event(schema, types, deep=True)


def _is_event(schema: Schema, types: Types, *, deep: bool) -> bool:
    merged = types.compose.merged(types.compose.target(schema))
    variants = (*merged.one_of, *merged.any_of)
    if variants and deep:
        return all(_is_event(each, types, deep=False) for each in variants)
    return "data" in merged.properties and _FIELDS.issuperset(merged.properties)
