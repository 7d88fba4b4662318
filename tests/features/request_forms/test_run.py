from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


def sent(
    sdk: ModuleType, call: Callable[[Any], Any], answer: bytes = b""
) -> httpx.Request:
    wire = Wire(status=200 if answer else 204, content=answer)
    both(sdk, wire, call, client="Forms")
    return wire.last


def test_json_where_nothing_is_chosen(sdk: ModuleType) -> None:
    """The first of the forms is sent, whatever the order in the document."""
    for request in (
        sent(sdk, lambda client: client.add_note(text="a")),
        sent(sdk, lambda client: client.send_message(text="a")),
    ):
        assert request.headers["content-type"] == JSON
        assert json.loads(request.content) == {"text": "a"}


def test_the_same_properties_in_another_form(sdk: ModuleType) -> None:
    """The form is chosen by its media type."""
    request = sent(
        sdk, lambda client: client.add_note(text="a b", stars=2, content_type=FORM)
    )
    assert request.headers["content-type"] == FORM
    assert request.content == b"text=a%20b&stars=2"


def test_other_properties_in_another_form(sdk: ModuleType) -> None:
    """Each form has arguments of its own."""
    request = sent(
        sdk,
        lambda client: client.send_message(
            file=("a.txt", b"bytes"), text="t", content_type="multipart/form-data"
        ),
    )
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="text"\r\n\r\nt\r\n' in request.content
    assert b'name="file"; filename="a.txt"' in request.content


def test_bytes_or_properties(sdk: ModuleType) -> None:
    """A body that is one argument stands beside one of properties."""
    request = sent(
        sdk,
        lambda client: client.put_picture("1", body=b"png", content_type="image/jpeg"),
    )
    assert request.headers["content-type"] == "image/jpeg"
    assert request.content == b"png"
    request = sent(sdk, lambda client: client.put_picture("1", url="https://a.test"))
    assert json.loads(request.content) == {"url": "https://a.test"}


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"file": b"", "content_type": JSON}, "file is no part of a body of"),
        ({"text": "a", "content_type": "text/html"}, "the body is sent as one of"),
    ],
)
def test_what_no_form_has(
    sdk: ModuleType, keywords: dict[str, Any], message: str
) -> None:
    """What type checkers refuse is refused at run time, too."""
    with pytest.raises(sdk.InvalidRequestError, match=message):
        sent(sdk, lambda client: client.send_message(**keywords))


def test_the_same_in_xml(sdk: ModuleType) -> None:
    """XML that says what JSON says is no form to choose."""
    letter = sdk.Letter(text="a")
    request = sent(sdk, lambda client: client.send_letter(request=letter), b"{}")
    assert json.loads(request.content) == {"text": "a"}
    with pytest.raises(TypeError):
        sdk.Forms().send_letter(request=letter, content_type="application/xml")
