"""Bytes as they come → texts of JSON: one a line, or one a record (RFC 7464)."""

from __future__ import annotations

import re

from .events import Event, Lines

# What tells in JSON where a value ends; of an escape the whole, as far as it has come.
_MARKS = re.compile(rb'\\.?|["\[\]{}]', re.DOTALL)


class TextLines:
    """One JSON text a line; blank lines do not count."""

    last_id: str = ""
    retry: int | None = None

    def __init__(self) -> None:
        self._lines = Lines()

    def feed(self, chunk: bytes) -> list[Event]:
        return self._events(self._lines.feed(chunk))

    def end(self) -> list[Event]:
        return self._events(self._lines.end())

    def _events(self, lines: list[bytes]) -> list[Event]:
        stripped = (line.strip(b" \t") for line in lines)
        return [Event(line) for line in stripped if line]


class TextSeq:
    """JSON texts with a record separator before each (RFC 7464); they may have lines.

    A text is whole where the next one begins, and where a line ends outside of all
    brackets and quotes; so each byte is looked at once, however many lines come.
    """

    last_id: str = ""
    retry: int | None = None

    def __init__(self) -> None:
        self._rest: list[bytes] = []
        self._begin()

    def _begin(self) -> None:
        self._depth, self._quoted, self._escaped = 0, False, False

    def feed(self, chunk: bytes) -> list[Event]:
        *whole, last = chunk.split(b"\x1e")
        if whole:
            whole[0] = self._taken(whole[0])
        if last:
            self._look_at(last)
            self._rest.append(last)
        if last.endswith(b"\n") and not (self._depth or self._quoted):
            whole.append(self._taken())
        return self._events(whole)

    def end(self) -> list[Event]:
        return self._events([self._taken()])

    def _taken(self, more: bytes = b"") -> bytes:
        """The text that has come, and more of it; another one begins."""
        rest, self._rest = self._rest, []
        self._begin()
        return b"".join((*rest, more))

    def _look_at(self, piece: bytes) -> None:
        """Count brackets that are not quoted (RFC 8259, 7: what is escaped is not)."""
        first, self._escaped = int(self._escaped), False
        for mark in _MARKS.findall(piece, first):
            if mark == b'"':
                self._quoted = not self._quoted
            elif mark.startswith(b"\\"):
                self._escaped = len(mark) == 1
            elif not self._quoted:
                self._depth += 1 if mark in b"[{" else -1

    def _events(self, texts: list[bytes]) -> list[Event]:
        return [Event(text) for each in texts if (text := each.strip(b" \t\r\n"))]
