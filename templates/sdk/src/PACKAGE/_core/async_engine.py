"""The engine that sends, waits and reads without blocking."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, ClassVar, TypeVar

from .engine import Engine, Form
from .http import httpx
from .operation import Operation
from .records import dataclass
from .responses import AsyncStreamedResponse

R = TypeVar("R")


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
        self, operation: Operation[Any], values: tuple[object, ...]
    ) -> AsyncGenerator[AsyncStreamedResponse[Any]]:
        answer, *others = await self.streamed(operation, values)
        try:
            yield AsyncStreamedResponse(answer, *others)
        finally:
            await answer.aclose()
