"""Answers that come in items: server-sent events and JSON lines."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

I_co = TypeVar("I_co", covariant=True)

_END = b"[DONE]"


@dataclass(frozen=True, slots=True)
class Event:
    """A server-sent event; `data` is its text, `id` the last one that was sent."""

    data: bytes
    event: str = "message"
    id: str = ""
    retry: int | None = None


class Decoder(Protocol):
    """Takes bytes as they come and gives the payloads that are whole."""

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
    """The event stream of the HTML standard (9.2.6), on bytes."""

    def __init__(self) -> None:
        self._lines = Lines()
        self._first = True
        self._data: list[bytes] = []
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[Event]:
        return [
            event
            for line in self._lines.feed(chunk)
            if (event := self._line(line)) is not None
        ]

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
                self._retry = int(value)
            case _:
                pass  # a comment, or a field that the standard does not know
        return None

    def _dispatch(self) -> Event | None:
        data, event, retry = self._data, self._event, self._retry
        self._data, self._event, self._retry = [], "", None
        if not data:
            return None
        return Event(b"\n".join(data), event or "message", self._id, retry)


class JsonLines:
    """One JSON text a line; blank lines and record separators do not count."""

    def __init__(self) -> None:
        self._lines = Lines()

    def feed(self, chunk: bytes) -> list[Event]:
        return self._events(self._lines.feed(chunk))

    def end(self) -> list[Event]:
        return self._events(self._lines.end())

    def _events(self, lines: list[bytes]) -> list[Event]:
        stripped = (line.strip(b"\x1e \t") for line in lines)
        return [Event(line) for line in stripped if line]


def decoder_for(media_type: str) -> Decoder:
    """What cuts an answer of this media type into items."""
    return Events() if media_type == "text/event-stream" else JsonLines()


class Stream(Generic[I_co]):
    """Items of an answer as they come. Iterate once, or use as a context manager.

    The connection is closed at the end of the items, of the context, or by
    `close`.
    """

    def __init__(
        self,
        chunks: Iterator[bytes],
        close: Callable[[], None],
        decoder: Decoder,
        read: Callable[[Event], Any],
    ) -> None:
        self._close = close
        self._items = self._iterate(chunks, decoder, read)

    def __iter__(self) -> Iterator[I_co]:
        return self

    def __next__(self) -> I_co:
        return next(self._items)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection; what has not come is not read."""
        self._close()

    def _iterate(
        self, chunks: Iterator[bytes], decoder: Decoder, read: Callable[[Event], Any]
    ) -> Iterator[I_co]:
        try:
            for chunk in chunks:
                for event in decoder.feed(chunk):
                    if event.data == _END:
                        return
                    yield read(event)
            for event in decoder.end():
                yield read(event)
        finally:
            self.close()


class AsyncStream(Generic[I_co]):
    """Items of an answer as they come, without blocking. See `Stream`."""

    def __init__(
        self,
        chunks: AsyncIterator[bytes],
        close: Callable[[], Any],
        decoder: Decoder,
        read: Callable[[Event], Any],
    ) -> None:
        self._close = close
        self._items = self._iterate(chunks, decoder, read)

    def __aiter__(self) -> AsyncIterator[I_co]:
        return self

    async def __anext__(self) -> I_co:
        return await anext(self._items)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Let go of the connection; what has not come is not read."""
        await self._close()

    async def _iterate(
        self,
        chunks: AsyncIterator[bytes],
        decoder: Decoder,
        read: Callable[[Event], Any],
    ) -> AsyncIterator[I_co]:
        try:
            async for chunk in chunks:
                for event in decoder.feed(chunk):
                    if event.data == _END:
                        return
                    yield read(event)
            for event in decoder.end():
                yield read(event)
        finally:
            await self.aclose()
