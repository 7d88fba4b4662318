"""Which of several media types say another thing, not the same in another notation."""

from __future__ import annotations

from collections.abc import Mapping

from ..spec.objects import MediaType, Schema
from .media_types import ORDER, encoding_of
from .nodes import Encoding

_RAW = (Encoding.BINARY, Encoding.EVENTS, Encoding.JSON_LINES)


def told_apart(content: Mapping[str, MediaType]) -> dict[str, MediaType]:
    """The forms of an answer, without those that say a JSON form's value again.

    `text/json`, and `application/xml` of the schema that `application/json` has, give
    a caller nothing that JSON does not; a CSV file or a picture does.
    """
    kept: dict[str, MediaType] = {}
    for name in sorted(content, key=_order):
        again = encoding_of(name) not in _RAW and any(
            encoding_of(other) is Encoding.JSON
            and _alike(content[name].schema, each.schema)
            for other, each in kept.items()
        )
        if not again:
            kept[name] = content[name]
    return kept


def sendable(content: Mapping[str, MediaType]) -> dict[str, MediaType]:
    """The forms of a request, without XML that says a JSON form's value again."""
    kept = told_apart(content)
    return {
        name: each
        for name, each in content.items()
        if name in kept or encoding_of(name) is not Encoding.XML
    }


def _order(media_type: str) -> tuple[int, bool]:
    return ORDER.index(encoding_of(media_type)), media_type != "application/json"


def _alike(one: Schema | None, other: Schema | None) -> bool:
    """Whether two schemas describe one value, as far as they can be seen at once."""
    if one is None or other is None:
        return False
    if one.ref is not None or other.ref is not None:
        return one.ref == other.ref
    return (
        one.types == other.types
        and one.format == other.format
        and one.properties.keys() == other.properties.keys()
        and (one.items is None) == (other.items is None)
        and (one.items is None or _alike(one.items, other.items))
    )
