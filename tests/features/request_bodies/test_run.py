from __future__ import annotations

import asyncio
import datetime
import email.parser
import email.policy
import inspect
import io
import json
from collections.abc import AsyncIterator, Callable
from email.message import EmailMessage
from operator import methodcaller
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs

import pytest
from features.wire import Wire
from library import httpx


def sent(
    sdk: ModuleType, call: Callable[[Any], Any], *, is_async: bool = False
) -> httpx.Request:
    wire = Wire(status=204)

    async def call_async() -> None:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            await call(sdk.AsyncBodies(httpx_client=http))

    if is_async:
        asyncio.run(call_async())
    else:
        with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
            call(sdk.Bodies(httpx_client=http))
    return wire.last


def parts(request: httpx.Request) -> list[tuple[str, str | None, str, object]]:
    """Name, file name, type and bytes of each part, read by the standard library."""
    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    parser = email.parser.BytesParser(policy=email.policy.HTTP)
    message = parser.parsebytes(head + request.content)
    assert isinstance(message, EmailMessage)
    return [
        (
            str(part.get_param("name", header="content-disposition")),
            part.get_filename(),
            part.get_content_type(),
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()
    ]


JSON: list[tuple[Callable[[Any], Any], str, object]] = [
    (lambda c: c.add_note(text="a"), "POST", {"text": "a"}),
    (lambda c: c.add_note(text="a", tag=None), "POST", {"text": "a", "tag": None}),
    (lambda c: c.set_options(sort="up"), "PUT", {"sort": "up"}),
    (lambda c: c.touch(), "PATCH", {}),
    (lambda c: c.remove_notes(body=[1, 2]), "DELETE", [1, 2]),
    (lambda c: c.search(body="words"), "GET", "words"),
    (lambda c: c.send_either(body=3), "POST", 3),
    (lambda c: c.send_either(body=None), "POST", None),
    (lambda c: c.send_either(body={"x": 1}), "POST", {"x": 1}),
]
NOTHING: list[Callable[[Any], Any]] = [
    lambda c: c.add_note(),
    lambda c: c.set_options(),
    lambda c: c.search(),
    lambda c: c.send_form(),
    lambda c: c.upload(),
]


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.mark.parametrize(("call", "method", "expected"), JSON)
def test_json(
    sdk: ModuleType,
    call: Callable[[Any], Any],
    method: str,
    expected: object,
    is_async: bool,
) -> None:
    """A body of any schema, with any method."""
    request = sent(sdk, call, is_async=is_async)
    assert request.method == method
    assert request.headers["content-type"] == "application/json"
    assert json.loads(request.content) == expected


@pytest.mark.parametrize("call", NOTHING)
def test_no_body(sdk: ModuleType, call: Callable[[Any], Any], is_async: bool) -> None:
    """A body that is not required, and of which nothing is given, is not sent."""
    request = sent(sdk, call, is_async=is_async)
    assert request.content == b""
    assert "content-type" not in request.headers


def test_form(sdk: ModuleType, is_async: bool) -> None:
    """An object is the text of its JSON unless the document says otherwise."""
    request = sent(
        sdk,
        lambda c: c.send_form(
            at=sdk.Point(x=1), deep=sdk.Point(x=2, y=3), tags=["a", "b"], one=["c", "d"]
        ),
        is_async=is_async,
    )
    assert parse_qs(request.content.decode()) == {
        "at": ['{"x":1}'],
        "deep[x]": ["2"],
        "deep[y]": ["3"],
        "tags": ["a", "b"],
        "one": ["c|d"],
    }


def fields(sdk: ModuleType, path: Path) -> dict[str, Any]:
    return {
        "picture": b"png",
        "pages": [("one.txt", b"1", "text/plain"), io.BytesIO(b"2"), path],
        "at": sdk.Point(x=1),
        "sizes": [1, 2],
        "day": datetime.date(2030, 1, 2),
    }


def test_files(sdk: ModuleType, tmp_path: Path, is_async: bool) -> None:
    """Files in each form, of the type that the document says, beside other fields."""
    path = tmp_path / "three.bin"
    path.write_bytes(b"3")
    call = methodcaller("upload", **fields(sdk, path))
    request = sent(sdk, call, is_async=is_async)
    assert parts(request) == [
        ("picture", "file", "image/png", b"png"),
        ("pages", "one.txt", "text/plain", b"1"),
        ("pages", "file", "application/octet-stream", b"2"),
        ("pages", "three.bin", "application/octet-stream", b"3"),
        ("at", None, "application/json", b'{"x":1}'),
        ("sizes", None, "text/plain", b"1,2"),
        ("day", None, "text/plain", b"2030-01-02"),
    ]


def test_a_form_that_is_one_model(sdk: ModuleType) -> None:
    """A component of two bodies is one argument; its bytes are files all the same."""
    upload = sdk.Upload(picture=b"\xff", at=sdk.Point(y=2), sizes=[1, 2])
    assert parts(sent(sdk, lambda c: c.upload_again(request=upload))) == [
        ("picture", "file", "application/octet-stream", b"\xff"),
        ("at", None, "application/json", b'{"y":2}'),
        ("sizes", None, "text/plain", b"1"),
        ("sizes", None, "text/plain", b"2"),
    ]


FILES: list[tuple[Callable[[Path], Any], tuple[str, str]]] = [
    (lambda path: path, ("three.bin", "application/octet-stream")),
    (lambda path: io.BytesIO(path.read_bytes()), ("file", "application/octet-stream")),
    (lambda path: ("a.txt", path), ("a.txt", "text/plain")),
    (lambda path: ("a", path.read_bytes(), "image/png"), ("a", "image/png")),
]


@pytest.mark.parametrize("as_dict", [False, True], ids=["model", "dict"])
@pytest.mark.parametrize(("make", "told"), FILES)
def test_files_in_a_model(
    sdk: ModuleType,
    tmp_path: Path,
    make: Callable[[Path], Any],
    told: tuple[str, str],
    as_dict: bool,
    is_async: bool,
) -> None:
    """What is only uploaded takes files in each form, in a model and in a dict."""
    path = tmp_path / "three.bin"
    path.write_bytes(b"3")
    given = {"picture": make(path)}
    upload = given if as_dict else sdk.Upload(**given)
    call = methodcaller("upload_again", request=upload)
    assert parts(sent(sdk, call, is_async=is_async)) == [("picture", *told, b"3")]


def test_a_file_that_is_none(sdk: ModuleType) -> None:
    """Anything else is refused where the model is made, in a dict before sending."""
    with pytest.raises(ValueError, match="a file is bytes, a path, an open file"):
        sdk.Upload(picture=3)
    with pytest.raises(sdk.InvalidRequestError, match=r"picture: .* a file is bytes"):
        sent(sdk, lambda c: c.upload_again(request={"picture": 3}))


CONTENTS: list[Callable[[Path], Any]] = [
    lambda path: b"octets",
    lambda path: path,
    lambda path: io.BytesIO(path.read_bytes()),
    lambda path: [b"oct", b"ets"],
]


@pytest.mark.parametrize("make", CONTENTS)
def test_octets(
    sdk: ModuleType, tmp_path: Path, make: Callable[[Path], Any], is_async: bool
) -> None:
    """A binary body in each form, the bytes of which go out as they are."""
    path = tmp_path / "octets"
    path.write_bytes(b"octets")
    call = methodcaller("put_octets", body=make(path))
    request = sent(sdk, call, is_async=is_async)
    assert request.content == b"octets"
    assert request.headers["content-type"] == "application/octet-stream"
    sized = request.headers.get("content-length")
    assert sized == (None if isinstance(make(path), list) else "6")


def test_an_async_body_of_a_sync_client(sdk: ModuleType) -> None:
    """What cannot be sent without waiting is refused by the client that waits not."""

    async def octets() -> AsyncIterator[bytes]:
        yield b"octets"

    call = methodcaller("put_octets", body=octets())
    assert sent(sdk, call, is_async=True).content == b"octets"
    with pytest.raises(sdk.InvalidRequestError):
        sent(sdk, call)


def test_overloads(sdk: ModuleType) -> None:
    """Every argument of a body that need not be sent has a default."""
    parameters = inspect.signature(sdk.Bodies.add_note).parameters
    assert parameters["text"].default is sdk.OMIT
