"""Time that is over when it is over, however slowly an answer comes.

The HTTP library gives each read the whole of a timeout: a server that sends a byte now
and then would keep a sync call for as long as it likes. (An async call is cancelled.)
Its pools of connections take another way to the network, but only from inside; ours is
put there, in a client of the user's, too: all else that goes this way is as it was. A
transport of the user's own has no such place, and connections that were there before
go the old way: with them, time is looked at when a head is whole, and at each piece of
a body.
"""

from __future__ import annotations

import time
from typing import Any

from .http import httpx


class Until(float):
    """Seconds of a call's time, and when that is over."""

    end: float


def limited(seconds: float | None) -> float | None:
    """A timeout for all that a request takes."""
    if seconds is None:
        return None
    made = Until(seconds)
    made.end = time.monotonic() + seconds
    return made


def unlimited(request: httpx.Request, seconds: float | None) -> None:
    """From now on it is a timeout for each read: a stream may take as long as it will.

    The HTTP library looks again when it begins to read the body.
    """
    request.extensions["timeout"]["read"] = seconds


def timed(http: httpx.Client) -> httpx.Client:
    """The client, to whose reads and writes `Until` is what is left of the time."""
    inside: Any = http
    for transport in (inside._transport, *inside._mounts.values()):
        pool: Any = getattr(transport, "_pool", None)
        network = getattr(pool, "_network_backend", None)
        if network is not None and not isinstance(network, _Network):
            pool._network_backend = _Network(network)
    return http


def timed_client(**options: Any) -> httpx.Client:
    """A client of our own."""
    return timed(httpx.Client(**options))


class _Network:
    """A way to the network whose streams know what time is left."""

    def __init__(self, network: Any) -> None:
        self._network = network

    def __getattr__(self, name: str) -> Any:
        return getattr(self._network, name)

    def connect_tcp(
        self, *given: Any, timeout: float | None = None, **options: Any
    ) -> _Stream:
        left = _left(timeout)
        return _Stream(self._network.connect_tcp(*given, timeout=left, **options))


class _Stream:
    __slots__ = ("_stream",)

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        content: bytes = self._stream.read(max_bytes, _left(timeout))
        return content

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout))

    def start_tls(
        self, *given: Any, timeout: float | None = None, **options: Any
    ) -> _Stream:
        left = _left(timeout)
        return _Stream(self._stream.start_tls(*given, timeout=left, **options))


def _left(timeout: float | None) -> float | None:
    """The seconds that are left.

    Raises:
        httpx.ReadTimeout: None are.
    """
    if not isinstance(timeout, Until):
        return timeout
    left = timeout.end - time.monotonic()
    if left <= 0:
        raise httpx.ReadTimeout("the time of the call is over")
    return left
