from __future__ import annotations

from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def sent(sdk: ModuleType, entry: Any) -> str:
    """The root's element as it is sent; what is answered is the same again."""
    wire = Wire(201, b"<entry id='0'/>", "application/xml")
    both(sdk, wire, methodcaller("add_entry", request=entry), client="Feed")
    content = wire.last.content
    again = Wire(201, content, "application/xml")
    answer = both(sdk, again, methodcaller("add_entry", request=entry), client="Feed")
    assert answer == entry
    return content.decode().split("\n", 1)[1]


@pytest.mark.parametrize(
    ("html", "section"),
    [
        ("<p>a & b</p>", "<![CDATA[<p>a & b</p>]]>"),
        ("&lt;", "<![CDATA[&lt;]]>"),
        ("a]]>b", "<![CDATA[a]]]]><![CDATA[>b]]>"),
        ("", "<![CDATA[]]>"),
    ],
)
def test_sections(sdk: ModuleType, html: str, section: str) -> None:
    """What is `cdata` is sent as it is, and nothing in it ends the section."""
    entry = sdk.Entry(id=1, body=sdk.Body(lang="en", html=html))
    assert sent(sdk, entry) == f'<entry id="1"><body lang="en">{section}</body></entry>'


def test_what_has_no_node(sdk: ModuleType) -> None:
    """What it holds stands where it would: attributes as well."""
    entry = sdk.Entry(id=1, about=sdk.About(by="Ann", title="A"), links=["l", "m"])
    assert sent(sdk, entry) == (
        '<entry id="1" by="Ann"><t>A</t><link>l</link><link>m</link></entry>'
    )


def test_a_list_with_a_node(sdk: ModuleType) -> None:
    """It is an element around those of its items, and may be empty."""
    entry = sdk.Entry(id=1, tags=["a"])
    assert sent(sdk, entry) == '<entry id="1"><tags><tag>a</tag></tags></entry>'
    assert sent(sdk, sdk.Entry(id=1, tags=[])) == '<entry id="1"><tags /></entry>'


def test_unions(sdk: ModuleType) -> None:
    """They are told by what they have; what has nothing is text."""
    for media, element in (
        (sdk.Picture(width=3), "<width>3</width>"),
        (sdk.Sound(seconds=1.5), "<seconds>1.5</seconds>"),
        ("words", "words"),
    ):
        entry = sdk.Entry(id=1, media=media)
        assert sent(sdk, entry) == f'<entry id="1"><media>{element}</media></entry>'
