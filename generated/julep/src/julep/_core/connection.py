"""The HTTP library's side of a call: its requests, its errors, its clients."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Generic, TypeVar

from .answer import Received
from .errors import (
    ApiConnectionError,
    ApiTimeoutError,
    InvalidRequestError,
    UnreadableBodyError,
)
from .http import httpx
from .request import Prepared
from .retry import Head

H = TypeVar("H", httpx.Client, httpx.AsyncClient)

# A stream holds its connection for long, and the pool of httpx becomes slow where
# calls queue up for one: a thousand calls at once took it a minute.
_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)


class Pool(Generic[H]):
    """An HTTP client, made when it is first needed, shared by copies of a client.

    One that the user gave belongs to the user, and is left open.
    """

    def __init__(self, given: H | None, make: Callable[..., H]) -> None:
        self._given: H | None = given
        self._made: H | None = None
        self._make: Callable[..., H] = make
        self._making = Lock()
        self._closed = False

    @property
    def http(self) -> H:
        """The client to send with."""
        if self._closed:
            raise InvalidRequestError("the client has been closed")
        http = self._given or self._made or self._first()
        if http.is_closed:
            raise InvalidRequestError("the HTTP client has been closed")
        return http

    def _first(self) -> H:
        """One is made, however many threads come for it at once."""
        with self._making:
            if self._made is None:
                self._made = self._make(limits=_LIMITS)
            return self._made

    def close(self) -> H | None:
        """Mark it as closed; the client that is now to be closed, if there is one."""
        with self._making:
            self._closed = True
            made, self._made = self._made, None
            return made


def built(
    http: httpx.Client | httpx.AsyncClient,
    request: Prepared,
    timeout: float | None,
) -> httpx.Request:
    """The request as the HTTP library sends it.

    A client that has more to say than headers says it itself. Else it is left out:
    that it merges what it has and what it gets is a third of a small call.
    """
    headers = [
        (name.encode("ascii", "replace"), value.encode())
        for name, value in request.headers.items()
    ]
    given = request.body.given(sync=isinstance(http, httpx.Client))
    given |= {"method": request.method, "url": request.url}
    if "length" in given:
        headers.append((b"Content-Length", b"%d" % given.pop("length")))
    plain = type(http) in (httpx.Client, httpx.AsyncClient)
    if not plain or http.params or http.cookies:
        limit = httpx.Timeout(timeout)
        return http.build_request(headers=headers, timeout=limit, **given)
    own = {name.lower() for name, _ in headers}
    headers[:0] = [pair for pair in http.headers.raw if pair[0].lower() not in own]
    limits = dict.fromkeys(("connect", "read", "write", "pool"), timeout)
    return httpx.Request(headers=headers, extensions={"timeout": limits}, **given)


@contextmanager
def translated(call: str) -> Generator[None]:
    """The HTTP library's errors as our own; theirs is the cause."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise ApiTimeoutError(f"no answer in time: {call}") from error
    except (httpx.UnsupportedProtocol, httpx.LocalProtocolError) as error:
        raise InvalidRequestError(f"{call} cannot be sent: {error}") from error
    except httpx.TransportError as error:
        why = str(error) or type(error).__name__
        raise ApiConnectionError(f"the connection failed: {call}: {why}") from error
    except httpx.InvalidURL as error:
        raise InvalidRequestError(f"{call} cannot be sent: {error}") from error
    except httpx.StreamError as error:
        why = "its body has been read, or the connection let go of"
        raise InvalidRequestError(f"{call}: {why}") from error


@contextmanager
def readable(call: str, response: httpx.Response) -> Generator[None]:
    """A body whose content encoding is broken is an unreadable one."""
    try:
        yield
    except httpx.DecodingError as error:
        raise UnreadableBodyError(
            f"the answer's content encoding is broken ({call}): {error}",
            response.status_code,
            response.headers,
            b"",
        ) from error


def received(request: Prepared, response: httpx.Response, content: bytes) -> Received:
    """An answer that was read whole."""
    return Received(request.call, response.status_code, response.headers, content)


def head_of(answer: Received | httpx.Response) -> Head:
    """What decides whether a call is sent again."""
    if isinstance(answer, Received):
        return Head(answer.status, answer.headers)
    return Head(answer.status_code, answer.headers)


def chunks(response: httpx.Response, call: str) -> Iterator[bytes]:
    """The bytes of an open answer as they come."""
    with translated(call), readable(call, response):
        yield from response.iter_bytes()


async def async_chunks(response: httpx.Response, call: str) -> AsyncIterator[bytes]:
    """The bytes of an open answer as they come, without blocking."""
    with translated(call), readable(call, response):
        async for chunk in response.aiter_bytes():
            yield chunk


@contextmanager
def within(seconds: float | None, call: str) -> Generator[None]:
    """What is awaited inside takes no longer, however it spends the time."""
    import anyio

    try:
        with anyio.fail_after(seconds):
            yield
    except TimeoutError as error:
        raise ApiTimeoutError(f"no answer in time: {call}") from error


async def sleep(seconds: float) -> None:
    """Wait without blocking, on whatever event loop the HTTP library runs."""
    import anyio

    await anyio.sleep(seconds)
