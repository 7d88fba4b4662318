"""What the engines have in common: they send, wait and read."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Any, Generic

from .answer import Received, failure, read
from .connection import H, Pool
from .observe import observed
from .operation import Operation
from .records import dataclass
from .request import Prepared, Settings, prepare
from .responses import RawResponse
from .retry import Attempts, Deadline, attempts


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
        return operation.aimed(prepare(operation, values, self.settings))

    def _attempts(self, request: Prepared, deadline: Deadline) -> Attempts:
        settings = self.settings
        flow = attempts(request, settings.max_retries, deadline)
        return observed(settings.api.name, request, flow)

    def _reader(
        self, operation: Operation[Any], values: tuple[object, ...]
    ) -> Callable[[Received], Any]:
        return partial(self._read, operation, values)

    def _read(
        self, operation: Operation[Any], values: tuple[object, ...], answer: Received
    ) -> Any:
        value = read(operation, answer, strict=self.settings.strict)
        return operation.finished(value, self, values, answer.headers)

    def _whole(
        self, operation: Operation[Any], values: tuple[object, ...], answer: Received
    ) -> Any:
        """What a call gives whose answer was read whole."""
        if self.form is Form.VALUE:
            return self._read(operation, values, answer)
        value = partial(self._read, operation, values, answer)
        return self._given(operation, answer, value)

    def _given(
        self, operation: Operation[Any], answer: Received, value: Callable[[], Any]
    ) -> Any:
        """The value, or the answer that gives it."""
        if self.form is Form.VALUE:
            return value()
        if not answer.is_success:
            raise failure(operation, answer)
        return RawResponse(answer, value)
