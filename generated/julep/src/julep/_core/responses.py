"""Answers with what HTTP says of them: status and headers beside the value."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from os import PathLike
from typing import Generic, Self, TypeVar, cast

from .answer import Received, text_of
from .connection import chunks
from .errors import request_id
from .http import httpx
from .records import replace
from .waiting import run_each

R_co = TypeVar("R_co", covariant=True)


class _Answer(Generic[R_co]):
    """An answer, and what makes its value.

    Attributes:
        status_code: The status of the answer.
        headers: The headers of the answer; names in any case.
    """

    def __init__(self, received: Received, value: Callable[[Received], R_co]) -> None:
        self.status_code = received.status
        self.headers: Mapping[str, str] = received.headers
        self._received = received
        self._value = value

    @property
    def request_id(self) -> str | None:
        """What the server calls the request, for its operators."""
        return request_id(self.headers)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"


class RawResponse(_Answer[R_co]):
    """An answer that was read whole: its bytes, and the value that `parse` makes."""

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
        return self._value(self._received)


class _Open(_Answer[R_co]):
    """An answer of which there is the head; its value is `in_items`, or the whole."""

    def __init__(
        self, received: Received, value: Callable[[Received], R_co], *, in_items: bool
    ) -> None:
        super().__init__(received, value)
        self._in_items = in_items
        self._content: bytes | None = None

    @property
    def _response(self) -> httpx.Response:
        return cast("httpx.Response", self._received.open)


class StreamedResponse(_Open[R_co]):
    """An answer whose body is read as you ask for it, inside its `with` block."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._response.close()

    def iter_bytes(self) -> Iterator[bytes]:
        """The body piece by piece, as it comes; it can be had once."""
        return run_each(chunks(self._response, self._received.call, is_async=False))

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
        content = b"" if self._in_items else self.read()
        return self._value(replace(self._received, content=content))


class AsyncStreamedResponse(_Open[R_co]):
    """An answer whose body is read as you ask for it, without blocking."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._response.aclose()

    def iter_bytes(self) -> AsyncIterator[bytes]:
        """The body piece by piece, as it comes; it can be had once."""
        return chunks(self._response, self._received.call, is_async=True)

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
        content = b"" if self._in_items else await self.read()
        return self._value(replace(self._received, content=content))
