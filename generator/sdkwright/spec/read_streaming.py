"""Fern's `x-fern-streaming`: answers in items, told beside the answers themselves."""

from __future__ import annotations

from collections.abc import Mapping

from ..pointer import child
from ..records import replace
from .objects import MediaType, Response, Schema
from .read_contents import Contents
from .reader import Reader

_EXTENSION = "x-fern-streaming"
_USUAL = "application/x-ndjson"
_MEDIA_TYPES = {"json": _USUAL, "sse": "text/event-stream"}
_IN_ITEMS = frozenset({*_MEDIA_TYPES.values(), "application/stream+json"})


def with_streams(
    operation: Reader, responses: Mapping[str, Response], contents: Contents
) -> Mapping[str, Response]:
    """Responses as the extension means them; as they are where there is none.

    Items are in JSON, a line each, or are events (`format: sse`); their schema is that
    of `response-stream`, else the answer's. Where the request says whether it wants
    them (`stream-condition`), the answer has both forms, and `response` is the schema
    of the whole one; else there is no other form.
    """
    value = operation.values.get(_EXTENSION)
    status = next((each for each in responses if each.startswith("2")), "default")
    told = operation.mapping(_EXTENSION) if isinstance(value, dict) else None
    if (value is not True and told is None) or status not in responses:
        return responses
    kind = _USUAL if told is None else _MEDIA_TYPES.get(told.text("format") or "")
    items = None if told is None else _titled(contents.schema(told, "response-stream"))
    whole = None if told is None else contents.schema(told, "response")
    before = responses[status].content
    content = {
        name: _with(each, items if _is_in_items(name) else whole)
        for name, each in before.items()
    }
    if not any(map(_is_in_items, before)):
        first = next(iter(before.values()), None)
        stream = MediaType(
            pointer=child(operation.at, _EXTENSION),
            schema=items or (None if first is None else first.schema),
        )
        is_asked_for = told is not None and told.text("stream-condition")
        content = {**(content if is_asked_for else {}), kind or _USUAL: stream}
    return {**responses, status: replace(responses[status], content=content)}


def _is_in_items(media_type: str) -> bool:
    """Whether the document itself says already that a form of an answer is a stream."""
    return media_type.partition(";")[0].strip().lower() in _IN_ITEMS


def _titled(items: Schema | None) -> Schema | None:
    """What stands in place, with a title: else it would be called as the answer is."""
    if items is None or items.ref is not None or items.title is not None:
        return items
    return replace(items, title="streamed response")


def _with(each: MediaType, schema: Schema | None) -> MediaType:
    return each if schema is None else replace(each, schema=schema)
