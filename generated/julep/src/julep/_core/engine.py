"""What the engines have in common: a call as a flow, which each runs in its own way."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import Any, ClassVar, Generic, TypeAlias

from .answer import Received, failure, read
from .connection import H, Pool
from .http import httpx
from .observe import observed
from .operation import Operation
from .records import dataclass, replace
from .request import Prepared, Settings, prepare
from .responses import RawResponse
from .retry import Attempts, Deadline, attempts
from .signing import answered
from .steps import Flow

_Values: TypeAlias = tuple[object, ...]


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

    def attempts(self, request: Prepared, deadline: Deadline) -> Attempts:
        """A request that has its credentials, sent until that is enough."""
        settings = self.settings
        flow = attempts(request, settings.max_retries, deadline)
        return observed(settings.api.name, request, flow)

    def _called(self, operation: Operation[Any], values: _Values) -> Flow[Any]:
        """What a call gives: its value, or the answer that gives it."""
        request = self._prepared(operation, values)
        answer = yield from answered(request, self.settings)
        if answer.open is None:
            value = partial(self._read, operation, values, answer)
        else:
            value = partial(operation.items, self, request, answer.open)
        if self.form is Form.VALUE:
            return value()
        if not answer.is_success:
            raise failure(operation, answer)
        return RawResponse(answer, value)

    def _opened(
        self, operation: Operation[Any], request: Prepared
    ) -> Flow[httpx.Response]:
        """The head of a success that is to be streamed."""
        answer = yield from answered(request, self.settings)
        if answer.open is None:
            raise failure(operation, answer)
        return answer.open

    def _streamed(
        self, operation: Operation[Any], values: _Values
    ) -> Flow[tuple[Any, ...]]:
        """What an answer that is read as it comes is made of."""
        request = self._prepared(operation, values)
        answer = yield from self._opened(operation, replace(request, streams=True))
        items = partial(operation.items, self, request, answer)
        value = partial(self._read, operation, values)
        return answer, request.call, value, items if request.streams else None

    def _prepared(self, operation: Operation[Any], values: _Values) -> Prepared:
        return operation.aimed(prepare(operation, values, self.settings))

    def _read(
        self, operation: Operation[Any], values: _Values, answer: Received
    ) -> Any:
        value = read(operation, answer, strict=self.settings.strict)
        return operation.finished(value, self, values, answer.headers)
