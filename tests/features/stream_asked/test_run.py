"""What asks for a stream where the body has no boolean flag for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx

EVENTS = b'data: {"delta": "One"}\n\ndata: {"delta": " two"}\n\n'
LINES = b'{"delta": "One"}\n{"delta": " two"}\n'


def deltas(sdk: ModuleType, wire: Wire, call: Callable[[Any], Any]) -> list[str]:
    with (
        httpx.Client(transport=httpx.MockTransport(wire.answer)) as http,
        call(sdk.Speaker(httpx_client=http)) as stream,
    ):
        return [piece.delta for piece in stream]


def test_a_value_of_an_enum_asks(sdk: ModuleType) -> None:
    """The value that names the form of the stream asks for it."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")
    sse = sdk.SpeakStreamFormat.SSE
    for value in (sse, "sse"):
        speak = methodcaller("speak", text="a", stream_format=value)
        assert deltas(sdk, wire, speak) == ["One", " two"]
        assert json.loads(wire.last.content) == {"text": "a", "stream_format": "sse"}
        assert wire.last.headers["accept"] == "text/event-stream"


def test_another_value_does_not(sdk: ModuleType) -> None:
    """Any other value, or none, gives the answer at once."""
    audio = sdk.SpeakStreamFormat.AUDIO
    for keywords in ({}, {"stream_format": audio}):
        wire = Wire(content=b"wave", media_type="application/octet-stream")
        speak = methodcaller("speak", text="a", **keywords)
        assert both(sdk, wire, speak, client="Speaker") == b"wave"
        assert wire.last.headers["accept"] == "application/octet-stream"


def test_a_value_inside_a_shared_request(sdk: ModuleType) -> None:
    """Where the body is one argument, the property is another one beside it."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")
    wish = sdk.Wish(mode=sdk.WishMode.WHOLE)
    mode = sdk.WishMode.EVENT_STREAM
    assert deltas(sdk, wire, lambda it: it.repeat(request=wish, mode=mode)) == [
        "One",
        " two",
    ]
    assert json.loads(wire.last.content) == {"mode": "event_stream"}
    with pytest.raises(sdk.InvalidRequestError, match="an argument of the call"):
        deltas(sdk, wire, lambda it: it.repeat(request=sdk.Wish(mode=mode)))


def test_the_form_of_the_answer_asks(sdk: ModuleType) -> None:
    """Where nothing in the request asks, the media type that is accepted does."""
    lines = "application/x-ndjson"
    wire = Wire(content=LINES, media_type=lines)
    assert deltas(sdk, wire, lambda it: it.get_words(accept=lines)) == ["One", " two"]
    assert wire.last.headers["accept"] == lines
    wire = Wire(content=b'{"words": ["One", "two"]}')
    words = both(sdk, wire, lambda it: it.get_words(), client="Speaker")
    assert words == sdk.Words(words=["One", "two"])
    assert wire.last.headers["accept"] == "application/json"


def test_a_form_that_no_answer_has(sdk: ModuleType) -> None:
    """What type checkers refuse is refused at run time, too."""
    wire = Wire(content=LINES)
    match = "one of application/json, application/x-ndjson"
    with pytest.raises(sdk.InvalidRequestError, match=match):
        both(sdk, wire, lambda it: it.get_words(accept="text/html"), client="Speaker")
