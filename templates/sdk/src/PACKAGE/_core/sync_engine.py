"""The engine that waits for what it sends for."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import field, replace
from functools import partial
from typing import Any, TypeVar

from .answer import Received, failure
from .connection import (
    built,
    head_of,
    readable,
    received,
    translated,
)
from .engine import Engine, Form
from .errors import ApiConnectionError
from .hooks import Hooks
from .http import httpx
from .operation import Operation
from .records import dataclass
from .request import Prepared
from .responses import StreamedResponse
from .retry import Attempt, Deadline, Head
from .signing import answered
from .steps import run
from .timed import limited, unlimited

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SyncEngine(Engine[httpx.Client]):
    """Makes calls, and waits for their answers."""

    hooks: Hooks = field(default_factory=Hooks)

    def call(self, operation: Operation[R], *values: object) -> R:
        value: R = self._answer(operation, values)
        return value

    def _answer(self, operation: Operation[Any], values: tuple[object, ...]) -> Any:
        request = self._prepare(operation, values)
        if self.form is Form.STREAMED:
            return self._streamed(operation, request, self._reader(operation, values))
        answer = self._send(request)
        if isinstance(answer, Received):
            return self._whole(operation, values, answer)
        items = partial(operation.items, self, request, answer)
        return self._given(operation, received(request, answer, b""), items)

    def opened(self, operation: Operation[Any], request: Prepared) -> httpx.Response:
        """The head of a success that is to be streamed."""
        answer = self._send(request)
        if isinstance(answer, Received):
            raise failure(operation, answer)
        return answer

    @contextmanager
    def _streamed(
        self,
        operation: Operation[Any],
        request: Prepared,
        reader: Callable[[Received], Any],
    ) -> Generator[StreamedResponse[Any]]:
        answer = self.opened(operation, replace(request, streams=True))
        items = partial(operation.items, self, request, answer)
        try:
            yield StreamedResponse(
                answer,
                request.call,
                reader,
                items if request.streams else None,
            )
        finally:
            answer.close()

    def _send(self, request: Prepared) -> Received | httpx.Response:
        """The answer; of a success that is to be streamed, its head."""
        deadline = Deadline.after(self.settings.timeout)
        return run(answered(request, self.settings), self, deadline)

    def send(self, request: Prepared, deadline: Deadline) -> Received | httpx.Response:
        """The same for a request that has its credentials, within the time left."""
        flow = self._attempts(request, deadline)
        attempt = next(flow)
        while True:
            if attempt.wait:
                time.sleep(attempt.wait)
            answer: Received | httpx.Response | None = None
            outcome: Head | ApiConnectionError
            try:
                answer = self._attempt(attempt, deadline)
                outcome = head_of(answer)
            except ApiConnectionError as error:
                outcome = error
            try:
                attempt = flow.send(outcome)
            except StopIteration:
                assert answer is not None
                return answer

    def _attempt(
        self, attempt: Attempt, deadline: Deadline
    ) -> Received | httpx.Response:
        request = attempt.request
        http = self.pool.http
        with translated(request.call):
            sent = built(http, request, limited(attempt.timeout))
            self.hooks.sent(sent)
            response = http.send(sent, stream=True, follow_redirects=False)
            stays_open = False
            try:
                self.hooks.came(response)
                stays_open = request.streams and response.is_success
                if stays_open:
                    unlimited(sent, attempt.timeout)
                    return response
                content = bytearray()
                with readable(request.call, response):
                    for chunk in response.iter_bytes():
                        content += chunk
                        deadline.check(request.call)
            finally:
                if not stays_open:
                    response.close()
        return received(request, response, bytes(content))
