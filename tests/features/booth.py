"""A server that answers pages one after the other, and clients that go through them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

from library import httpx


class Booth:
    """Gives each answer once, and keeps what was asked for."""

    def __init__(self, *answers: object, **headers: str) -> None:
        self.answers = list(answers)
        self.headers = headers
        self.sent: list[httpx.Request] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        request.read()
        answer = self.answers[len(self.sent)]
        self.sent.append(request)
        headers = self.headers if len(self.sent) < len(self.answers) else {}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.Response(200, json=answer, headers=named)

    @property
    def queries(self) -> list[dict[str, str]]:
        return [dict(request.url.params) for request in self.sent]

    @property
    def bodies(self) -> list[Any]:
        return [json.loads(request.content) for request in self.sent]


def walk(
    sdk: ModuleType,
    call: Callable[[Any], Any],
    make: Callable[[], Booth],
    *,
    client: str,
    **options: Any,
) -> tuple[list[Any], Booth]:
    """The items of every page, and the server that gave them.

    The sync and the async client give the same, and ask for the same.
    """
    first, second = make(), make()
    with httpx.Client(transport=httpx.MockTransport(first.answer)) as http:
        items = list(call(getattr(sdk, client)(httpx_client=http, **options)))

    async def main() -> list[Any]:
        transport = httpx.MockTransport(second.answer)
        async with httpx.AsyncClient(transport=transport) as async_http:
            made = getattr(sdk, f"Async{client}")(httpx_client=async_http, **options)
            return [item async for item in await call(made)]

    assert asyncio.run(main()) == items
    assert [str(each.url) for each in first.sent] == [
        str(each.url) for each in second.sent
    ]
    assert [each.content for each in first.sent] == [
        each.content for each in second.sent
    ]
    return items, first
