"""What a call has to wait for on its way, for the sync and the async engine alike.

A flow is a generator. It yields steps, is sent what came of each, and returns its
value. An engine takes the steps; `run` and `run_async` do it, each in its own way.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from dataclasses import field
from inspect import isawaitable, iscoroutine
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from .connection import within
from .errors import CredentialError
from .records import dataclass

if TYPE_CHECKING:
    from .async_engine import AsyncEngine
    from .request import Prepared
    from .retry import Deadline
    from .sync_engine import SyncEngine

T = TypeVar("T")


class Step:
    """Something to wait for."""

    __slots__ = ()

    def take(self, engine: SyncEngine, deadline: Deadline) -> object:
        raise NotImplementedError

    async def take_async(self, engine: AsyncEngine, deadline: Deadline) -> object:
        raise NotImplementedError


Flow: TypeAlias = Generator[Step, Any, T]


def run(flow: Flow[T], engine: SyncEngine, deadline: Deadline) -> T:
    """The value of a flow; what a step raises is raised in the flow."""
    try:
        step = next(flow)
        while True:
            try:
                outcome = step.take(engine, deadline)
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(outcome)
    except StopIteration as end:
        value: T = end.value
        return value


async def run_async(flow: Flow[T], engine: AsyncEngine, deadline: Deadline) -> T:
    """The same without blocking."""
    try:
        step = next(flow)
        while True:
            try:
                outcome = await step.take_async(engine, deadline)
            except BaseException as error:
                step = flow.throw(error)
            else:
                step = flow.send(outcome)
    except StopIteration as end:
        value: T = end.value
        return value


@dataclass(frozen=True, slots=True)
class Send(Step):
    """Send a request, again where that helps; what comes of it is the answer."""

    request: Prepared

    def take(self, engine: SyncEngine, deadline: Deadline) -> object:
        return run(engine.attempts(self.request, deadline), engine, deadline)

    async def take_async(self, engine: AsyncEngine, deadline: Deadline) -> object:
        flow = engine.attempts(self.request, deadline)
        return await run_async(flow, engine, deadline)


@dataclass(frozen=True, slots=True)
class Ask(Step):
    """Call a function of the user's.

    What it raises stays in the error's `__context__` and is not printed with it:
    it may hold the secret.
    """

    function: Callable[[], str | Awaitable[str]] = field(repr=False)
    what: str

    def take(self, engine: SyncEngine, deadline: Deadline) -> object:
        value = self._called()
        if isawaitable(value):
            if iscoroutine(value):
                value.close()
            why = "an async function needs the async client"
            raise CredentialError(f"the {self.what}: {why}")
        return value

    async def take_async(self, engine: AsyncEngine, deadline: Deadline) -> object:
        value = self._called()
        if not isawaitable(value):
            return value
        with within(deadline.left, f"the {self.what}"):
            try:
                return await value
            except Exception as error:
                raise self._failed(error) from None

    def _called(self) -> object:
        try:
            return self.function()
        except Exception as error:
            raise self._failed(error) from None

    def _failed(self, error: Exception) -> CredentialError:
        kind = type(error).__name__
        why = f"the function that gives it raised {kind}"
        return CredentialError(f"the {self.what}: {why}")
