"""Fern's words for streams: asked for by the request, or the only answer there is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx

LINES = b'{"more": "a"}\n{"more": "b"}\n'
EVENTS = b'data: {"more": "a"}\n\ndata: {"more": "b"}\n\n'
END = b"data: [END]\n\n"


def pieces(sdk: ModuleType, wire: Wire, call: Callable[[Any], Any]) -> list[Any]:
    """The items of a stream, by the sync and by the async client."""
    with (
        httpx.Client(transport=httpx.MockTransport(wire.answer)) as http,
        call(sdk.ToldStreams(httpx_client=http)) as stream,
    ):
        found = list(stream)

    async def main() -> None:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            client = sdk.AsyncToldStreams(httpx_client=http)
            async with await call(client) as stream:
                found.extend([each async for each in stream])

    asyncio.run(main())
    return found


@pytest.mark.parametrize(
    ("name", "arguments", "sent", "media_type"),
    [
        ("chat", {"text": "x", "stream": True}, EVENTS + END, "text/event-stream"),
        ("watch", {}, EVENTS, "text/event-stream"),
        ("list_lines", {}, LINES, "application/json"),
    ],
)
def test_items(
    sdk: ModuleType, name: str, arguments: dict[str, Any], sent: bytes, media_type: str
) -> None:
    """Events or lines are items of the schema that is told, until the mark."""
    wire = Wire(content=sent, media_type=media_type)
    made = pieces(sdk, wire, lambda client: getattr(client, name)(**arguments))
    assert made == [sdk.Piece(more="a"), sdk.Piece(more="b")] * 2


def test_what_is_not_asked_for(sdk: ModuleType) -> None:
    """Without the condition the answer is whole, of the schema told for that."""
    wire = Wire(content=b'{"text": "ab"}')
    made = both(sdk, wire, lambda client: client.chat(text="x"), client="ToldStreams")
    assert made == sdk.Reply(text="ab")
    assert wire.last.headers["accept"] == "application/json"
