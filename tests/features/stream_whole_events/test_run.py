from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire
from library import httpx

PRICES = (
    b"event: price\nid: 1\nretry: 9\ndata: 12\n\n"
    b"data: a\ndata: b\n\nid\ndata: [DONE]\n\n"
)
NEWS = b'event: news\nid: 1\ndata: {"title": "x"}\n\n'


def items(sdk: ModuleType, is_async: bool, name: str, content: bytes) -> list[Any]:
    wire = Wire(content=content, media_type="text/event-stream")
    if not is_async:
        with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
            return list(getattr(sdk.Ticker(httpx_client=http), name)())

    async def gathered() -> list[Any]:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            stream = await getattr(sdk.AsyncTicker(httpx_client=http), name)()
            return [item async for item in stream]

    return asyncio.run(gathered())


@pytest.mark.parametrize("is_async", [False, True])
def test_whole_events(sdk: ModuleType, is_async: bool) -> None:
    """An item has the fields of its event that came; the end is still the end."""
    first, second = items(sdk, is_async, "watch_prices", PRICES)
    assert first.model_dump() == {
        "data": "12",
        "event": "price",
        "id": "1",
        "retry": 9,
    }
    assert second.model_dump(exclude_none=True) == {"data": "a\nb", "id": "1"}


@pytest.mark.parametrize("is_async", [False, True])
def test_data(sdk: ModuleType, is_async: bool) -> None:
    """Where the schema has other fields it describes the data."""
    (item,) = items(sdk, is_async, "watch_news", NEWS)
    assert item.title == "x"


@pytest.mark.parametrize("is_async", [False, True])
def test_kinds_of_events(sdk: ModuleType, is_async: bool) -> None:
    """Its name tells the kind of an event; data that no kind has of its own is data."""
    content = (
        b"event: said\ndata: a\ndata: b\n\nevent: counted\ndata: 12\n\nevent: x\n\n"
    )
    said, counted, *_ = items(sdk, is_async, "watch_changes", content)
    assert (type(said).__name__, said.data) == ("WatchChangesResponseSaid", "a\nb")
    assert (counted.event, counted.data) == ("counted", "12")
