"""The engines: they send, wait and read. One for each way of waiting."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Any, Generic, TypeVar

from .answer import Received, failure, read
from .connection import (
    H,
    Pool,
    arguments,
    async_chunks,
    chunks,
    event_reader,
    head_of,
    readable,
    received,
    sleep,
    translated,
    within,
)
from .errors import ApiConnectionError
from .http import httpx
from .operation import Operation, StreamOperation
from .request import Prepared, Settings, prepare
from .responses import AsyncStreamedResponse, RawResponse, StreamedResponse
from .retry import Attempt, Deadline, Head, attempts
from .stream import AsyncStream, Stream, decoder_for

R = TypeVar("R")
T = TypeVar("T")


class Form(Enum):
    """What a call gives: its value, or its answer with status and headers."""

    VALUE = "value"
    RAW = "raw"
    STREAMED = "streamed"


@dataclass(frozen=True, slots=True)
class Engine(Generic[H]):
    """Settings, and a pool of connections.

    Calls are typed as what they give in the form of a value. In another form they
    give what the facade of their client says.
    """

    settings: Settings
    pool: Pool[H]
    form: Form = Form.VALUE

    def _prepare(
        self, operation: Operation[object], values: tuple[object, ...]
    ) -> Prepared:
        return prepare(operation, values, self.settings)

    def _reader(self, operation: Operation[Any]) -> Callable[[Received], Any]:
        return partial(read, operation, strict=self.settings.strict)

    def _given(
        self, operation: Operation[Any], answer: Received, value: Callable[[], Any]
    ) -> Any:
        """The value, or the answer that gives it."""
        if self.form is Form.VALUE:
            return value()
        if not answer.is_success:
            raise failure(operation, answer)
        return RawResponse(answer, value)


class SyncEngine(Engine[httpx.Client]):
    """Makes calls, and waits for their answers."""

    def call(self, operation: Operation[R], *values: object) -> R:
        value: R = self._answer(operation, values)
        return value

    def call_or_stream(
        self, operation: StreamOperation[R, T], *values: object
    ) -> R | Stream[T]:
        value: R | Stream[T] = self._answer(operation, values)
        return value

    def stream(self, operation: StreamOperation[Any, T], *values: object) -> Stream[T]:
        value: Stream[T] = self._answer(operation, values)
        return value

    def _answer(self, operation: Operation[Any], values: tuple[object, ...]) -> Any:
        request = self._prepare(operation, values)
        if self.form is Form.STREAMED:
            return self._streamed(operation, request)
        answer = self._send(request)
        if isinstance(answer, Received):
            value = partial(self._reader(operation), answer)
            return self._given(operation, answer, value)
        items = partial(self._items, operation, request, answer)
        return self._given(operation, received(request, answer, b""), items)

    def _items(
        self, operation: Operation[Any], request: Prepared, answer: httpx.Response
    ) -> Stream[Any]:
        assert isinstance(operation, StreamOperation)
        return Stream(
            chunks(answer, request.call),
            answer.close,
            decoder_for(operation.media_type),
            event_reader(operation.item, answer, request, strict=self.settings.strict),
        )

    @contextmanager
    def _streamed(
        self, operation: Operation[Any], request: Prepared
    ) -> Generator[StreamedResponse[Any]]:
        answer = self._send(replace(request, streams=True))
        if isinstance(answer, Received):
            raise failure(operation, answer)
        items = partial(self._items, operation, request, answer)
        try:
            yield StreamedResponse(
                answer,
                request.call,
                self._reader(operation),
                items if request.streams else None,
            )
        finally:
            answer.close()

    def _send(self, request: Prepared) -> Received | httpx.Response:
        """The answer; of a success that is to be streamed, its head."""
        settings = self.settings
        deadline = Deadline.after(settings.timeout)
        flow = attempts(request, settings.max_retries, deadline)
        attempt = next(flow)
        while True:
            if attempt.wait:
                time.sleep(attempt.wait)
            answer: Received | httpx.Response | None = None
            outcome: Head | ApiConnectionError
            try:
                answer = self._attempt(attempt, deadline)
                outcome = head_of(answer)
            except ApiConnectionError as error:
                outcome = error
            try:
                attempt = flow.send(outcome)
            except StopIteration:
                assert answer is not None
                return answer

    def _attempt(
        self, attempt: Attempt, deadline: Deadline
    ) -> Received | httpx.Response:
        request = attempt.request
        http = self.pool.http
        request.body.rewind()
        with translated(request.call):
            sent = http.build_request(**arguments(request, attempt.timeout))
            response = http.send(sent, stream=True, follow_redirects=False)
            if request.streams and response.is_success:
                return response
            try:
                content = bytearray()
                with readable(request, response):
                    for chunk in response.iter_bytes():
                        content += chunk
                        deadline.check(request.call)
            finally:
                response.close()
        return received(request, response, bytes(content))


class AsyncEngine(Engine[httpx.AsyncClient]):
    """Makes calls without blocking."""

    async def call(self, operation: Operation[R], *values: object) -> R:
        value: R = await self._answer(operation, values)
        return value

    async def call_or_stream(
        self, operation: StreamOperation[R, T], *values: object
    ) -> R | AsyncStream[T]:
        value: R | AsyncStream[T] = await self._answer(operation, values)
        return value

    async def stream(
        self, operation: StreamOperation[Any, T], *values: object
    ) -> AsyncStream[T]:
        value: AsyncStream[T] = await self._answer(operation, values)
        return value

    async def _answer(
        self, operation: Operation[Any], values: tuple[object, ...]
    ) -> Any:
        request = self._prepare(operation, values)
        if self.form is Form.STREAMED:
            return self._streamed(operation, request)
        answer = await self._send(request)
        if isinstance(answer, Received):
            value = partial(self._reader(operation), answer)
            return self._given(operation, answer, value)
        items = partial(self._items, operation, request, answer)
        return self._given(operation, received(request, answer, b""), items)

    def _items(
        self, operation: Operation[Any], request: Prepared, answer: httpx.Response
    ) -> AsyncStream[Any]:
        assert isinstance(operation, StreamOperation)
        return AsyncStream(
            async_chunks(answer, request.call),
            answer.aclose,
            decoder_for(operation.media_type),
            event_reader(operation.item, answer, request, strict=self.settings.strict),
        )

    @asynccontextmanager
    async def _streamed(
        self, operation: Operation[Any], request: Prepared
    ) -> AsyncGenerator[AsyncStreamedResponse[Any]]:
        answer = await self._send(replace(request, streams=True))
        if isinstance(answer, Received):
            raise failure(operation, answer)
        items = partial(self._items, operation, request, answer)
        try:
            yield AsyncStreamedResponse(
                answer,
                request.call,
                self._reader(operation),
                items if request.streams else None,
            )
        finally:
            await answer.aclose()

    async def _send(self, request: Prepared) -> Received | httpx.Response:
        """The answer; of a success that is to be streamed, its head."""
        settings = self.settings
        deadline = Deadline.after(settings.timeout)
        flow = attempts(request, settings.max_retries, deadline)
        attempt = next(flow)
        while True:
            if attempt.wait:
                await sleep(attempt.wait)
            answer: Received | httpx.Response | None = None
            outcome: Head | ApiConnectionError
            try:
                answer = await self._attempt(attempt, deadline)
                outcome = head_of(answer)
            except ApiConnectionError as error:
                outcome = error
            try:
                attempt = flow.send(outcome)
            except StopIteration:
                assert answer is not None
                return answer

    async def _attempt(
        self, attempt: Attempt, deadline: Deadline
    ) -> Received | httpx.Response:
        request = attempt.request
        http = self.pool.http
        request.body.rewind()
        with translated(request.call), within(attempt.timeout, request.call):
            sent = http.build_request(**arguments(request, attempt.timeout))
            response = await http.send(sent, stream=True, follow_redirects=False)
            if request.streams and response.is_success:
                return response
            try:
                content = bytearray()
                with readable(request, response):
                    async for chunk in response.aiter_bytes():
                        content += chunk
                        deadline.check(request.call)
            finally:
                await response.aclose()
        return received(request, response, bytes(content))
