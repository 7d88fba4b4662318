"""What a fake answers, and what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Self, TypeAlias, TypeVar
from urllib.parse import parse_qsl

from .._core.answer import Answer, Type
from .._core.http import httpx
from .._core.omit import OMIT
from .._core.operation import Operation
from .._core.plain import to_json
from ._values import value_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that came.

    Attributes:
        name: The method that was called, as the client has it: `agents.create`.
        path_params: The values in the path, under their names in the API.
        request: The request itself: its method, URL, headers and content.
    """

    name: str
    path_params: Mapping[str, str]
    request: httpx.Request = field(repr=False)

    @property
    def query(self) -> httpx.QueryParams:
        """The parameters of the query."""
        return self.request.url.params

    @property
    def headers(self) -> httpx.Headers:
        """The headers; names in any case."""
        return self.request.headers

    @property
    def body(self) -> Any:
        """What the body holds: a JSON value, the fields of a form, else its bytes."""
        content = self.request.content
        media_type = self.headers.get("content-type", "").partition(";")[0]
        if not content:
            return None
        if media_type.endswith(("/json", "+json")):
            return json.loads(content)
        if media_type == "application/x-www-form-urlencoded":
            return dict(parse_qsl(content.decode(), keep_blank_values=True))
        return content


Reply: TypeAlias = Callable[[Call], httpx.Response]


class Answering(Generic[T]):
    """What a method of the API answers from now on.

    Several answers are given one after the other, each to one call; the last one
    is given again and again.
    """

    def __init__(
        self, operation: Operation[Any], start: Callable[[list[Reply]], None]
    ) -> None:
        self._operation = operation
        self._start = start
        self._replies: list[Reply] = []

    def answers(self, value: T, *, headers: Mapping[str, str] | None = None) -> Self:
        """Answer with a value: what the method is to return."""
        return self._then(lambda call: whole(self._operation, call, value, headers))

    def answers_json(
        self,
        body: object,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Answer with JSON as the server sends it, whatever the API's document says."""
        return self._then(lambda call: _json(status, body, headers))

    def computes(self, function: Callable[[Call], T]) -> Self:
        """Answer with what a function makes of the call."""
        return self._then(lambda call: whole(self._operation, call, function(call)))

    def streams(self, *items: object) -> Self:
        """Answer with items, one after the other."""
        return self._then(lambda call: streamed(self._operation, items))

    def fails(
        self,
        status: int,
        body: object = OMIT,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Answer with an error.

        Args:
            status: The HTTP status, 400 or above.
            body: Sent as JSON. Without it one is made, if the API's document says
                what such an error holds.
            headers: Sent with it: `{"Retry-After": "3"}`.
        """
        return self._then(lambda call: _error(self._operation, status, body, headers))

    def disconnects(self) -> Self:
        """Let the connection break before any answer comes."""
        return self._then(_disconnected)

    def times_out(self) -> Self:
        """Let no answer come in time. Nothing is waited for."""
        return self._then(_timed_out)

    def _then(self, reply: Reply) -> Self:
        if not self._replies:
            self._start(self._replies)
        self._replies.append(reply)
        return self


def next_of(replies: list[Reply]) -> Reply:
    """The reply to a call; all but the last are used up."""
    return replies.pop(0) if len(replies) > 1 else replies[0]


def item_asked_for(operation: Operation[Any], call: Call) -> Type | None:
    """The type of the items that a call is to be answered in, if it is."""
    only = operation.returns is None and not operation.answers
    asked = call.headers.get("accept") == operation.media_type
    return operation.item_type if only or asked else None


def whole(
    operation: Operation[Any],
    call: Call,
    value: object,
    headers: Mapping[str, str] | None = None,
) -> httpx.Response:
    """A success whose body is a value, in the media type that the call asks for."""
    chosen = chosen_answer(operation, call)
    if chosen is None or chosen.type is None or chosen.media_type is None:
        return httpx.Response(204 if chosen is None else status_of(chosen))
    content = chosen.write(value)
    given = {"Content-Type": chosen.media_type, **(headers or {})}
    return httpx.Response(status_of(chosen), content=content, headers=given)


def streamed(operation: Operation[Any], items: tuple[object, ...]) -> httpx.Response:
    """A success that comes in items: server-sent events, or a line for each."""
    if operation.item_type is None:
        raise TypeError(f"{operation.path} does not answer in items")
    events = operation.media_type == "text/event-stream"
    start, end = (b"data: ", b"\n\n") if events else (b"", b"\n")
    content = b"".join(start + to_json(item) + end for item in items)
    headers = {"Content-Type": operation.media_type}
    return httpx.Response(200, content=content, headers=headers)


def chosen_answer(operation: Operation[Any], call: Call) -> Answer | None:
    """The success that a call is answered with; None where it has no body."""
    if operation.returns is not None:
        return Answer("200", "application/json", operation.returns)
    accept = call.headers.get("accept", "")
    asked = [each for each in operation.answers if each.media_type == accept]
    typed = [each for each in operation.answers if each.type is not None]
    return next(iter((*asked, *typed, *operation.answers)), None)


def status_of(answer: Answer) -> int:
    """A status that an answer is described for."""
    return int(answer.status) if answer.status.isdigit() else 200


def _error(
    operation: Operation[Any],
    status: int,
    body: object,
    headers: Mapping[str, str] | None,
) -> httpx.Response:
    if body is not OMIT:
        return _json(status, body, headers)
    for key in (str(status), f"{status // 100}XX", "default"):
        if key in operation.errors:
            described = operation.errors[key]
            if not isinstance(described, Answer):
                return _json(status, value_of(described()), headers)
            made = None if described.type is None else value_of(described.type())
            given = {"Content-Type": described.media_type or "", **(headers or {})}
            content = described.write(made)
            return httpx.Response(status, content=content, headers=given)
    return httpx.Response(status, headers=dict(headers or {}))


def _json(
    status: int, body: object, headers: Mapping[str, str] | None
) -> httpx.Response:
    given = {"Content-Type": "application/json", **(headers or {})}
    return httpx.Response(status, content=to_json(body), headers=given)


def _disconnected(call: Call) -> httpx.Response:
    raise httpx.ConnectError("disconnected by the fake", request=call.request)


def _timed_out(call: Call) -> httpx.Response:
    raise httpx.ReadTimeout("timed out by the fake", request=call.request)
