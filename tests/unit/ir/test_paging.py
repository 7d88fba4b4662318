"""How operations page is recognised where it is plain, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sdkwright.config import Target
from sdkwright.diagnostics import Diagnostics
from sdkwright.ir.build import build_api
from sdkwright.ir.nodes import Operation
from sdkwright.spec.opening import open_document
from sdkwright.spec.read import read

INT: dict[str, Any] = {"type": "integer"}
TEXT: dict[str, Any] = {"type": "string"}
MAYBE: dict[str, Any] = {"type": ["string", "null"]}
FLAG: dict[str, Any] = {"type": "boolean"}
THINGS: dict[str, Any] = {
    "type": "array",
    "items": {"type": "object", "properties": {"id": TEXT}},
}


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def operation(
    tmp_path: Path,
    inputs: dict[str, Any],
    answer: dict[str, Any],
    *,
    method: str = "get",
    path: str = "/things",
    headers: tuple[str, ...] = (),
    rule: Any = None,
    settings: dict[str, Any] | None = None,
) -> tuple[Operation, Diagnostics]:
    """An operation that asks for these and answers that."""
    made: dict[str, Any] = {
        "operationId": "listThings",
        "responses": {
            "200": {
                "description": "",
                "headers": {name: {"schema": TEXT} for name in headers},
                "content": {"application/json": {"schema": answer}},
            }
        },
    }
    if rule is not None:
        made["x-sdkwright-pagination"] = rule
    if method == "get":
        made["parameters"] = [
            {"name": name, "in": "query", "schema": schema}
            for name, schema in inputs.items()
        ]
    else:
        schema = {"type": "object", "properties": inputs}
        made["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {path: {method: made}},
    }
    file, found = tmp_path / "openapi.json", Diagnostics()
    file.write_text(json.dumps(document), encoding="utf-8")
    documents = open_document(Target(name="t", spec=file, output=file).spec, found)
    assert documents is not None
    openapi = read(documents, found)
    assert openapi is not None
    return build_api(openapi, found, settings or {}).operations[0], found


def told(made: Operation) -> str:
    """How it pages, in a line."""
    paging = made.paging
    if paging is None:
        return "no"
    paths = {
        "items": paging.items,
        "next": paging.next,
        "last": paging.last,
        "more": paging.more,
        "done": paging.done,
        "total": paging.total,
        "pages": paging.pages,
    }
    said = [
        f"{name}={'.'.join(str(at).rpartition('/')[2] for at in path)}"
        for name, path in paths.items()
        if path
    ]
    if paging.header:
        said.append(f"header={paging.header}")
    if paging.start is not None:
        said.append(f"start={paging.start}")
    words = [paging.style.value, paging.parameter or "", *said]
    return " ".join(filter(None, words))


PAGE = {"limit": INT}
RECOGNISED: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "offset of a list": ({**PAGE, "offset": INT}, THINGS, "offset offset start=0"),
    "skip and take": (
        {"$skip": INT, "$take": INT},
        obj(value=THINGS, totalCount=INT),
        "offset $skip items=value total=totalCount start=0",
    ),
    "an offset that says where it starts": (
        {"startIndex": {**INT, "default": 1}, "count": INT},
        obj(Resources=THINGS, totalResults=INT),
        "offset startIndex items=Resources total=totalResults start=1",
    ),
    "page number": ({**PAGE, "page": INT}, THINGS, "number page start=1"),
    "page number from 0": (
        {**PAGE, "page": {**INT, "default": 0}},
        THINGS,
        "number page start=0",
    ),
    "page number with a link to the next": (
        {"page": INT},
        obj(data=THINGS, links=obj(next=TEXT)),
        "number page items=data next=links.next start=1",
    ),
    "number of the next page": (
        {"page": INT},
        obj(data=THINGS, meta=obj(pagination=obj(next_page=INT))),
        "cursor page items=data next=meta.pagination.next_page",
    ),
    "cursor": (
        {"cursor": TEXT},
        obj(users=THINGS, response_metadata=obj(next_cursor=TEXT)),
        "cursor cursor items=users next=response_metadata.next_cursor",
    ),
    "page token": (
        {"pageToken": TEXT},
        obj(files=THINGS, nextPageToken=TEXT),
        "cursor pageToken items=files next=nextPageToken",
    ),
    "last id": (
        {"after": TEXT},
        obj(data=THINGS, last_id=MAYBE, has_more=FLAG),
        "cursor after items=data next=last_id more=has_more",
    ),
    "id of the last item": (
        {"starting_after": TEXT},
        obj(data=THINGS, has_more=FLAG),
        "cursor starting_after items=data last=id more=has_more",
    ),
    "iterator": (
        {"iterator": MAYBE},
        obj(data=THINGS, iterator=MAYBE, done=FLAG),
        "cursor iterator items=data next=iterator done=done",
    ),
    "URL": (
        {"PageSize": INT, "PageToken": TEXT, "Page": INT},
        obj(services=THINGS, meta=obj(next_page_url=MAYBE)),
        "link items=services next=meta.next_page_url",
    ),
    "items inside of something": (
        {**PAGE, "offset": INT},
        obj(albums=obj(items=THINGS, total=INT)),
        "offset offset items=albums.items total=albums.total start=0",
    ),
    "which of two lists, by the path": (
        {**PAGE, "offset": INT},
        obj(things=THINGS, users=THINGS),
        "offset offset items=things start=0",
    ),
    "which of two lists, by a usual name": (
        {**PAGE, "offset": INT},
        obj(results=THINGS, users=THINGS),
        "offset offset items=results start=0",
    ),
}


@pytest.mark.parametrize("name", RECOGNISED)
def test_recognised(name: str, tmp_path: Path) -> None:
    """What leads on, where the items are, what says that they end."""
    inputs, answer, expected = RECOGNISED[name]
    assert told(operation(tmp_path, inputs, answer)[0]) == expected


LEFT_ALONE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a limit alone": (PAGE, THINGS),
    "an offset without a limit": ({"offset": INT}, THINGS),
    "a page that is text": ({**PAGE, "page": TEXT}, THINGS),
    "a page that may begin at 0": (
        {**PAGE, "page": {**INT, "minimum": 0}},
        THINGS,
    ),
    "an index that begins nobody knows where": ({**PAGE, "startIndex": INT}, THINGS),
    "a cursor that no answer gives": ({**PAGE, "cursor": TEXT}, THINGS),
    "a time after which": (
        {"after": {**TEXT, "format": "date-time"}, **PAGE},
        obj(data=THINGS),
    ),
    "two lists": ({**PAGE, "offset": INT}, obj(cats=THINGS, dogs=THINGS)),
    "no list": ({**PAGE, "offset": INT}, obj(name=TEXT)),
    "an answer that may be null": (
        {**PAGE, "offset": INT},
        {"oneOf": [obj(data=THINGS), {"type": "null"}]},
    ),
    "one of two answers": (
        {**PAGE, "offset": INT},
        {"oneOf": [obj(data=THINGS), obj(items=THINGS, total=INT)]},
    ),
    "a link that is about something else": ({}, obj(data=THINGS, next=TEXT)),
}


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_left_alone(name: str, tmp_path: Path) -> None:
    """A wrong guess is worse than none."""
    inputs, answer = LEFT_ALONE[name]
    assert told(operation(tmp_path, inputs, answer)[0]) == "no"


def test_headers(tmp_path: Path) -> None:
    """`Link` leads on by itself; a cursor needs the parameter that takes it."""
    by_link = operation(tmp_path, {}, THINGS, headers=("LINK",))[0]
    assert told(by_link) == "link"
    by_cursor = operation(
        tmp_path, {"cursor": TEXT}, THINGS, headers=("X-Next-Cursor",)
    )[0]
    assert told(by_cursor) == "cursor cursor header=X-Next-Cursor"
    alone = operation(tmp_path, {}, THINGS, headers=("X-Next-Cursor",))[0]
    assert told(alone) == "no"


def test_a_link_of_what_is_no_page(tmp_path: Path) -> None:
    """An object with a list in it is not a page of that list."""
    made = operation(tmp_path, {}, obj(options=THINGS), headers=("Link",))[0]
    assert told(made) == "no"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (obj(data=THINGS), "no"),
        (obj(data=THINGS, total=INT), "offset offset items=data total=total start=0"),
    ],
)
def test_in_a_body(answer: dict[str, Any], expected: str, tmp_path: Path) -> None:
    """What is posted pages only where the answer speaks of it, too."""
    inputs = {"limit": INT, "offset": INT}
    made = operation(tmp_path, inputs, answer, method="post")[0]
    assert told(made) == expected


def test_the_configuration_wins(tmp_path: Path) -> None:
    """Over the document's extension, which wins over what is recognised."""
    inputs = {**PAGE, "offset": INT}
    rule = {"style": "number", "parameter": "offset", "start": 5}
    made = operation(tmp_path, inputs, THINGS, rule=rule)[0]
    assert told(made) == "number offset start=5"
    settings = {"listThings": False}
    made = operation(tmp_path, inputs, THINGS, rule=rule, settings=settings)[0]
    assert told(made) == "no"


def test_a_setting_for_nothing(tmp_path: Path) -> None:
    """An operation that is not there is told."""
    _, found = operation(tmp_path, {}, THINGS, settings={"listAll": False})
    assert [each.message for each in found] == [
        "paging is configured for 'listAll', which is no operation"
    ]
