"""The engines: they send, wait and read. One for each way of waiting."""

from __future__ import annotations

import time
from dataclasses import dataclass
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
from .retry import Attempt, Deadline, Head, attempts
from .stream import AsyncStream, Stream, decoder_for

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Engine(Generic[H]):
    """Settings, and a pool of connections."""

    settings: Settings
    pool: Pool[H]

    def _prepare(
        self, operation: Operation[object], values: tuple[object, ...]
    ) -> Prepared:
        return prepare(operation, values, self.settings)

    def _read(self, operation: Operation[R], answer: Received | httpx.Response) -> R:
        assert isinstance(answer, Received)
        value: R = read(operation, answer, strict=self.settings.strict)
        return value


class SyncEngine(Engine[httpx.Client]):
    """Makes calls, and waits for their answers."""

    def call(self, operation: Operation[R], *values: object) -> R:
        return self._read(operation, self._send(self._prepare(operation, values)))

    def call_or_stream(
        self, operation: StreamOperation[R, T], *values: object
    ) -> R | Stream[T]:
        request = self._prepare(operation, values)
        if request.streams:
            return self._open(operation, request)
        return self._read(operation, self._send(request))

    def stream(self, operation: StreamOperation[Any, T], *values: object) -> Stream[T]:
        return self._open(operation, self._prepare(operation, values))

    def _open(self, operation: StreamOperation[Any, T], request: Prepared) -> Stream[T]:
        answer = self._send(request)
        if isinstance(answer, Received):
            raise failure(operation, answer)
        return Stream(
            chunks(answer, request.call),
            answer.close,
            decoder_for(operation.media_type),
            event_reader(operation, answer, request, strict=self.settings.strict),
        )

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
        return self._read(operation, await self._send(self._prepare(operation, values)))

    async def call_or_stream(
        self, operation: StreamOperation[R, T], *values: object
    ) -> R | AsyncStream[T]:
        request = self._prepare(operation, values)
        if request.streams:
            return await self._open(operation, request)
        return self._read(operation, await self._send(request))

    async def stream(
        self, operation: StreamOperation[Any, T], *values: object
    ) -> AsyncStream[T]:
        return await self._open(operation, self._prepare(operation, values))

    async def _open(
        self, operation: StreamOperation[Any, T], request: Prepared
    ) -> AsyncStream[T]:
        answer = await self._send(request)
        if isinstance(answer, Received):
            raise failure(operation, answer)
        return AsyncStream(
            async_chunks(answer, request.call),
            answer.aclose,
            decoder_for(operation.media_type),
            event_reader(operation, answer, request, strict=self.settings.strict),
        )

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
