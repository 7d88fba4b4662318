"""The engine that waits for what it sends for."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, ClassVar, TypeVar

from .answer import Received
from .connection import built, received, translated
from .engine import Engine, Form
from .hooks import Hooks
from .http import httpx
from .operation import Operation
from .records import dataclass
from .request import Prepared
from .responses import StreamedResponse
from .retry import Attempt, Deadline
from .steps import Flow, run
from .timed import limited, unlimited

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SyncEngine(Engine[httpx.Client]):
    """Makes calls, and waits for their answers."""

    is_async: ClassVar[bool] = False

    hooks: Hooks = Hooks()

    def call(self, operation: Operation[R], *values: object) -> R:
        """What a call gives; `values` are those of its arguments."""
        given: Any
        if self.form is Form.STREAMED:
            given = self._streaming(operation, values)
        else:
            given = self._run(self._called(operation, values))
        value: R = given
        return value

    def opened(self, operation: Operation[Any], request: Prepared) -> httpx.Response:
        """The head of a success that is to be streamed."""
        return self._run(self._opened(operation, request))

    @contextmanager
    def _streaming(
        self, operation: Operation[Any], values: tuple[object, ...]
    ) -> Generator[StreamedResponse[Any]]:
        answer, *others = self._run(self._streamed(operation, values))
        try:
            yield StreamedResponse(answer, *others)
        finally:
            answer.close()

    def _run(self, flow: Flow[R]) -> R:
        return run(flow, self, Deadline.after(self.settings.timeout))

    def attempt(self, attempt: Attempt, deadline: Deadline) -> Received:
        """Send once; the answer, or the head of a success that is to be streamed."""
        request, http = attempt.request, self.pool.http
        with translated(request.call) as errors:
            sent = built(http, request, limited(attempt.timeout))
            if self.hooks.on_request is not None:
                self.hooks.on_request(sent)
            response = http.send(sent, stream=True, follow_redirects=False)
            errors.response = response
            opens = False
            try:
                if self.hooks.on_response is not None:
                    self.hooks.on_response(response)
                content = bytearray()
                opens = request.streams and response.is_success
                if opens:
                    unlimited(sent, attempt.timeout)
                else:
                    for chunk in response.iter_bytes():
                        content += chunk
                        deadline.check(request)
            finally:
                if not opens:
                    response.close()
        return received(request, response, content, opens)
