"""A server in memory that answers like the API: what every SDK's fake is made of."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from functools import cached_property
from importlib import resources
from typing import Any, Generic, TypeVar, overload

from pydantic import ValidationError

from .._core.answer import adapter
from .._core.client import AsyncClient, SyncClient
from .._core.engine import SyncEngine
from .._core.http import httpx
from .._core.operation import Operation
from ._answers import (
    Answering,
    Call,
    Reply,
    chosen_answer,
    item_asked_for,
    next_of,
    streamed,
    whole,
)
from ._routes import Route, Routes, operation_of
from ._values import value_of

A = TypeVar("A", bound=AsyncClient)
C = TypeVar("C", bound=SyncClient)
T = TypeVar("T")


class Fake(Generic[C, A]):
    """Answers the calls of clients, without a network, and keeps what it was asked.

    What it answers is an example, or what `on` was told. A failed call is not
    repeated, unless a client is asked to: `client.with_options(max_retries=2)`.

    Attributes:
        calls: Every call that came, in order.
        transport: What an HTTP client sends through to reach this fake, sync or async.
    """

    def __init__(self, *, examples: bool = True) -> None:
        """Nothing is answered before the first call.

        Args:
            examples: Whether a method that nothing was said of answers with an
                example. Otherwise such a call is an AssertionError.
        """
        self.calls: list[Call] = []
        self.transport = httpx.MockTransport(self._answer)
        self._examples = examples
        self._replies: dict[str, list[Reply]] = {}
        self._others: list[Route] = []

    @cached_property
    def client(self) -> C:
        """A client that reaches this fake."""
        return self._make(httpx.Client(transport=self.transport, trust_env=False))

    @cached_property
    def async_client(self) -> A:
        """An async client that reaches this fake."""
        http = httpx.AsyncClient(transport=self.transport, trust_env=False)
        return self._make_async(http)

    def _make(self, http: httpx.Client) -> C:
        raise NotImplementedError

    def _make_async(self, http: httpx.AsyncClient) -> A:
        raise NotImplementedError

    @overload
    def on(self, method: Callable[..., Awaitable[T]]) -> Answering[T]: ...
    @overload
    def on(self, method: Callable[..., T]) -> Answering[T]: ...
    def on(self, method: Callable[..., Any]) -> Answering[Any]:
        """Say what a method of the API answers: `fake.on(client.get_thing).answers(…)`.

        What was said of it before is forgotten.

        Args:
            method: The method, of a client or of its class, sync or async.
        """
        return self._answering(self._route(method))

    def on_request(self, method: str, path: str) -> Answering[Any]:
        """Say what is answered to a request that the API's document does not have.

        Args:
            method: The HTTP method.
            path: The path after the base URL; `{name}` stands for any value.
        """
        operation: Operation[Any] = Operation(
            method=method.upper(), path=path, returns=lambda: object
        )
        route = Route(f"{method.upper()} {path}", operation)
        self._others.insert(0, route)
        return self._answering(route)

    def calls_of(self, method: Callable[..., Any]) -> list[Call]:
        """The calls of one method, in order."""
        route = self._route(method)
        return [each for each in self.calls if each.name == route.name]

    def _route(self, method: Callable[..., Any]) -> Route:
        operation = operation_of(method)
        route = None if operation is None else self._routes.of(operation)
        if route is None:
            raise TypeError(f"{method!r} is no method of the API")
        return route

    def _answering(self, route: Route) -> Answering[Any]:
        def start(replies: list[Reply]) -> None:
            self._replies[route.name] = replies

        return Answering(route.operation, start)

    @cached_property
    def _routes(self) -> Routes:
        engine: SyncEngine = vars(self.client)["_engine"]
        return Routes(self.client, engine.settings.base_url)

    @cached_property
    def _documented(self) -> dict[str, Any]:
        """The answers that the API's document shows, by operation."""
        file = resources.files(__package__ or "").joinpath("examples.json")
        known: dict[str, Any] = json.loads(file.read_bytes()) if file.is_file() else {}
        return known

    def _answer(self, request: httpx.Request) -> httpx.Response:
        found = self._routes.find(request.method, str(request.url), self._others)
        if found is None:
            return _without_method(request)
        route, values = found
        call = Call(name=route.name, path_params=values, request=request)
        self.calls.append(call)
        if route.name in self._replies:
            return next_of(self._replies[route.name])(call)
        if not self._examples:
            raise AssertionError(f"nothing was said of {route.name}: {request.url}")
        return self._example(route.operation, call)

    def _example(self, operation: Operation[Any], call: Call) -> httpx.Response:
        if (item := item_asked_for(operation, call)) is not None:
            return streamed(operation, (value_of(item()),))
        chosen = chosen_answer(operation, call)
        if chosen is None or chosen.type is None:
            return whole(operation, call, None)
        type_: Any = chosen.type()
        if type_ is bytes:
            return whole(operation, call, b"data")
        example = self._documented.get(f"{operation.method} {operation.path}")
        if example is None or not _fits(chosen.type, example):
            example = value_of(type_)
        return whole(operation, call, example)


def _fits(type_: Callable[[], object], example: object) -> bool:
    """Whether an example of the document is what the document says."""
    try:
        adapter(type_).validate_json(json.dumps(example))
    except ValidationError:
        return False
    return True


def _without_method(request: httpx.Request) -> httpx.Response:
    """Tokens are given to whoever asks; anything else is no call of the API."""
    if b"grant_type=" in request.content:
        return httpx.Response(
            200, json={"access_token": "fake", "token_type": "Bearer"}
        )
    if request.url.path.endswith("/.well-known/openid-configuration"):
        endpoint = str(request.url.copy_with(path="/token", query=None))
        return httpx.Response(200, json={"token_endpoint": endpoint})
    raise AssertionError(f"no method sends this: {request.method} {request.url}")
