"""Bodies that are sent as they are: text, and bytes."""

from __future__ import annotations

from .body import Body, Content
from .errors import InvalidRequestError
from .files import is_stream, piped
from .narrow import is_path
from .plain import text


class Text(Body):
    DEFAULT = "text/plain"

    def encoded(self, given: object) -> Content:
        return Content(media_type=self.media_type, content=text(given).encode())


class Binary(Body):
    DEFAULT = "application/octet-stream"

    def encoded(self, given: object) -> Content:
        if isinstance(given, str):
            return Content(media_type=self.media_type, content=given.encode())
        if isinstance(given, bytes | bytearray):
            return Content(media_type=self.media_type, content=bytes(given))
        if is_path(given) or is_stream(given):
            return piped(self.media_type, given)
        raise InvalidRequestError(
            "a binary body is bytes, a path, a file or an iterable of bytes"
        )
