"""The engine that sends, waits and reads without blocking."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, ClassVar, TypeVar

from .answer import Received
from .connection import built, received, translated, within
from .engine import Engine, Form
from .hooks import AsyncHooks, told
from .http import httpx
from .operation import Operation
from .records import dataclass
from .request import Prepared
from .responses import AsyncStreamedResponse
from .retry import Attempt, Deadline
from .steps import Flow, run_async

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class AsyncEngine(Engine[httpx.AsyncClient]):
    """Makes calls without blocking."""

    is_async: ClassVar[bool] = True

    hooks: AsyncHooks = AsyncHooks()

    async def call(self, operation: Operation[R], *values: object) -> R:
        """What a call gives; `values` are those of its arguments."""
        given: Any
        if self.form is Form.STREAMED:
            given = self._streaming(operation, values)
        else:
            given = await self._run(self._called(operation, values))
        value: R = given
        return value

    async def opened(
        self, operation: Operation[Any], request: Prepared
    ) -> httpx.Response:
        """The head of a success that is to be streamed."""
        return await self._run(self._opened(operation, request))

    @asynccontextmanager
    async def _streaming(
        self, operation: Operation[Any], values: tuple[object, ...]
    ) -> AsyncGenerator[AsyncStreamedResponse[Any]]:
        answer, *others = await self._run(self._streamed(operation, values))
        try:
            yield AsyncStreamedResponse(answer, *others)
        finally:
            await answer.aclose()

    async def _run(self, flow: Flow[R]) -> R:
        return await run_async(flow, self, Deadline.after(self.settings.timeout))

    async def attempt(self, attempt: Attempt, deadline: Deadline) -> Received:
        """Send once; the answer, or the head of a success that is to be streamed."""
        request, http = attempt.request, self.pool.http
        with translated(request.call) as errors, within(attempt.timeout, request.call):
            sent = built(http, request, attempt.timeout)
            await told(self.hooks.on_request, sent)
            response = await http.send(sent, stream=True, follow_redirects=False)
            errors.response = response
            opens = False
            try:
                await told(self.hooks.on_response, response)
                content = bytearray()
                opens = request.streams and response.is_success
                if not opens:
                    async for chunk in response.aiter_bytes():
                        content += chunk
                        deadline.check(request)
            finally:
                if not opens:
                    await response.aclose()
        return received(request, response, content, opens)
