from __future__ import annotations

import json
from operator import methodcaller
from types import ModuleType

import pytest
from features.wire import Wire, both


def test_a_body(sdk: ModuleType) -> None:
    """The body and the answer are described in files of their own."""
    wire = Wire(201, b'{"id": 1, "last": {"reason": "full"}}')
    add = methodcaller("add_box", request=sdk.Box(id=1), x_trace=[1, 2])
    box = both(sdk, wire, add, client="Attic")
    assert json.loads(wire.last.content) == {"id": 1}
    assert wire.last.headers["x-trace"] == "1,2"
    assert box.last == sdk.Problem(reason="full")


def test_an_error(sdk: ModuleType) -> None:
    """An answer of another file may lead back to the document."""
    wire = Wire(400, b'{"reason": "full"}')
    with pytest.raises(sdk.BadRequestError) as caught:
        both(sdk, wire, methodcaller("add_box", request=sdk.Box(id=1)), client="Attic")
    assert caught.value.body == sdk.Problem(reason="full")


def test_a_form(sdk: ModuleType) -> None:
    """A path's file, whose operation has a form with a file."""
    wire = Wire(200, b'{"id": 5}')
    fill = methodcaller("fill_box", 5, picture=b"png", label="toys")
    assert both(sdk, wire, fill, client="Attic") == sdk.Box(id=5)
    assert str(wire.last.url) == "https://attic.example.com/boxes/5"
    assert b'name="label"\r\n\r\ntoys' in wire.last.content


def test_schemes(sdk: ModuleType) -> None:
    """An operation that is served by another scheme is called by it."""
    wire = Wire(204)
    both(sdk, wire, methodcaller("ping_boxes"), client="Attic")
    assert str(wire.last.url) == "http://attic.example.com/boxes"


def test_back_and_forth(sdk: ModuleType) -> None:
    """A parameter of the document, which has it from a file, in another file."""
    wire = Wire(200, b'{"id": 5}')
    both(sdk, wire, methodcaller("get_box", 5, x_trace=[7]), client="Attic")
    assert wire.last.headers["x-trace"] == "7"
