"""What goes wrong on a real connection, sync and async alike, from one table."""

from __future__ import annotations

import asyncio
import gzip
import socket
import time
from typing import Any

import pytest
from core.server import Script, answer, drip, reset, serving, silence
from library import httpx
from PACKAGE._core.api import Api
from PACKAGE._core.client import AsyncClient, SyncClient
from PACKAGE._core.engine import AsyncEngine, SyncEngine
from PACKAGE._core.errors import (
    ApiConnectionError,
    ApiError,
    ApiTimeoutError,
    InvalidRequestError,
    NotFoundError,
    SdkError,
    ServerError,
    UnreadableBodyError,
)
from PACKAGE._core.model import Model
from PACKAGE._core.operation import Operation
from PACKAGE._core.query_keys import QueryKey


class Pet(Model):
    name: str


GET: Operation[Pet] = Operation(
    method="GET", path="/pets", query=("q",), returns=lambda: Pet
)
GONE: Operation[None] = Operation(method="GET", path="/pets")
API = Api(
    name="pets",
    version="1",
    schemes={"key": QueryKey(name="key")},
    security=(("key",),),
)
SECRET = "s3cret"
PET = b'{"name": "Ada"}'
WHOLE = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"


OPTIONS: dict[str, Any] = {
    "credentials": {"key": SECRET},
    "timeout": 5.0,
    "max_retries": 0,
    "strict": False,
}


class Sync(SyncClient):
    """A client with an engine that tests can reach."""

    @property
    def engine(self) -> SyncEngine:
        return self._engine


class Async(AsyncClient):
    """An async client with an engine that tests can reach."""

    @property
    def engine(self) -> AsyncEngine:
        return self._engine


def call(
    url: str,
    is_async: bool,
    operation: Operation[Any] = GET,
    *,
    timeout: float | None = 5.0,
    max_retries: int = 0,
    http: Any = None,
) -> Any:
    """One call with a client of its own."""
    values = ("x",) if operation.query else ()
    options: dict[str, Any] = {
        **OPTIONS,
        "base_url": url,
        "timeout": timeout,
        "httpx_client": http,
        "max_retries": max_retries,
    }
    if not is_async:
        with Sync(API, **options) as client:
            return client.engine.call(operation, *values)

    async def main() -> Any:
        async with Async(API, **options) as client:
            return await client.engine.call(operation, *values)

    return asyncio.run(main())


both = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])

FAULTS: dict[str, tuple[Script, type[SdkError]]] = {
    "closed at once": (answer(b"", "", 0), ApiConnectionError),
    "reset before the head": (reset(), ApiConnectionError),
    "reset in the head": (reset(b"HTTP/1.1 200"), ApiConnectionError),
    "reset in the body": (
        reset(WHOLE + b"content-length: 99\r\n\r\n{"),
        ApiConnectionError,
    ),
    "truncated": (answer(PET, length=99), ApiConnectionError),
    "a length that is too small": (answer(PET, length=5), UnreadableBodyError),
    "a length that is no number": (answer(PET, content_length="x"), ApiConnectionError),
    "broken chunks": (
        answer(PET, transfer_encoding="chunked"),
        ApiConnectionError,
    ),
    "no HTTP": (lambda on, _: on.sendall(b"SSH-2.0-x\r\n\r\n"), ApiConnectionError),
    "not JSON": (answer(b"<html>"), UnreadableBodyError),
    "wrong type": (answer(b'{"name": 1}'), UnreadableBodyError),
    "empty": (answer(b""), UnreadableBodyError),
    "no content": (answer(b"", "204 No Content"), UnreadableBodyError),
    "invalid gzip": (answer(b"no gzip", content_encoding="gzip"), UnreadableBodyError),
    "not found": (answer(b"{}", "404 Not Found"), NotFoundError),
    "broken": (answer(b"oops", "500 Internal Server Error"), ServerError),
    "odd status": (answer(b"", "799 Odd"), ApiError),
    "redirect to nowhere": (answer(b"", "302 Found"), ApiError),
    "redirect to no URL": (answer(b"", "302 Found", location="http://["), ApiError),
    "redirect to a file": (answer(b"", "302 Found", location="file:///x"), ApiError),
}


@both
@pytest.mark.parametrize("fault", FAULTS)
def test_fault(fault: str, is_async: bool) -> None:
    """Each fault is an error of the family, whose text holds no secret."""
    script, expected = FAULTS[fault]
    with serving(script) as server, pytest.raises(SdkError) as caught:
        call(server.url, is_async)
    assert isinstance(caught.value, expected)
    assert SECRET not in str(caught.value)
    assert "GET" in str(caught.value)


@both
def test_refused(is_async: bool) -> None:
    """A port where nobody listens is a failed connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ApiConnectionError):
        call(f"http://127.0.0.1:{port}", is_async)


@both
def test_no_answer_in_time(is_async: bool) -> None:
    """A server that says nothing is a timeout, when the time is over."""
    start = time.monotonic()
    with serving(silence(2)) as server, pytest.raises(ApiTimeoutError):
        call(server.url, is_async, timeout=0.3)
    assert time.monotonic() - start < 1.5


def own_client(is_async: bool, **options: Any) -> Any:
    return httpx.AsyncClient(**options) if is_async else httpx.Client(**options)


# Clients that a user may give: as they are, and with what makes them say more.
HTTP: dict[str, Any] = {
    "ours": None,
    "plain": {},
    "with cookies": {"cookies": {"a": "b"}, "timeout": 60},
}


@both
@pytest.mark.parametrize("kind", HTTP)
def test_slow_head(kind: str, is_async: bool) -> None:
    """A head that comes in drops, each in time, does not outlast the time of a call.

    Whoever made the HTTP client; and one that is kept is held to it as well.
    """
    slow = drip(WHOLE + b"content-length: 15\r\n\r\n" + PET, 0.05)
    http = None if HTTP[kind] is None else own_client(is_async, **HTTP[kind])
    start = time.monotonic()
    with serving(slow) as server, pytest.raises(ApiTimeoutError):
        call(server.url, is_async, timeout=0.3, http=http)
    assert time.monotonic() - start < 1.5


def test_a_client_is_timed_once() -> None:
    """However many clients share it; for all others it is what it was."""
    with httpx.Client() as http, serving(answer(PET)) as server:
        for _ in range(3):
            Sync(API, **OPTIONS, base_url=server.url, httpx_client=http)
        inside: Any = http
        network = inside._transport._pool._network_backend
        assert type(network).__name__ == "_Network"
        assert type(network._network).__name__ != "_Network"
        assert http.get(server.url, timeout=5).json() == {"name": "Ada"}


@both
def test_slow_body(is_async: bool) -> None:
    """A body that comes in drops, each in time, does not outlast the call's time."""
    head = WHOLE + b"content-length: 9999\r\n\r\n"

    def play(connection: socket.socket, request: bytes) -> None:
        connection.sendall(head)
        drip(b" " * 9999, 0.02)(connection, request)

    with serving(play) as server, pytest.raises(ApiTimeoutError):
        call(server.url, is_async, timeout=0.3)


@both
def test_good_answers(is_async: bool) -> None:
    """Whole, byte by byte, compressed, and none at all where none is expected."""
    whole = WHOLE + b"content-length: 15\r\n\r\n" + PET
    zipped = answer(gzip.compress(PET), content_encoding="gzip")
    for script in (answer(PET), drip(whole, 0), zipped):
        with serving(script) as server:
            assert call(server.url, is_async) == Pet(name="Ada")
    with serving(answer(b"", "204 No Content")) as server:
        assert call(server.url, is_async, GONE) is None


@both
def test_tried_again(is_async: bool) -> None:
    """A connection that fails once is made again, and the answer is read."""
    with serving(reset(), answer(PET)) as server:
        assert call(server.url, is_async, max_retries=1) == Pet(name="Ada")
        assert len(server.heads) == 2


@both
def test_redirect_loop(is_async: bool) -> None:
    """A loop ends, as an error of the status."""
    with serving(answer(b"", "302 Found", location="/pets")) as server:
        with pytest.raises(ApiError) as caught:
            call(server.url, is_async)
        assert caught.value.status_code == 302
        assert len(server.heads) == 11


def test_after_close() -> None:
    """A client that has been closed says so, and so do its copies."""
    client = Sync(
        API,
        base_url="http://127.0.0.1:1",
        httpx_client=None,
        **OPTIONS,
    )
    copy = client.with_options(timeout=2)
    client.close()
    for each in (client, copy):
        with pytest.raises(InvalidRequestError, match="closed"):
            each.engine.call(GET, "x")


def test_nothing_shows_a_secret() -> None:
    """Neither the client's repr nor its settings' hold the credential."""
    with Sync(
        API,
        base_url="http://127.0.0.1:1",
        httpx_client=None,
        **OPTIONS,
    ) as client:
        assert SECRET not in repr(client)
        assert SECRET not in repr(client.engine)
