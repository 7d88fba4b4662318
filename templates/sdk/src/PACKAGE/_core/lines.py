"""Bodies of many JSON texts: one a line, or one a record (RFC 7464)."""

from __future__ import annotations

from .body import Body, Content
from .files import Stream, piped
from .narrow import is_async_iterator, is_iterator, is_list, is_tuple
from .plain import to_json


class JsonLines(Body):
    """A text for each item of a list or an iterator, which is asked as it is sent."""

    DEFAULT = "application/x-ndjson"
    BEFORE = b""

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


class JsonSeq(JsonLines):
    """Each text stands between a record separator and a line feed (RFC 7464, 2.2)."""

    DEFAULT = "application/json-seq"
    BEFORE = b"\x1e"
