from __future__ import annotations

import inspect
from collections.abc import Callable
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx

JSON, TEXT = "application/json", "text/plain"


def got(
    sdk: ModuleType,
    call: Callable[[Any], Any],
    status: int,
    content: bytes = b"",
    media_type: str = JSON,
) -> Any:
    return both(sdk, Wire(status, content, media_type), call, client="Answers")


@pytest.mark.parametrize(
    ("status", "media_type", "content", "expected"),
    [
        (200, JSON, b'{"id": 1}', "Order(id=1)"),
        (201, JSON, b'{"number": "a"}', "Receipt(number='a')"),
        (202, TEXT, b"soon", "'soon'"),
        (204, JSON, b"", "None"),
        (206, TEXT, b"other", "'other'"),
        (299, JSON, b"", "None"),
    ],
)
def test_several_successes(
    sdk: ModuleType, status: int, media_type: str, content: bytes, expected: str
) -> None:
    """Each status has its own type; one that is not described is read as it looks."""
    if not content and status == 299:
        status = 204
    value = got(sdk, lambda c: c.place_order(), status, content, media_type)
    assert repr(value) == expected


def test_a_union_of_all(sdk: ModuleType) -> None:
    """What a call may give is each of them, and None where one is empty."""
    returns = inspect.signature(sdk.Answers.place_order).return_annotation
    assert returns == "Order | Receipt | str | None"


@pytest.mark.parametrize(
    ("status", "content", "expected"),
    [
        (404, b'{"title": "No"}', "Problem(title='No')"),
        (409, b'{"id": 3}', "Order(id=3)"),
        (409, b'{"title": "Late"}', "Problem(title='Late')"),
        (500, b'"broken"', "'broken'"),
        (404, b"<html>", "'<html>'"),
    ],
)
def test_errors(sdk: ModuleType, status: int, content: bytes, expected: str) -> None:
    """The nearest description counts: the status, its class, then `default`."""
    wire = Wire(status, content)
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Answers(httpx_client=http, max_retries=0)
        with pytest.raises(sdk.ApiError) as caught:
            client.place_order()
    assert repr(caught.value.body) == expected


def test_a_form_that_is_asked_for(sdk: ModuleType) -> None:
    """The media type decides what comes; JSON is the usual one."""
    wire = Wire(200, b'{"id": 1}')
    assert both(sdk, wire, lambda c: c.get_order(1), client="Answers").id == 1
    assert wire.last.headers["accept"] == JSON
    for media_type, expected in (("application/pdf", b"1;2"), ("text/csv", "1;2")):
        wire = Wire(200, b"1;2", media_type)
        call = methodcaller("get_order", 1, accept=media_type)
        assert both(sdk, wire, call, client="Answers") == expected
        assert wire.last.headers["accept"] == media_type
    assert got(sdk, lambda c: c.get_order(1, accept="text/csv"), 202) is None
    with pytest.raises(sdk.InvalidRequestError, match="comes as one of"):
        got(sdk, lambda c: c.get_order(1, accept="application/xml"), 200)


def test_methods_without_a_body(sdk: ModuleType) -> None:
    """HEAD never has one; OPTIONS and TRACE are calls like others."""
    assert got(sdk, lambda c: c.head_orders(), 200) is None
    assert got(sdk, lambda c: c.options_of_orders(), 200, b"GET, POST", TEXT) == (
        "GET, POST"
    )
    wire = Wire(200, b"TRACE /", "message/http")
    assert both(sdk, wire, lambda c: c.trace_orders(), client="Answers") == b"TRACE /"
    assert wire.last.method == "TRACE"


def test_default_is_a_success_where_there_is_no_other(sdk: ModuleType) -> None:
    """An answer that is described for any status is what a success gives."""
    assert got(sdk, lambda c: c.remove_order(1), 200, b'{"id": 2}').id == 2


def test_xml_of_any_object(sdk: ModuleType) -> None:
    """XML is read as the document says, and an object has what its element has."""
    dishes = b"<dish>a</dish><dish>b</dish><price><net>1</net></price>"
    menu = b"<menu day='1'>%b</menu>" % dishes
    value = got(sdk, lambda c: c.get_menu(), 203, menu, "application/xml")
    assert value == {"day": "1", "dish": ["a", "b"], "price": {"net": "1"}}


def test_what_a_redirect_leads_to(sdk: ModuleType) -> None:
    """Where the only success is a redirect, what stands there is given as bytes."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/export":
            return httpx.Response(302, headers={"location": "https://cdn.test/x"})
        return httpx.Response(200, content=b"\x00\x01")

    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        assert sdk.Answers(httpx_client=http).export() == b"\x00\x01"


def test_a_range_of_media_types(sdk: ModuleType) -> None:
    """It is what is asked for, and whichever of it comes is taken."""
    wire = Wire(200, b"\xff", "image/avif")
    photo = both(sdk, wire, methodcaller("get_photo"), client="Answers")
    assert (photo, wire.last.headers["accept"]) == (b"\xff", "image/*")
