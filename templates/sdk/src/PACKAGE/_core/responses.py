"""Answers with what HTTP says of them: status and headers beside the value."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from os import PathLike
from typing import Generic, TypeVar

from .answer import Received, text_of
from .connection import chunks
from .http import httpx
from .waiting import run_each

R_co = TypeVar("R_co", covariant=True)


class _Head:
    """The beginning of an answer.

    Attributes:
        status_code: The status of the answer.
        headers: The headers of the answer; names in any case.
        request_id: What the server calls the request, for its operators.
    """

    def __init__(self, status_code: int, headers: Mapping[str, str]) -> None:
        self.status_code = status_code
        self.headers = headers

    @property
    def request_id(self) -> str | None:
        return self.headers.get("x-request-id") or self.headers.get("request-id")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"


class RawResponse(_Head, Generic[R_co]):
    """An answer that was read whole: its bytes, and the value that `parse` makes."""

    def __init__(self, received: Received, value: Callable[[], R_co]) -> None:
        super().__init__(received.status, received.headers)
        self._received = received
        self._value = value

    @property
    def content(self) -> bytes:
        """The body as it came; of a stream, nothing: its items are in `parse()`."""
        return self._received.content

    @property
    def text(self) -> str:
        """The body in the charset that the answer names, else UTF-8."""
        return text_of(self._received)

    def parse(self) -> R_co:
        """What the method gives without `with_raw_response`."""
        return self._value()


class _Open(_Head, Generic[R_co]):
    """An answer of which there is the head; `items` are what it is read into."""

    def __init__(
        self,
        response: httpx.Response,
        call: str,
        value: Callable[[Received], R_co],
        items: Callable[[], R_co] | None,
    ) -> None:
        super().__init__(response.status_code, response.headers)
        self._response = response
        self._call = call
        self._value = value
        self._items = items
        self._content: bytes | None = None

    def _parsed(self, content: bytes) -> R_co:
        whole = Received(self._call, self.status_code, self.headers, content)
        return self._value(whole)


class StreamedResponse(_Open[R_co]):
    """An answer whose body is read as you ask for it, inside its `with` block."""

    def iter_bytes(self) -> Iterator[bytes]:
        """The body piece by piece, as it comes; it can be had once."""
        return run_each(chunks(self._response, self._call, is_async=False))

    def read(self) -> bytes:
        """The whole body."""
        if self._content is None:
            self._content = b"".join(self.iter_bytes())
        return self._content

    def save(self, path: str | PathLike[str]) -> None:
        """Write the body to a file as it comes: no more than a piece is in memory."""
        with open(path, "wb") as file:
            for chunk in self.iter_bytes():
                file.write(chunk)

    def parse(self) -> R_co:
        """What the method gives without `with_streaming_response`."""
        return self._items() if self._items else self._parsed(self.read())


class AsyncStreamedResponse(_Open[R_co]):
    """An answer whose body is read as you ask for it, without blocking."""

    def iter_bytes(self) -> AsyncIterator[bytes]:
        """The body piece by piece, as it comes; it can be had once."""
        return chunks(self._response, self._call, is_async=True)

    async def read(self) -> bytes:
        """The whole body."""
        if self._content is None:
            self._content = b"".join([chunk async for chunk in self.iter_bytes()])
        return self._content

    async def save(self, path: str | PathLike[str]) -> None:
        """Write the body to a file as it comes: no more than a piece is in memory."""
        import anyio

        async with await anyio.open_file(path, "wb") as file:
            async for chunk in self.iter_bytes():
                await file.write(chunk)

    async def parse(self) -> R_co:
        """What the method gives without `with_streaming_response`."""
        return self._items() if self._items else self._parsed(await self.read())
