"""Clients of a feature's package whose requests are answered in place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from library import httpx


@dataclass
class Wire:
    """Answers every request in the same way and keeps what was sent."""

    status: int = 200
    content: bytes = b""
    media_type: str = "application/json"
    sent: list[httpx.Request] = field(default_factory=list[httpx.Request])

    def answer(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.sent.append(request)
        headers = {"content-type": self.media_type} if self.content else {}
        return httpx.Response(self.status, content=self.content, headers=headers)

    async def async_answer(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.sent.append(request)
        headers = {"content-type": self.media_type} if self.content else {}
        return httpx.Response(self.status, content=self.content, headers=headers)

    @property
    def last(self) -> httpx.Request:
        return self.sent[-1]


def both(
    sdk: ModuleType,
    wire: Wire,
    call: Callable[[Any], Any],
    *,
    client: str,
    **options: Any,
) -> Any:
    """Make one call with the sync and with the async client.

    Both must send the same request and give the same value, which is returned.
    """
    transport = httpx.MockTransport(wire.answer)
    with httpx.Client(transport=transport) as http:
        value = call(getattr(sdk, client)(httpx_client=http, **options))

    async def call_async() -> Any:
        async_transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=async_transport) as async_http:
            made = getattr(sdk, f"Async{client}")(httpx_client=async_http, **options)
            return await call(made)

    async_value = asyncio.run(call_async())
    first, second = wire.sent[-2:]
    assert (first.method, first.url) == (second.method, second.url)
    assert _plain(first) == _plain(second)
    assert value == async_value
    return value


def _plain(request: httpx.Request) -> bytes:
    """The body; what divides a form of several parts is drawn anew each time."""
    _, _, boundary = request.headers.get("content-type", "").partition("boundary=")
    return (
        request.content.replace(boundary.encode(), b"") if boundary else request.content
    )
