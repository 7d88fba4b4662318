"""A flag that asks for a stream, in each form of a body that has it."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both

EVENTS = b'data: {"piece": "a"}\n\ndata: {"piece": "b"}\n\n'
FORMS: dict[str, dict[str, Any]] = {
    "application/json": {"url": "https://example.com/a.png"},
    "multipart/form-data": {"image": b"\x89PNG", "content_type": "multipart/form-data"},
}


@pytest.mark.parametrize("media_type", FORMS)
def test_at_once(sdk: ModuleType, media_type: str) -> None:
    """Without the flag the answer is whole."""
    wire = Wire(content=b'{"data": "ab"}')
    given = FORMS[media_type]
    picture = both(sdk, wire, lambda it: it.edit(**given), client="Easel")
    assert picture.data == "ab"
    assert wire.last.headers["accept"] == "application/json"
    assert wire.last.headers["content-type"].startswith(media_type)
    assert b'"stream"' not in wire.last.content


@pytest.mark.parametrize("media_type", FORMS)
def test_piece_by_piece(sdk: ModuleType, media_type: str) -> None:
    """With it the parts come, and the flag is sent in the form that is chosen."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")
    given = FORMS[media_type]

    def pieces(client: Any) -> Any:
        if isinstance(client, sdk.Easel):
            return [each.piece for each in client.edit(**given, stream=True)]

        async def gathered() -> list[str]:
            return [
                each.piece async for each in await client.edit(**given, stream=True)
            ]

        return gathered()

    assert both(sdk, wire, pieces, client="Easel") == ["a", "b"]
    assert wire.last.headers["accept"] == "text/event-stream"
    assert wire.last.headers["content-type"].startswith(media_type)
    assert b"true" in wire.last.content


def test_a_form_without_the_flag(sdk: ModuleType) -> None:
    """It is answered at once, and takes no flag."""
    wire = Wire(content=b'{"data": "ab"}')
    given = {"body": "<a/>", "content_type": "application/xml"}
    assert both(sdk, wire, lambda it: it.edit(**given), client="Easel").data == "ab"
    with pytest.raises(sdk.InvalidRequestError, match="stream is no part"):
        both(sdk, wire, lambda it: it.edit(**given, stream=True), client="Easel")
