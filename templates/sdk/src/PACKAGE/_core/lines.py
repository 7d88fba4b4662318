"""Bodies of many JSON texts: one a line, or one a record (RFC 7464)."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator

from .body import AsTyped, Body, Content
from .files import Stream, piped
from .narrow import is_async_iterator, is_iterator, is_list, is_tuple
from .plain import to_json


class JsonLines(Body):
    """A text for each item of a list or an iterator, which is asked as it is sent."""

    DEFAULT = "application/x-ndjson"
    BEFORE = b""

    def typed(self, values: tuple[object, ...]) -> tuple[object, ...]:
        """An iterator's items are read when they are sent, one by one."""
        (given,) = values
        if self.dicts is None:
            return values
        if is_async_iterator(given):
            return (_read_later(given, self.dicts),)
        if is_iterator(given):
            return (itertools.starmap(self.dicts.item, enumerate(given)),)
        return super().typed(values)

    def encoded(self, given: object) -> Content:
        lines: Stream
        if is_async_iterator(given):
            lines = (self._line(item) async for item in given)
        elif is_iterator(given):
            lines = map(self._line, given)
        else:
            values = given if is_list(given) or is_tuple(given) else [given]
            content = b"".join(map(self._line, values))
            return Content(media_type=self.media_type, content=content)
        return piped(self.media_type, lines)

    def _line(self, item: object) -> bytes:
        return self.BEFORE + to_json(item) + b"\n"


async def _read_later(
    given: AsyncIterator[object], dicts: AsTyped
) -> AsyncIterator[object]:
    index = 0
    async for each in given:
        yield dicts.item(index, each)
        index += 1


class JsonSeq(JsonLines):
    """Each text stands between a record separator and a line feed (RFC 7464, 2.2)."""

    DEFAULT = "application/json-seq"
    BEFORE = b"\x1e"
