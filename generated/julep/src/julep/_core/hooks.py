"""Functions of the user's that see every request and every answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import TypeVar

from .http import httpx
from .records import dataclass

__all__ = ["AsyncHooks", "Hooks"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """Called for each attempt of each call, retries and redirects among them.

    Attributes:
        on_request: Gets the request before it is sent, and may change its headers:
            to sign it, for instance.
        on_response: Gets the answer when its status and headers have come. What it
            raises ends the call.
    """

    on_request: Callable[[httpx.Request], object] | None = None
    on_response: Callable[[httpx.Response], object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AsyncHooks:
    """The same for an async client; the functions may be async."""

    on_request: Callable[[httpx.Request], Awaitable[object] | object] | None = None
    on_response: Callable[[httpx.Response], Awaitable[object] | object] | None = None


async def told(hook: Callable[[T], object] | None, of: T) -> None:
    """Call a hook, if there is one, and wait for it if it is async."""
    done = None if hook is None else hook(of)
    if isawaitable(done):
        await done
