"""The engine that sends, waits and reads without blocking."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import field, replace
from functools import partial
from typing import Any, TypeVar

from .answer import Received, failure
from .connection import (
    built,
    head_of,
    readable,
    received,
    sleep,
    translated,
    within,
)
from .engine import Engine, Form
from .errors import ApiConnectionError
from .hooks import AsyncHooks
from .http import httpx
from .operation import Operation
from .records import dataclass
from .request import Prepared
from .responses import AsyncStreamedResponse
from .retry import Attempt, Deadline, Head
from .signing import answered
from .steps import run_async

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class AsyncEngine(Engine[httpx.AsyncClient]):
    """Makes calls without blocking."""

    hooks: AsyncHooks = field(default_factory=AsyncHooks)

    async def call(self, operation: Operation[R], *values: object) -> R:
        value: R = await self._answer(operation, values)
        return value

    async def _answer(
        self, operation: Operation[Any], values: tuple[object, ...]
    ) -> Any:
        request = self._prepare(operation, values)
        if self.form is Form.STREAMED:
            return self._streamed(operation, request, self._reader(operation, values))
        answer = await self._send(request)
        if isinstance(answer, Received):
            return self._whole(operation, values, answer)
        items = partial(operation.items_async, self, request, answer)
        return self._given(operation, received(request, answer, b""), items)

    async def opened(
        self, operation: Operation[Any], request: Prepared
    ) -> httpx.Response:
        """The head of a success that is to be streamed."""
        answer = await self._send(request)
        if isinstance(answer, Received):
            raise failure(operation, answer)
        return answer

    @asynccontextmanager
    async def _streamed(
        self,
        operation: Operation[Any],
        request: Prepared,
        reader: Callable[[Received], Any],
    ) -> AsyncGenerator[AsyncStreamedResponse[Any]]:
        answer = await self.opened(operation, replace(request, streams=True))
        items = partial(operation.items_async, self, request, answer)
        try:
            yield AsyncStreamedResponse(
                answer,
                request.call,
                reader,
                items if request.streams else None,
            )
        finally:
            await answer.aclose()

    async def _send(self, request: Prepared) -> Received | httpx.Response:
        """The answer; of a success that is to be streamed, its head."""
        deadline = Deadline.after(self.settings.timeout)
        return await run_async(answered(request, self.settings), self, deadline)

    async def send(
        self, request: Prepared, deadline: Deadline
    ) -> Received | httpx.Response:
        """The same for a request that has its credentials, within the time left."""
        flow = self._attempts(request, deadline)
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
        with translated(request.call), within(attempt.timeout, request.call):
            sent = built(http, request, attempt.timeout)
            await self.hooks.sent(sent)
            response = await http.send(sent, stream=True, follow_redirects=False)
            stays_open = False
            try:
                await self.hooks.came(response)
                stays_open = request.streams and response.is_success
                if stays_open:
                    return response
                content = bytearray()
                with readable(request.call, response):
                    async for chunk in response.aiter_bytes():
                        content += chunk
                        deadline.check(request.call)
            finally:
                if not stays_open:
                    await response.aclose()
        return received(request, response, bytes(content))
