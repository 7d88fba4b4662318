"""Answers that come in items, sync and async: events, read into the items' type."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from pydantic import ValidationError

from .answer import Received, adapter, error_body, is_json, read_json, unreadable
from .connection import chunks
from .errors import ApiConnectionError, StreamError, UnreadableBodyError
from .events import Decoder, Event, Events
from .http import httpx
from .records import replace
from .request import Prepared, merged
from .waiting import run_each, sleep

if TYPE_CHECKING:
    from .engine import Engine
    from .stream_operation import StreamOperation

I_co = TypeVar("I_co", covariant=True)


class _Items:
    """What both have in common: the items, and how far they have been read.

    They are asked for again where they end without their mark, after an event with an
    id, up to `reconnects` times with no event in between (HTML standard, 9.2.3).
    """

    def __init__(
        self,
        operation: StreamOperation[Any, Any],
        engine: Engine[Any],
        request: Prepared,
        response: httpx.Response,
    ) -> None:
        self._operation = operation
        self._engine = engine
        self._request = request
        self._response = response
        self._cut: Decoder = operation.cut()
        self._event: Event | None = None
        self._ended = False
        self._tries = 0
        self._wait = 1.0
        self._is_text = operation.item() is str
        reader = adapter(operation.item)
        reader.rebuild()  # or it would stand in for one that is made late
        self._validated = reader.validator.validate_json
        self._items: Any = self._iterate()

    @property
    def event(self) -> Event | None:
        """The event in which the last item came: its `event`, `id` and `retry`."""
        return self._event

    def _iterate(self) -> Any:
        raise NotImplementedError

    async def _batches(self) -> AsyncGenerator[Iterator[Any]]:
        """The items of each piece that comes; at a break the answer that goes on.

        Raises:
            ApiConnectionError: It broke off and is not asked for again.
            UnreadableBodyError: What comes is JSON, and not cut into events at all.
        """
        engine, is_async = self._engine, self._engine.is_async
        came = self._response.headers.get("content-type", "")
        is_whole = self._operation.cut is Events and is_json(came)
        again: Prepared | None = None
        while True:
            failed = None
            try:
                if again is not None:
                    await sleep(self._wait, is_async=is_async)
                    answer: Any = await engine.opened(self._operation, again)
                    self._response = answer.open
                    if answer.status == 204:
                        return
                async for chunk in chunks(self._response, self._request.call, is_async):
                    if is_whole:
                        whole = self._received(chunk)
                        why = f"no events came, but {whole.media_type}"
                        raise unreadable(why, whole)
                    yield self._read_all(self._cut.feed(chunk))
                    if self._ended:
                        return
                yield self._read_all(self._cut.end())
            except ApiConnectionError as error:
                failed = error
            await engine.close(self._response)
            again = self._again()
            if again is None and failed is not None:
                raise failed
            if again is None:
                return

    def _again(self) -> Prepared | None:
        """The request for what comes after the last event; None: it is over."""
        last, retry = self._cut.last_id, self._cut.retry
        self._wait = self._wait if retry is None else retry / 1000
        can = last and self._request.body.replayable and not self._ended
        if not can or self._tries >= self._engine.settings.reconnects:
            return None
        self._tries += 1
        self._cut = Events(last)
        headers = merged(self._request.headers, {"Last-Event-ID": last})
        return replace(self._request, headers=headers)

    def _read_all(self, events: list[Event]) -> Iterator[Any]:
        operation, validated = self._operation, self._validated
        end, strict = operation.end.encode(), self._engine.settings.strict
        plain = not (self._is_text or strict or operation.framed)
        for event in events:
            data = event.data
            if data == end:
                self._ended = True
                return
            self._event, self._tries = event, 0
            if plain and data and event.event != "error":
                try:
                    item = validated(data, by_alias=True, by_name=False)
                except ValidationError:
                    item = self._read(event)
                yield item
            elif data or self._is_text:
                yield self._read(event)

    def _read(self, event: Event) -> Any:
        """An event in the type of the items.

        Raises:
            StreamError: The API says that it failed.
            UnreadableBodyError: The event does not fit the type.
        """
        if self._operation.framed:
            event = event._replace(data=_framed(event))
        elif event.event == "error":
            raise self._failed(event)
        if self._is_text:
            return _text(event.data)
        whole, strict = self._received(event.data), self._engine.settings.strict
        try:
            return read_json(self._operation.item, whole, strict=strict)
        except UnreadableBodyError:
            if _names_error(event.data):
                raise self._failed(event) from None
            raise

    def _failed(self, event: Event) -> StreamError:
        whole = self._received(event.data)
        body = error_body(self._operation.errors.get("default"), whole)
        return StreamError(whole.call, whole.status, whole.headers, body)

    def _received(self, content: bytes) -> Received:
        """Bytes of a success that has begun as an answer of their own."""
        return Received(self._request.call, 200, self._response.headers, content)


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


def _framed(event: Event) -> bytes:
    """A whole event as JSON: of its fields those that have come."""
    fields: dict[str, object] = {"data": event.data.decode("utf-8", "replace")}
    fields |= {"event": event.event} if event.event != "message" else {}
    fields |= {"id": event.id} if event.id else {}
    fields |= {"retry": event.retry} if event.retry is not None else {}
    return json.dumps(fields).encode()


def _text(data: bytes) -> str:
    """An item that is text: as it is, or as the JSON of a text."""
    written = data.decode("utf-8", "replace")
    if not written.startswith('"'):
        return written
    try:
        value = json.loads(written)
    except ValueError:
        return written
    return value if isinstance(value, str) else written


def _names_error(data: bytes) -> bool:
    """Whether an item that fits no type is an object that tells of an error."""
    try:
        value = json.loads(data)
    except ValueError:
        return False
    return isinstance(value, dict) and "error" in value
