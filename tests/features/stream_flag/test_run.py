from __future__ import annotations

import asyncio
import json
from types import ModuleType

import pytest
from features.wire import Wire, both
from library import httpx

EVENTS = b'data: {"delta": "Once"}\n\ndata: {"delta": " upon"}\n\ndata: [DONE]\n\n'


def test_whole_answer_without_the_flag(sdk: ModuleType) -> None:
    """Without `stream` the answer is read whole, into the JSON type."""
    wire = Wire(content=b'{"text": "Once upon"}')
    story = both(sdk, wire, lambda client: client.tell(about="x"), client="Teller")
    assert story == sdk.Story(text="Once upon")
    assert wire.last.headers["accept"] == "application/json"


def test_items_with_the_flag(sdk: ModuleType) -> None:
    """With `stream=True` the items come typed, and the last mark ends them."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")
    with (
        httpx.Client(transport=httpx.MockTransport(wire.answer)) as http,
        sdk.Teller(httpx_client=http).tell(about="x", stream=True) as stream,
    ):
        assert [part.delta for part in stream] == ["Once", " upon"]
    assert json.loads(wire.last.content) == {"about": "x", "stream": True}
    assert wire.last.headers["accept"] == "text/event-stream"


def test_items_with_the_flag_async(sdk: ModuleType) -> None:
    """The async client streams the same items."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")

    async def main() -> list[str]:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            client = sdk.AsyncTeller(httpx_client=http)
            async with await client.tell(about="x", stream=True) as stream:
                return [part.delta async for part in stream]

    assert asyncio.run(main()) == ["Once", " upon"]


def test_items_of_a_shared_request(sdk: ModuleType) -> None:
    """Where the body is one argument, the flag is another one beside it."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")
    request = sdk.Telling(about="x", stream=False)
    with (
        httpx.Client(transport=httpx.MockTransport(wire.answer)) as http,
        sdk.Teller(httpx_client=http).retell(request=request, stream=True) as stream,
    ):
        assert [part.delta for part in stream] == ["Once", " upon"]
    assert json.loads(wire.last.content) == {"about": "x", "stream": True}
    assert wire.last.headers["accept"] == "text/event-stream"


def test_whole_answer_to_a_shared_request(sdk: ModuleType) -> None:
    """Without the flag the request is sent as it is, and answered whole."""
    wire = Wire(content=b'{"text": "Once upon"}')
    request = sdk.Telling(about="x", stream=False)
    story = both(
        sdk, wire, lambda client: client.retell(request=request), client="Teller"
    )
    assert story == sdk.Story(text="Once upon")
    assert json.loads(wire.last.content) == {"about": "x", "stream": False}


def test_flag_that_only_the_request_has(sdk: ModuleType) -> None:
    """What a call gives is decided by its arguments: no stream comes unasked for."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")
    request = sdk.Telling(about="x", stream=True)
    with pytest.raises(sdk.InvalidRequestError, match="an argument of the call"):
        both(sdk, wire, lambda client: client.retell(request=request), client="Teller")


def test_operation_that_only_streams(sdk: ModuleType) -> None:
    """An operation without another answer streams without being asked to."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        ticks = list(sdk.Teller(httpx_client=http).watch_ticks())
    assert [tick.delta for tick in ticks] == ["Once", " upon"]
