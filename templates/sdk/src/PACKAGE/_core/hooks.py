"""Functions of the user's that see every request and every answer."""

from __future__ import annotations

from collections.abc import Callable

from .http import httpx
from .records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyHooks:
    """What hooks of both clients have in common."""

    on_request: Callable[[httpx.Request], object] | None = None
    on_response: Callable[[httpx.Response], object] | None = None


class Hooks(AnyHooks):
    """Called for each attempt of each call, retries and redirects among them.

    Attributes:
        on_request: Gets the request before it is sent, and may change its headers:
            to sign it, for instance.
        on_response: Gets the answer when its status and headers have come. What it
            raises ends the call.
    """

    __slots__ = ()


class AsyncHooks(AnyHooks):
    """The same for an async client; the functions may be async."""

    __slots__ = ()
