"""A server of books in pages, and the two clients that go through them."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable, Sequence
from typing import Any

from core.paging import API, Async, Case, Sync, asked
from library import httpx
from PACKAGE._core.pages import items_of

SECRET = "s3cret"


class Shelf:
    """Answers every request from its items, and keeps what was asked for."""

    def __init__(self, case: Case, items: Sequence[Any], size: int) -> None:
        self.case = case
        self.items = items
        self.size = size
        self.urls: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = [b""]

    def reply(self, target: str, content: bytes) -> tuple[bytes, dict[str, str]]:
        assert len(self.urls) < 200, "it never ends"
        self.urls.append(target)
        body, headers = self.case.answer(asked(target, content), self.items, self.size)
        return json.dumps(body).encode(), headers

    def answer(self, request: httpx.Request) -> httpx.Response:
        target = str(request.url).removeprefix("http://shop")
        content, headers = self.reply(target, request.read())
        self.headers.append(dict(request.headers))
        headers |= {"content-type": "application/json"}
        return httpx.Response(200, content=content, headers=headers)

    def play(self, connection: socket.socket, head: bytes) -> None:
        """The same on a connection; the server has read the body."""
        target = head.split(b" ")[1].decode()
        content, headers = self.reply(target, self.bodies[-1])
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        lines += f"content-length: {len(content)}\r\nconnection: close\r\n"
        answer = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n{lines}\r\n"
        connection.sendall(answer.encode() + content)


def options(url: str, http: Any = None) -> dict[str, Any]:
    return {
        "base_url": url,
        "credentials": {"key": SECRET},
        "timeout": 5.0,
        "httpx_client": http,
        "max_retries": 0,
        "strict": False,
    }


def books(count: int) -> list[dict[str, int]]:
    return [{"id": number} for number in range(count)]


def go(
    case: Case,
    url: str,
    transport: Callable[[httpx.Request], httpx.Response] | None,
    is_async: bool,
    values: tuple[object, ...] = (None, None),
) -> tuple[Any, list[int], list[list[int]]]:
    """A page, the ids of every item, and those of every page."""
    mock = None if transport is None else httpx.MockTransport(transport)
    if not is_async:
        http = None if mock is None else httpx.Client(transport=mock)
        with Sync(API, **options(url, http)) as client:
            page = client.engine.call(case.operation, *values)
            ids = [item.id for item in page]
            pages = [[item.id for item in items_of(each)] for each in page.iter_pages()]
            return page, ids, pages

    async def run() -> tuple[Any, list[int], list[list[int]]]:
        http = None if mock is None else httpx.AsyncClient(transport=mock)
        async with Async(API, **options(url, http)) as client:
            page = await client.engine.call(case.operation, *values)
            ids = [item.id async for item in page]
            pages = [
                [item.id for item in items_of(each)]
                async for each in page.aiter_pages()
            ]
            return page, ids, pages

    return asyncio.run(run())
