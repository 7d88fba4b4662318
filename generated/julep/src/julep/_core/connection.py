"""The HTTP library's side of a call: its requests, its errors, its clients."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, Self, TypeGuard, TypeVar

from .errors import (
    ApiConnectionError,
    ApiTimeoutError,
    InvalidRequestError,
    SdkError,
    UnreadableBodyError,
)
from .http import httpx

if TYPE_CHECKING:
    from .request import Prepared

H = TypeVar("H", httpx.Client, httpx.AsyncClient)

# A stream holds its connection for long, and the pool of httpx becomes slow where
# calls queue up for one: a thousand calls at once took it a minute.
_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
# Methods whose requests have a body, if need be an empty one (RFC 9110, 8.6).
_WITH_BODY = frozenset({"POST", "PUT", "PATCH", "QUERY"})


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
    given |= {"method": request.method, "url": _url(request.url)}
    if "length" in given:
        headers.append((b"Content-Length", b"%d" % given.pop("length")))
    plain = type(http) in (httpx.Client, httpx.AsyncClient)
    if not plain or http.params or http.cookies:
        limit = httpx.Timeout(timeout)
        return http.build_request(headers=headers, timeout=limit, **given)
    own = {name.lower() for name, _ in headers}
    headers[:0] = [pair for pair in http.headers.raw if pair[0].lower() not in own]
    limits = dict.fromkeys(("connect", "read", "write", "pool"), timeout)
    return _request(headers, own, extensions={"timeout": limits}, **given)


# Most programs call a few URLs again and again, and to parse one is a fifth of a call.
_url = lru_cache(maxsize=128)(httpx.URL)


def _request(
    headers: list[tuple[bytes, bytes]],
    own: set[bytes],
    *,
    url: httpx.URL,
    content: Any,
    **given: Any,
) -> httpx.Request:
    """A request with the headers of its connection, which a stream comes without."""
    if not (content is None or isinstance(content, bytes)):
        return httpx.Request(url=url, headers=headers, content=content, **given)
    held = content or b""
    if b"host" not in own:
        headers.insert(0, (b"Host", url.netloc))
    if (held or given["method"] in _WITH_BODY) and b"content-length" not in own:
        headers.append((b"Content-Length", b"%d" % len(held)))
    stream = httpx.ByteStream(held)
    made = httpx.Request(url=url, headers=headers, stream=stream, **given)
    made.read()  # so that a hook can see what is sent
    return made


class translated:
    """The HTTP library's errors as our own; theirs is the cause.

    `response` is what is read inside, as soon as there is one.
    """

    __slots__ = ("_call", "response")

    def __init__(self, call: str, response: httpx.Response | None = None) -> None:
        self._call = call
        self.response = response

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if isinstance(error, _LIBRARY) or _is_of_tls(error):
            raise _own(self._call, error, self.response) from error


_LIBRARY = (
    httpx.TransportError,
    httpx.DecodingError,
    httpx.InvalidURL,
    httpx.StreamError,
)


def _is_of_tls(error: object) -> TypeGuard[OSError]:
    """What httpx lets through where a server refuses the certificate of a client."""
    if not isinstance(error, OSError):
        return False
    from ssl import SSLError

    return isinstance(error, SSLError)


def _own(call: str, error: Exception, response: httpx.Response | None) -> SdkError:
    match error:
        case httpx.DecodingError() if response is not None:
            why = f"the answer's content encoding is broken ({call}): {error}"
            status, headers = response.status_code, response.headers
            return UnreadableBodyError(why, status, headers, b"")
        case httpx.TimeoutException():
            return ApiTimeoutError(f"no answer in time: {call}")
        case httpx.StreamError():
            why = "its body has been read, or the connection let go of"
            return InvalidRequestError(f"{call}: {why}")
        case (
            httpx.UnsupportedProtocol()
            | httpx.LocalProtocolError()
            | httpx.InvalidURL()
        ):
            return InvalidRequestError(f"{call} cannot be sent: {error}")
        case _:
            why = str(error) or type(error).__name__
            return ApiConnectionError(f"the connection failed: {call}: {why}")


async def chunks(
    response: httpx.Response, call: str, is_async: bool
) -> AsyncGenerator[bytes]:
    """The bytes of an open answer as they come."""
    with translated(call, response):
        if is_async:
            async for chunk in response.aiter_bytes():
                yield chunk
        else:
            for chunk in response.iter_bytes():
                yield chunk
