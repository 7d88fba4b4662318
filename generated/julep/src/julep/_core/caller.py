"""What clients and resources have in common: an engine, and its other forms."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .engine import AsyncEngine, Form, SyncEngine
from .records import replace

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
