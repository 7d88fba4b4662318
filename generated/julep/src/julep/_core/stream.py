"""Answers that come in items, sync and async."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Generic, Self, TypeVar

from .connection import async_chunks, chunks, sleep
from .errors import ApiConnectionError
from .events import Event
from .http import httpx
from .reading import Reading
from .request import Prepared

__all__ = ["AsyncStream", "Stream"]

I_co = TypeVar("I_co", covariant=True)


class _Items:
    """What both have in common; `send` gives the answer that goes on."""

    def __init__(
        self,
        reading: Reading,
        response: httpx.Response,
        send: Callable[[Prepared], Any],
    ) -> None:
        self._reading = reading
        self._response = response
        self._send = send
        self._items: Any = self._iterate()

    def _iterate(self) -> Any:
        raise NotImplementedError

    @property
    def event(self) -> Event | None:
        """The event in which the last item came: its `event`, `id` and `retry`."""
        return self._reading.event


class Stream(_Items, Generic[I_co]):
    """Items of an answer as they come. Iterate once, or use as a context manager.

    The connection is closed at the end of the items, of the context, or by
    `close`.
    """

    def __iter__(self) -> Iterator[I_co]:
        items: Iterator[I_co] = self._items
        return items

    def __next__(self) -> I_co:
        item: I_co = next(self._items)
        return item

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection; what has not come is not read."""
        self._response.close()

    def _iterate(self) -> Iterator[I_co]:
        reading, again = self._reading, None
        try:
            while True:
                failed = None
                try:
                    if again is not None:
                        time.sleep(reading.wait)
                        self._response = self._send(again)
                        if self._response.status_code == 204:
                            return
                    for chunk in chunks(self._response, reading.request.call):
                        yield from reading.feed(chunk)
                        if reading.ended:
                            return
                    yield from reading.rest()
                except ApiConnectionError as error:
                    failed = error
                self.close()
                again = reading.again(failed)
                if again is None:
                    return
        finally:
            self.close()


class AsyncStream(_Items, Generic[I_co]):
    """Items of an answer as they come, without blocking. See `Stream`."""

    def __aiter__(self) -> AsyncIterator[I_co]:
        items: AsyncIterator[I_co] = self._items
        return items

    async def __anext__(self) -> I_co:
        item: I_co = await anext(self._items)
        return item

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Let go of the connection; what has not come is not read."""
        await self._response.aclose()

    async def _iterate(self) -> AsyncIterator[I_co]:
        reading, again = self._reading, None
        try:
            while True:
                failed = None
                try:
                    if again is not None:
                        await sleep(reading.wait)
                        self._response = await self._send(again)
                        if self._response.status_code == 204:
                            return
                    async for chunk in async_chunks(
                        self._response, reading.request.call
                    ):
                        for item in reading.feed(chunk):
                            yield item
                        if reading.ended:
                            return
                    for item in reading.rest():
                        yield item
                except ApiConnectionError as error:
                    failed = error
                await self.aclose()
                again = reading.again(failed)
                if again is None:
                    return
        finally:
            await self.aclose()
