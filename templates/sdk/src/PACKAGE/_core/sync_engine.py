"""The engine that waits for what it sends for."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, ClassVar, TypeVar

from .engine import Engine, Form
from .http import httpx
from .operation import Operation
from .records import dataclass
from .responses import StreamedResponse
from .waiting import run

R = TypeVar("R")


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
        self, operation: Operation[Any], values: tuple[object, ...]
    ) -> Generator[StreamedResponse[Any]]:
        answer, *others = run(self.streamed(operation, values))
        try:
            yield StreamedResponse(answer, *others)
        finally:
            answer.close()
