"""Bodies and answers of every encoding over a socket, sync and async alike."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import parse_qsl

import pytest
from core.calling import both, use
from core.server import answer, serving
from PACKAGE._core import json_texts
from PACKAGE._core.answer import Answer
from PACKAGE._core.body import Body, Json
from PACKAGE._core.errors import UnreadableBodyError
from PACKAGE._core.form import Form
from PACKAGE._core.kinds import InXml
from PACKAGE._core.lines import JsonLines, JsonSeq
from PACKAGE._core.model import Model
from PACKAGE._core.multipart import Multipart
from PACKAGE._core.octets import Binary, Text
from PACKAGE._core.operation import Operation
from PACKAGE._core.param import Param
from PACKAGE._core.stream_operation import StreamOperation
from PACKAGE._core.xml import Xml, XmlAnswer


class Row(Model):
    id: Annotated[int, InXml(node="attribute")]
    made: datetime.date | None = None


DAY = datetime.date(2030, 1, 2)
ROW = Row(id=1, made=DAY)
BODIES: dict[str, tuple[Body, tuple[object, ...], str, bytes]] = {
    "json": (
        Json("row"),
        (ROW,),
        "application/json",
        b'{"row":{"id":1,"made":"2030-01-02"}}',
    ),
    "json of its own": (
        Json(media_type="application/vnd.row+json"),
        ([ROW, None],),
        "application/vnd.row+json",
        b'[{"id":1,"made":"2030-01-02"},null]',
    ),
    "lines": (
        JsonLines(),
        ([Row(id=1), {"id": 2}],),
        "application/x-ndjson",
        b'{"id":1}\n{"id":2}\n',
    ),
    "texts": (JsonSeq(), ([Row(id=1)],), "application/json-seq", b'\x1e{"id":1}\n'),
    "text": (Text(), ("hé\n",), "text/plain", "hé\n".encode()),
    "octets": (Binary(), (b"\0\xff",), "application/octet-stream", b"\0\xff"),
    "xml": (
        Xml(),
        (ROW,),
        "application/xml",
        b"<?xml version='1.0' encoding='utf-8'?>\n"
        b'<Row id="1"><made>2030-01-02</made></Row>',
    ),
}


@both
@pytest.mark.parametrize("kind", BODIES)
def test_a_body(kind: str, is_async: bool) -> None:
    """It arrives as it is written, under its media type, with its length."""
    body, values, media_type, content = BODIES[kind]
    operation: Operation[None] = Operation(method="POST", path="/x", body=body)
    with serving(answer(b"", "204 No Content")) as server:
        use(server, is_async, lambda client: client.engine.call(operation, *values))
    head = server.heads[0].decode().lower()
    assert server.bodies == [content]
    assert f"content-type: {media_type}" in head
    assert f"content-length: {len(content)}" in head or "chunked" in head


FORM = Form(
    "name",
    "at",
    "tags",
    "ids",
    "deep",
    parts=(
        Param("ids", style="form", explode=False),
        Param("deep", style="deepObject", explode=True),
        Param("at", media_type="application/json"),
    ),
)


@both
def test_a_form(is_async: bool) -> None:
    """Nested values and lists, each as its encoding says."""
    operation: Operation[None] = Operation(method="POST", path="/x", body=FORM)
    given = ("a&b =", ROW, ["x", "y z"], [1, 2], {"id": 1, "made": DAY})
    with serving(answer(b"", "204 No Content")) as server:
        use(server, is_async, lambda client: client.engine.call(operation, *given))
    assert parse_qsl(server.bodies[0].decode()) == [
        ("name", "a&b ="),
        ("at", '{"id":1,"made":"2030-01-02"}'),
        ("tags", "x"),
        ("tags", "y z"),
        ("ids", "1,2"),
        ("deep[id]", "1"),
        ("deep[made]", "2030-01-02"),
    ]


PARTS = Multipart(
    "file",
    "row",
    "ids",
    "note",
    parts=(
        Param("file", media_type="image/png", headers={"X-Kind": "cover"}),
        Param("ids", style="form", explode=False),
        Param("note", media_type="text/markdown"),
    ),
)


@both
def test_parts(is_async: bool) -> None:
    """Headers and media types of parts, a style of one, JSON of the others."""
    operation: Operation[None] = Operation(method="POST", path="/x", body=PARTS)
    given = (b"png", ROW, [1, 2], "*hé*")
    with serving(answer(b"", "204 No Content")) as server:
        use(server, is_async, lambda client: client.engine.call(operation, *given))
    (body,) = server.bodies
    boundary = body.partition(b"\r\n")[0]
    pieces = [each.strip(b"\r\n") for each in body.split(boundary)[1:-1]]
    assert body.endswith(boundary + b"--\r\n")
    assert pieces == [
        b'Content-Disposition: form-data; name="file"; filename="file"\r\n'
        b"X-Kind: cover\r\nContent-Type: image/png\r\n\r\npng",
        b'Content-Disposition: form-data; name="row"\r\n'
        b'Content-Type: application/json\r\n\r\n{"id":1,"made":"2030-01-02"}',
        b'Content-Disposition: form-data; name="ids"\r\n\r\n1,2',
        b'Content-Disposition: form-data; name="note"\r\n'
        b"Content-Type: text/markdown\r\n\r\n" + "*hé*".encode(),
    ]


ANSWERS: Any = (
    Answer("200", "application/json", lambda: Row),
    Answer("200", "text/plain", lambda: str),
    Answer("200", "application/octet-stream", lambda: bytes),
    Answer("200", "image/*", lambda: bytes),
    XmlAnswer("200", "application/xml", lambda: Row),
    Answer("202", "application/json", lambda: int),
    Answer("204"),
)
GET: Operation[Any] = Operation(method="GET", path="/x", answers=ANSWERS)
CAME: dict[str, tuple[str, str, bytes, object]] = {
    "json": ("200 OK", "application/json", b'{"id": 1}', Row(id=1)),
    "json with a charset": (
        "200 OK",
        "Application/JSON; charset=utf-8",
        b'{"id": 1}',
        Row(id=1),
    ),
    "json after a mark": (
        "200 OK",
        "application/json",
        b'\xef\xbb\xbf{"id": 1}',
        Row(id=1),
    ),
    "json in UTF-16": ("202 Accepted", "application/json", "7".encode("utf-16"), 7),
    "another status": ("202 Accepted", "application/json", b"7", 7),
    "text": ("200 OK", "text/plain", "hé\n".encode(), "hé\n"),
    "text of another charset": (
        "200 OK",
        'text/plain; format=flowed; Charset="latin-1"',
        b"h\xe9",
        "hé",
    ),
    "octets": ("200 OK", "application/octet-stream", b"\0\xff", b"\0\xff"),
    "of a range": ("200 OK", "image/png", b"\x89PNG", b"\x89PNG"),
    "xml": (
        "200 OK",
        "application/xml",
        b"<Row id='1'><made>2030-01-02</made></Row>",
        ROW,
    ),
    "nothing": ("204 No Content", "", b"", None),
}


@both
@pytest.mark.parametrize("kind", CAME)
def test_an_answer(kind: str, is_async: bool) -> None:
    """It is read by its status and its media type."""
    status, media_type, content, expected = CAME[kind]
    script = answer(content, status, content_type=media_type)
    with serving(script) as server:
        value = use(server, is_async, lambda client: client.engine.call(GET))
    assert value == expected
    assert type(value) is type(expected)


@both
@pytest.mark.parametrize(
    "content", [b"<Row", b"<!DOCTYPE x [<!ENTITY a 'b'>]><Row id='1'>&a;</Row>", b""]
)
def test_xml_that_is_none(content: bytes, is_async: bool) -> None:
    """It is unreadable, and so is what declares entities."""
    script = answer(content, content_type="application/xml")
    with serving(script) as server, pytest.raises(UnreadableBodyError):
        use(server, is_async, lambda client: client.engine.call(GET))


LINES: StreamOperation[Row, Row] = StreamOperation(
    method="GET", path="/rows", item=lambda: Row
)


@both
@pytest.mark.parametrize(
    ("media_type", "cut", "content"),
    [
        ("application/x-ndjson", json_texts.TextLines, b'{"id": 1}\r\n\n{"id": 2}'),
        ("application/jsonl", json_texts.TextLines, b'{"id": 1}\n{"id": 2}\n'),
        (
            "application/json-seq",
            json_texts.TextSeq,
            b'\x1e{"id": 1}\n\x1e{"id":\n2}\n',
        ),
    ],
)
def test_items(media_type: str, cut: Any, content: bytes, is_async: bool) -> None:
    """One a line, or one a text."""
    operation = replace(LINES, media_type=media_type, cut=cut)

    async def items(client: Any) -> list[Row]:
        return [row async for row in await operation.stream_async(client.engine)]

    with serving(answer(content, content_type=media_type)) as server:
        rows = (
            use(server, True, items)
            if is_async
            else use(
                server, False, lambda client: list(operation.stream(client.engine))
            )
        )
    assert rows == [Row(id=1), Row(id=2)]
    assert f"accept: {media_type}".encode() in server.heads[0].lower()
