"""Whether the items of an event stream are whole events (OpenAPI 3.2, 4.14.4)."""

from __future__ import annotations

from ..spec.objects import MediaType, Schema
from .schemas import Types

_FIELDS = frozenset({"data", "event", "id", "retry"})


def is_framed(content: MediaType, types: Types) -> bool:
    """So it is where `itemSchema` describes the fields of an event, and its data.

    Many documents of 3.2 describe there what the data holds: that has other fields.
    """
    if content.item_schema is None:
        return False
    whole = _merged(content.item_schema, types)
    variants = [_merged(each, types) for each in (*whole.one_of, *whole.any_of)]
    several = [{*whole.properties, *each.properties} for each in variants or [whole]]
    return all("data" in each and _FIELDS.issuperset(each) for each in several)


def _merged(schema: Schema, types: Types) -> Schema:
    return types.compose.merged(types.compose.target(schema))
