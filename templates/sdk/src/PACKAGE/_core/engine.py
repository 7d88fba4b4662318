"""How a call goes, written once; the engines that make calls; who has one."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable
from contextlib import asynccontextmanager, nullcontext
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeAlias, TypeVar

from .answer import Received, failure, read
from .auth import answered
from .connection import H, Pool, built, translated
from .errors import ApiConnectionError
from .http import httpx
from .observe import AnyHooks, observed
from .operation import Operation
from .records import dataclass, replace
from .request import Prepared, Settings, prepare
from .responses import AsyncStreamedResponse, RawResponse, StreamedResponse
from .retry import Attempt, Deadline, attempts
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
        request = operation.aimed(prepare(operation, values, self.settings))
        read = partial(self._read, operation, values)
        if self.form is Form.STREAMED:
            answer = await self.opened(operation, replace(request, streams=True))
            streamed: Any = AsyncStreamedResponse if self.is_async else StreamedResponse
            made: Any = partial(streamed, in_items=request.streams)
        else:
            answer, made = await self.answered(request), RawResponse
        if request.streams and answer.open is not None:
            read = partial(operation.items, self, request)
        if self.form is Form.VALUE:
            return read(answer)
        if not answer.is_success:
            raise failure(operation, answer)
        return made(answer, read)

    async def opened(self, operation: Operation[Any], request: Prepared) -> Received:
        """The head of a success that is to be streamed."""
        answer = await self.answered(request)
        if answer.open is None:
            raise failure(operation, answer)
        return answer

    def answered(self, request: Prepared) -> Awaitable[Received]:
        """The answer to a request, or the head of a success that it streams."""
        return answered(request, Call(self, Deadline.after(self.settings.timeout)))

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
                chunks: list[bytes] = []
                opens = request.streams and response.is_success
                if opens:
                    unlimited(sent, attempt.timeout)
                elif is_async:
                    async for chunk in response.aiter_bytes():
                        chunks.append(chunk)
                        deadline.check(request)
                else:
                    for chunk in response.iter_bytes():
                        chunks.append(chunk)
                        deadline.check(request)
            finally:
                if not opens:
                    await self.close(response)
        head, held = (response.status_code, response.headers), b"".join(chunks)
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
        value: R = run(self.called(operation, values))
        return value


@dataclass(frozen=True, slots=True)
class AsyncEngine(Engine[httpx.AsyncClient]):
    """Makes calls without blocking."""

    is_async: ClassVar[bool] = True

    async def call(self, operation: Operation[R], *values: object) -> R:
        """What a call gives; `values` are those of its arguments."""
        value: R = await self.called(operation, values)
        return value


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


# --- who calls ----------------------------------------------------------------------


E = TypeVar("E", SyncEngine, AsyncEngine)


class Caller(Generic[E]):
    """Makes calls through an engine.

    Each class says itself how `with_raw_response` and `with_streaming_response` are
    typed: as a facade of its own methods.
    """

    def __init__(self, engine: E) -> None:
        self._engine: E = engine

    def _with_engine(self, engine: E) -> Self:
        copy = object.__new__(type(self))
        copy._engine = engine
        return copy

    def _in_form(self, form: Form) -> Self:
        return self._with_engine(replace(self._engine, form=form))

    if not TYPE_CHECKING:

        @property
        def with_raw_response(self):
            return self._in_form(Form.RAW)

        @property
        def with_streaming_response(self):
            return self._in_form(Form.STREAMED)


class Resource(Caller[SyncEngine]):
    """Methods of a client under a name of their own."""


class AsyncCaller(Caller[AsyncEngine]):
    """Makes calls through an async engine."""

    if not TYPE_CHECKING:

        @property
        def with_streaming_response(self):
            return _Contexts(self._in_form(Form.STREAMED))


class AsyncResource(AsyncCaller):
    """Methods of an async client under a name of their own."""


class _Contexts:
    """The methods of a caller as context managers, with no `await` before them."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def __getattr__(self, name: str) -> Any:
        member = getattr(self._caller, name)
        if isinstance(member, AsyncCaller):
            return _Contexts(member)

        @asynccontextmanager
        async def opened(*args: Any, **kwargs: Any) -> AsyncGenerator[Any]:
            async with await member(*args, **kwargs) as answer:
                yield answer

        return opened
