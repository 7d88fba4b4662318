"""Bytes as they come → server-sent events."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Event(NamedTuple):
    """A server-sent event; `data` is its text, `id` the last one that was sent."""

    data: bytes
    event: str = "message"
    id: str = ""
    retry: int | None = None


class Decoder(Protocol):
    """Takes bytes as they come and gives the payloads that are whole.

    `last_id` and `retry` (milliseconds) say how to go on where they break off.
    """

    last_id: str
    retry: int | None

    def feed(self, chunk: bytes) -> list[Event]: ...

    def end(self) -> list[Event]: ...


class Lines:
    """Bytes cut at LF, CR and CRLF, wherever the chunks are cut."""

    def __init__(self) -> None:
        self._rest: list[bytes] = []
        self._after_cr = False

    def feed(self, chunk: bytes) -> list[bytes]:
        if not chunk:
            return []
        if self._after_cr and chunk.startswith(b"\n"):
            chunk = chunk[1:]
        self._after_cr = chunk.endswith(b"\r") if chunk else False
        *whole, rest = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        if whole and self._rest:
            whole[0] = b"".join((*self._rest, whole[0]))
            self._rest = []
        if rest:
            self._rest.append(rest)
        return whole

    def end(self) -> list[bytes]:
        rest, self._rest = b"".join(self._rest), []
        return [rest] if rest else []


class Events:
    """The event stream of the HTML standard (9.2.6), on bytes.

    As long as lines end in LF alone, it is cut where there are two of them: that is
    what most servers send, and an event of one line is not looked at any further.
    """

    def __init__(self, last_id: str = "") -> None:
        self._lines: Lines | None = None
        self._rest: list[bytes] = []
        self._first = True
        self._data: list[bytes] = []
        self._event = ""
        self._id = self.last_id = last_id
        self._retry: int | None = None
        self.retry: int | None = None

    def feed(self, chunk: bytes) -> list[Event]:
        if self._lines is None and b"\r" not in chunk:
            return self._blocks(chunk)
        if self._lines is None:
            self._lines = Lines()
            chunk, self._rest = b"".join((*self._rest, chunk)), []
        lines = map(self._line, self._lines.feed(chunk))
        return [event for event in lines if event is not None]

    def _blocks(self, chunk: bytes) -> list[Event]:
        """The events that a chunk ends, none of which has a carriage return in it."""
        rest = self._rest
        between = bool(rest) and rest[-1].endswith(b"\n") and chunk.startswith(b"\n")
        if b"\n\n" not in chunk and not between:
            if chunk:  # what is held is not gone through again
                rest.append(chunk)
            return []
        if rest:
            chunk = b"".join((*rest, chunk))
        *blocks, last = chunk.split(b"\n\n")
        self._rest = [last] if last else []
        events: list[Event] = []
        for block in blocks:
            if block.startswith(b"data: ") and b"\n" not in block and not self._first:
                self._retry = None
                events.append(Event(block[6:], "message", self._id))
                continue
            for line in (*block.split(b"\n"), b""):
                if (event := self._line(line)) is not None:
                    events.append(event)
        return events

    def end(self) -> list[Event]:
        """An event that no blank line ends is not dispatched."""
        return []

    def _line(self, line: bytes) -> Event | None:
        if self._first:
            line, self._first = line.removeprefix(b"\xef\xbb\xbf"), False
        if not line:
            return self._dispatch()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self._data.append(value)
            case b"event":
                self._event = value.decode("utf-8", "replace")
            case b"id" if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
            case b"retry" if value.isdigit():
                self._retry = self.retry = int(value)
            case _:
                pass  # a comment, or a field that the standard does not know
        return None

    def _dispatch(self) -> Event | None:
        data, event, retry = self._data, self._event, self._retry
        self._data, self._event, self._retry = [], "", None
        self.last_id = self._id
        if not data:
            return None
        return Event(b"\n".join(data), event or "message", self._id, retry)
