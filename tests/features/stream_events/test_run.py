from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire
from library import httpx

FIRST = b'id: 1\nevent: up\ndata: {"name": "a", "cents": 7}\n\n'
PRICES = FIRST + (
    b'data: {"name": "b", "cents": 8}\n\ndata: [CLOSED]\n\ndata: [DONE]\n\n'
)
FAILED = b'event: error\ndata: {"why": "closed"}\n\n'


def watched(sdk: ModuleType, content: bytes, method: str) -> list[tuple[Any, str, str]]:
    """Items with the name and the id of their event, the same sync and async."""
    wire = Wire(content=content, media_type="text/event-stream")
    transport = httpx.MockTransport(wire.answer)
    with httpx.Client(transport=transport) as http:
        stream = getattr(sdk.Ticker(httpx_client=http), method)()
        found = [(item, stream.event.event, stream.event.id) for item in stream]

    async def main() -> list[tuple[Any, str, str]]:
        async_transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=async_transport) as async_http:
            client = sdk.AsyncTicker(httpx_client=async_http)
            async with await getattr(client, method)() as several:
                return [
                    (i, several.event.event, several.event.id) async for i in several
                ]

    assert asyncio.run(main()) == found
    return found


def test_items_and_their_events(sdk: ModuleType) -> None:
    """Each item is typed; its event tells the rest, and the document's mark the end."""
    assert watched(sdk, PRICES, "watch_prices") == [
        (sdk.Price(name="a", cents=7), "up", "1"),
        (sdk.Price(name="b", cents=8), "message", "1"),
    ]


def test_items_of_text(sdk: ModuleType) -> None:
    """They are given as they are."""
    content = b"data: one\ndata: two\n\ndata: END\n\n"
    assert watched(sdk, content, "watch_news") == [("one\ntwo", "message", "")]


def test_an_error(sdk: ModuleType) -> None:
    """It is raised with its body in the type of the document's errors."""
    with pytest.raises(sdk.StreamError) as caught:
        watched(sdk, FAILED, "watch_prices")
    assert caught.value.body == sdk.Problem(why="closed")
    assert isinstance(caught.value, sdk.ApiError)


def test_asked_for_again(sdk: ModuleType) -> None:
    """Where the client is told to, it goes on after the last event."""
    wire = Wire(content=FIRST + b"retry: 1\ndata: {}", media_type="text/event-stream")
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Ticker(httpx_client=http).with_options(reconnects=2)
        stream = client.watch_prices()
        assert [next(stream).cents, next(stream).cents] == [7, 7]
        stream.close()
    assert wire.last.headers["last-event-id"] == "1"
