from __future__ import annotations

import json
from importlib import import_module
from operator import methodcaller
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs

import pytest
from features.wire import Wire, both
from library import httpx


def sent(sdk: ModuleType, call: Any, wire: Wire | None = None) -> httpx.Request:
    wire = wire or Wire(status=204)
    both(sdk, wire, call, client="Old")
    return wire.last


@pytest.mark.parametrize(
    ("keyword", "query"),
    [
        ("comma", "comma=a,b%2Cc"),
        ("space", "space=a%20b%2Cc"),
        ("tab", "tab=a%09b%2Cc"),
        ("pipe", "pipe=a%7Cb%2Cc"),
        ("multi", "multi=a&multi=b%2Cc"),
    ],
)
def test_lists_in_queries(sdk: ModuleType, keyword: str, query: str) -> None:
    """Each collection format has its delimiter."""
    wire = Wire(content=b"[]")
    keywords: dict[str, Any] = {keyword: ["a", "b,c"]}
    request = sent(sdk, lambda client: client.list_notes([1, 2], **keywords), wire)
    assert str(request.url) == f"https://old.example.com/v1/notes/1%7C2?{query}"


def test_lists_in_headers(sdk: ModuleType) -> None:
    """So it is outside of queries."""
    wire = Wire(content=b"[]")
    request = sent(sdk, lambda client: client.list_notes([1], x_ids=[1, 2]), wire)
    assert request.headers["x-ids"] == "1 2"


def test_a_body(sdk: ModuleType) -> None:
    """A body that is a parameter, and shared, is a body."""
    wire = Wire(201, b'{"text": "a"}')
    note = sdk.Note(text="a")
    assert both(sdk, wire, lambda c: c.add_note(request=note), client="Old") == note
    assert json.loads(wire.last.content) == {"text": "a"}


def test_a_form(sdk: ModuleType) -> None:
    """Fields are arguments; a list is in its collection format."""
    request = sent(
        sdk, lambda client: client.send_form(tags=["a", "b"], ids=[1, 2], on=True)
    )
    expected = {"tags": ["a", "b"], "ids": ["1,2"], "on": ["true"]}
    assert parse_qs(request.content.decode()) == expected
    assert sent(sdk, lambda client: client.send_form()).content == b""


def test_files(sdk: ModuleType) -> None:
    """A file is a part of a form that is sent, and bytes that come back."""
    wire = Wire(content=b"a;b", media_type="text/csv")
    get = methodcaller("get_file")
    assert both(sdk, wire, get, client="Old", token="t") == b"a;b"
    assert wire.last.headers["accept"] == "application/pdf"
    assert wire.last.headers["authorization"] == "Bearer t"
    add = methodcaller("add_file", file=b"octets", about="x")
    assert both(sdk, wire, add, client="Old") == "a;b"
    assert b'name="file"; filename="file"' in wire.last.content


def test_tokens(sdk: ModuleType) -> None:
    """The flow `application` of a definition is where tokens are fetched."""
    fake = import_module(f"{sdk.__name__}.testing").FakeOld()
    with httpx.Client(transport=fake.transport) as http:
        client = sdk.Old(client_id="a", client_secret="b", httpx_client=http)
        assert client.get_file() == b"data"
    assert fake.calls[0].headers["authorization"] == "Bearer fake"
