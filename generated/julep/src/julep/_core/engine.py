"""How a call goes, written once, and the two engines that make calls."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Generator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from enum import Enum
from functools import partial
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from .answer import Received, failure, read
from .connection import H, Pool, built, translated
from .errors import ApiConnectionError
from .hooks import AnyHooks
from .http import httpx
from .observe import observed
from .operation import Operation
from .records import dataclass, replace
from .request import Prepared, Settings, prepare
from .responses import AsyncStreamedResponse, RawResponse, StreamedResponse
from .retry import Attempt, Deadline, attempts
from .signing import answered
from .timed import limited, unlimited
from .waiting import done, run, sleep, within

R = TypeVar("R")
_Values: TypeAlias = tuple[object, ...]
# A sync call is held to its time by its reads and writes (`timed.py`).
_NO_LIMIT = nullcontext()


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

    is_async: ClassVar[bool]

    settings: Settings
    pool: Pool[H]
    form: Form = Form.VALUE
    hooks: AnyHooks = AnyHooks()

    async def called(self, operation: Operation[Any], values: _Values) -> Any:
        """What a call gives: its value, or the answer that gives it."""
        request = self._prepared(operation, values)
        answer = await self._answered(request)
        if answer.open is None:
            value = partial(self._read, operation, values, answer)
        else:
            value = partial(operation.items, self, request, answer.open)
        if self.form is Form.VALUE:
            return value()
        if not answer.is_success:
            raise failure(operation, answer)
        return RawResponse(answer, value)

    async def opened(
        self, operation: Operation[Any], request: Prepared
    ) -> httpx.Response:
        """The head of a success that is to be streamed."""
        answer = await self._answered(request)
        if answer.open is None:
            raise failure(operation, answer)
        return answer.open

    async def streamed(
        self, operation: Operation[Any], values: _Values
    ) -> tuple[Any, ...]:
        """What an answer that is read as it comes is made of."""
        request = self._prepared(operation, values)
        answer = await self.opened(operation, replace(request, streams=True))
        items = partial(operation.items, self, request, answer)
        value = partial(self._read, operation, values)
        return answer, request.call, value, items if request.streams else None

    def _answered(self, request: Prepared) -> Awaitable[Received]:
        return answered(request, Call(self, Deadline.after(self.settings.timeout)))

    def _prepared(self, operation: Operation[Any], values: _Values) -> Prepared:
        return operation.aimed(prepare(operation, values, self.settings))

    def _read(
        self, operation: Operation[Any], values: _Values, answer: Received
    ) -> Any:
        value = read(operation, answer, strict=self.settings.strict)
        return operation.finished(value, self, values, answer.headers)

    async def attempt(self, attempt: Attempt, deadline: Deadline) -> Received:
        """Send once; the answer, or the head of a success that is to be streamed."""
        request, http, hooks = attempt.request, self.pool.http, self.hooks
        call, is_async = request.call, self.is_async
        limit = within(attempt.timeout, call) if is_async else _NO_LIMIT
        with limit, translated(call) as errors:
            sent = built(http, request, limited(attempt.timeout))
            if hooks.on_request is not None:
                await done(hooks.on_request(sent))
            coming: Any = http.send(sent, stream=True, follow_redirects=False)
            response: httpx.Response = await coming if is_async else coming
            errors.response = response
            opens = False
            try:
                if hooks.on_response is not None:
                    await done(hooks.on_response(response))
                content = bytearray()
                opens = request.streams and response.is_success
                if opens:
                    unlimited(sent, attempt.timeout)
                elif is_async:
                    async for chunk in response.aiter_bytes():
                        content += chunk
                        deadline.check(request)
                else:
                    for chunk in response.iter_bytes():
                        content += chunk
                        deadline.check(request)
            finally:
                if not opens:
                    await self.close(response)
        head, held = (response.status_code, response.headers), bytes(content)
        return Received(call, *head, held, response if opens else None)

    async def close(self, response: httpx.Response) -> None:
        """Let go of a connection; what has not come is not read."""
        if self.is_async:
            await response.aclose()
        else:
            response.close()


@dataclass(frozen=True, slots=True)
class SyncEngine(Engine[httpx.Client]):
    """Makes calls, and waits for their answers."""

    is_async: ClassVar[bool] = False

    def call(self, operation: Operation[R], *values: object) -> R:
        """What a call gives; `values` are those of its arguments."""
        given: Any
        if self.form is Form.STREAMED:
            given = self._streaming(operation, values)
        else:
            given = run(self.called(operation, values))
        value: R = given
        return value

    @contextmanager
    def _streaming(
        self, operation: Operation[Any], values: _Values
    ) -> Generator[StreamedResponse[Any]]:
        answer, *others = run(self.streamed(operation, values))
        try:
            yield StreamedResponse(answer, *others)
        finally:
            answer.close()


@dataclass(frozen=True, slots=True)
class AsyncEngine(Engine[httpx.AsyncClient]):
    """Makes calls without blocking."""

    is_async: ClassVar[bool] = True

    async def call(self, operation: Operation[R], *values: object) -> R:
        """What a call gives; `values` are those of its arguments."""
        given: Any
        if self.form is Form.STREAMED:
            given = self._streaming(operation, values)
        else:
            given = await self.called(operation, values)
        value: R = given
        return value

    @asynccontextmanager
    async def _streaming(
        self, operation: Operation[Any], values: _Values
    ) -> AsyncGenerator[AsyncStreamedResponse[Any]]:
        answer, *others = await self.streamed(operation, values)
        try:
            yield AsyncStreamedResponse(answer, *others)
        finally:
            await answer.aclose()


@dataclass(slots=True)
class Call:
    """What the requests of a call are sent by, and until when."""

    engine: Engine[Any]
    deadline: Deadline

    @property
    def settings(self) -> Settings:
        return self.engine.settings

    async def send(self, request: Prepared) -> Received:
        """Send a request that has its credentials, again where that helps."""
        settings = self.settings
        flow = attempts(request, settings.max_retries, self.deadline)
        flow = observed(settings.api.name, request, flow)
        try:
            attempt = next(flow)
            while True:
                if attempt.wait:
                    await sleep(attempt.wait, is_async=self.engine.is_async)
                try:
                    outcome = await self.engine.attempt(attempt, self.deadline)
                except ApiConnectionError as error:
                    attempt = flow.send(error)
                else:
                    attempt = flow.send(outcome)
        except StopIteration as end:
            answer: Received = end.value
            return answer
        finally:
            flow.close()
