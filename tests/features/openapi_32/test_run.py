from __future__ import annotations

import asyncio
import json
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, unquote

from features.wire import Wire, both
from library import httpx


def got(sdk: ModuleType, wire: Wire, call: Any) -> Any:
    return both(sdk, wire, call, client="Modern", token="t")


def test_the_query_method(sdk: ModuleType) -> None:
    """QUERY carries a body, and is as safe to repeat as GET."""
    wire = Wire(content=b'[{"title": "a"}]')
    assert got(sdk, wire, lambda c: c.books.query(author="x")) == [sdk.Book(title="a")]
    assert wire.last.method == "QUERY"
    assert json.loads(wire.last.content) == {"author": "x"}
    wire = Wire(status=503)
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Modern(httpx_client=http, token="t", max_retries=1)
        try:
            client.books.query(author="x")
        except sdk.ServerError:
            assert len(wire.sent) == 2


def test_any_method(sdk: ModuleType) -> None:
    """An additional operation is called as its key says."""
    wire = Wire(status=204)
    got(sdk, wire, lambda c: c.books.copy())
    assert wire.last.method == "COPY"


def test_a_whole_query(sdk: ModuleType) -> None:
    """A querystring is a form of its own, or a JSON text."""
    wire = Wire(status=204)
    search = {"author": "a&b", "years": [2001, 2002]}
    got(sdk, wire, lambda c: c.books.find(search=search))
    sent = wire.last.url.query.decode()
    assert parse_qs(sent) == {"author": ["a&b"], "years": ["2001,2002"]}
    got(sdk, wire, lambda c: c.books.loans.filter(where={"a": 1}))
    assert json.loads(unquote(wire.last.url.query.decode())) == {"a": 1}
    got(sdk, wire, lambda c: c.books.loans.filter())
    assert wire.last.url.query == b""


def test_items_as_they_come(sdk: ModuleType) -> None:
    """An answer with an item schema is a stream of such items."""
    wire = Wire(
        content=b'{"title": "a"}\n{"title": "b"}\n', media_type="application/jsonl"
    )
    books = [sdk.Book(title="a"), sdk.Book(title="b")]
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Modern(httpx_client=http, token="t")
        assert list(client.books.loans.follow()) == books

    async def follow() -> list[Any]:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as async_http:
            client = sdk.AsyncModern(httpx_client=async_http, token="t")
            return [book async for book in await client.books.loans.follow()]

    assert asyncio.run(follow()) == books


def test_names_of_servers_and_kinds_of_tags(sdk: ModuleType) -> None:
    """A server is called by its name; a tag that is a badge is no resource."""
    assert sdk.ModernEnvironment.LIVE.value == "https://modern.example.com"
    assert sdk.ModernEnvironment.SANDBOX.value == "https://try.example.com"
    assert not hasattr(sdk.Modern, "beta")


def test_the_device_flow(sdk: ModuleType) -> None:
    """Whatever flow a token comes from, it is sent as a bearer's."""
    wire = Wire(status=204)
    got(sdk, wire, lambda c: c.books.copy())
    assert wire.last.headers["authorization"] == "Bearer t"
