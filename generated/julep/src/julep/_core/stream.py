"""Answers that come in items, sync and async."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .connection import chunks
from .errors import ApiConnectionError
from .events import Event
from .http import httpx
from .reading import Reading
from .waiting import run_each, sleep

if TYPE_CHECKING:
    from .engine import Engine


I_co = TypeVar("I_co", covariant=True)


class _Items:
    """What both have in common."""

    def __init__(
        self, reading: Reading, response: httpx.Response, engine: Engine[Any]
    ) -> None:
        self._reading = reading
        self._response = response
        self._engine = engine
        self._items: Any = self._iterate()

    def _iterate(self) -> Any:
        raise NotImplementedError

    async def _batches(self) -> AsyncGenerator[Iterator[Any]]:
        """The items of each piece that comes; at a break the answer that goes on."""
        reading, engine, again = self._reading, self._engine, None
        while True:
            failed = None
            try:
                if again is not None:
                    await sleep(reading.wait, is_async=engine.is_async)
                    self._response = await engine.opened(reading.operation, again)
                    if self._response.status_code == 204:
                        return
                call = reading.request.call
                async for chunk in chunks(self._response, call, engine.is_async):
                    yield reading.feed(chunk)
                    if reading.ended:
                        return
                yield reading.rest()
            except ApiConnectionError as error:
                failed = error
            await engine.close(self._response)
            again = reading.again(failed)
            if again is None:
                return

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
        try:
            for items in run_each(self._batches()):
                yield from items
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
        try:
            async with aclosing(self._batches()) as batches:
                async for items in batches:
                    for item in items:
                        yield item
        finally:
            await self.aclose()
