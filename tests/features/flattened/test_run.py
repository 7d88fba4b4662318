"""Whether a body's properties are arguments, where the document says it itself."""

from __future__ import annotations

import asyncio
import json
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire
from library import httpx

NOTE = {"text": "Buy milk", "place": {"page": 3}}


def sent(sdk: ModuleType, name: str, is_async: bool, **arguments: Any) -> Any:
    """The JSON that a call sends."""
    wire = Wire(content=json.dumps(NOTE).encode())

    async def call() -> None:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            await getattr(sdk.AsyncFlattened(httpx_client=http), name)(**arguments)

    if is_async:
        asyncio.run(call())
    else:
        with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
            getattr(sdk.Flattened(httpx_client=http), name)(**arguments)
    return json.loads(wire.last.content)


@pytest.mark.parametrize("is_async", [False, True])
def test_a_shared_component(sdk: ModuleType, is_async: bool) -> None:
    """Each property is an argument, though answers are made of the component, too."""
    place = sdk.NotePlace(page=3)
    made = sent(sdk, "create_note", is_async, text="Buy milk", place=place)
    assert made == NOTE


@pytest.mark.parametrize("is_async", [False, True])
def test_a_body_in_place(sdk: ModuleType, is_async: bool) -> None:
    """It is one argument where that is asked for."""
    draft = sdk.CreateDraftRequest(text="Buy")
    assert sent(sdk, "create_draft", is_async, request=draft) == {"text": "Buy"}
