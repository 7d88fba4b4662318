from __future__ import annotations

from importlib import import_module
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both

BOOK = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<b:book xmlns:b="http://example.com/books" id="1">'
    '<b:title xmlns:b="http://example.com/books">A &lt;b&gt;</b:title>'
    "<authors><author>C</author><author>D</author></authors>"
    '<lent xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true" />'
    "<page>3</page><page>4</page>"
    '<shelf r="2">low</shelf>'
    "</b:book>"
)


def book(sdk: ModuleType) -> Any:
    return sdk.BookEntry(
        id=1,
        title="A <b>",
        authors=["C", "D"],
        lent=None,
        pages=[3, 4],
        shelf=sdk.Shelf(row=2, kind="low"),
    )


def test_there_and_back(sdk: ModuleType) -> None:
    """Names, attributes, text, lists and namespaces as the document has them."""
    wire = Wire(201, BOOK.encode(), "application/xml; charset=utf-8")
    given = book(sdk)
    answer = both(sdk, wire, methodcaller("add_book", request=given), client="Library")
    assert wire.last.content.decode() == BOOK
    assert wire.last.headers["content-type"] == "application/xml"
    assert answer == given


def test_lists(sdk: ModuleType) -> None:
    """A list has an element of its own; a list inside has none, and may be empty."""
    content = (
        b"<ignored><x id='1'><title/><authors/><more a='1'><b/></more></x>"
        b"<x id='2'><title>t</title><authors><author/></authors><lent>true</lent>"
        b"<book id='3'><title/><authors/></book></x></ignored>"
    )
    wire = Wire(200, content, "application/vnd.books+xml")
    books = [book(sdk)]
    answer = both(sdk, wire, methodcaller("set_books", body=books), client="Library")
    sent = wire.last.content.decode()
    assert sent.split("\n", 1)[1].startswith("<books><b:book xmlns:b=")
    first, second = answer
    assert (first.id, first.title, first.authors, first.lent) == (1, "", [], None)
    assert first.model_extra == {"more": {"a": "1", "b": ""}}
    assert (second.authors, second.lent) == ([""], True)
    assert [each.id for each in second.parts] == [3]


def test_dicts(sdk: ModuleType) -> None:
    """A dict is sent as its model is, whole or in a list, and is checked before."""
    given = book(sdk)
    as_dict = given.model_dump(mode="json", exclude_unset=True)
    bodies: list[bytes] = []
    for one, several in ((given, [given, given]), (as_dict, (given, as_dict))):
        wire = Wire(200, BOOK.encode(), "application/xml")
        both(sdk, wire, methodcaller("add_book", request=one), client="Library")
        bodies.append(wire.last.content)
        wire = Wire(200, b"<books/>", "application/vnd.books+xml")
        both(sdk, wire, methodcaller("set_books", body=several), client="Library")
        bodies.append(wire.last.content)
    assert bodies[:2] == bodies[2:]
    with pytest.raises(sdk.InvalidRequestError, match=r"^body\[0\]\.title: Field req"):
        sdk.Library().set_books(body=[{"id": 1}])


def test_text(sdk: ModuleType) -> None:
    """Where the document says that it is text it is."""
    wire = Wire(200, b"<a/>", "application/xml")
    assert both(sdk, wire, methodcaller("get_notice"), client="Library") == "<a/>"


def test_bytes(sdk: ModuleType) -> None:
    """Where the document says that it is binary, nothing is read into it."""
    wire = Wire(200, b"\xff<a/>", "application/xml")
    assert both(sdk, wire, methodcaller("get_scan"), client="Library") == b"\xff<a/>"


BOMB = b'<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y "&x;&x;">]><a>&y;</a>'


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"<book>", BOMB, b"<book id='a'><title/><authors/></book>"]
)
def test_no_such_xml(sdk: ModuleType, content: bytes) -> None:
    """What is no XML, wants to harm or fits no type is an unreadable answer."""
    wire = Wire(201, content, "application/xml")
    with pytest.raises(sdk.UnreadableBodyError) as caught:
        both(sdk, wire, methodcaller("add_book", request=book(sdk)), client="Library")
    assert caught.value.body == content


@pytest.mark.parametrize("change", [{"title": "\0"}, {"a b": "c"}, {"a><b": "c"}])
def test_not_sayable(sdk: ModuleType, change: dict[str, str]) -> None:
    """Nothing can be put into a document that XML could not say."""
    given = sdk.BookEntry.model_validate({**book(sdk).model_dump(), **change})
    with pytest.raises(sdk.InvalidRequestError):
        both(sdk, Wire(201), methodcaller("add_book", request=given), client="Library")


def test_errors(sdk: ModuleType) -> None:
    """The body of an error is read as the document has it, too."""
    wire = Wire(409, b"<Problem><reason>known</reason></Problem>", "application/xml")
    with pytest.raises(sdk.ConflictError) as caught:
        both(sdk, wire, methodcaller("add_book", request=book(sdk)), client="Library")
    assert caught.value.body == sdk.Problem(reason="known")


def test_payloads(sdk: ModuleType) -> None:
    """So is what comes in a webhook."""
    webhooks = import_module(f"{sdk.__name__}.webhooks")
    assert webhooks.parse_lent(BOOK) == book(sdk)
