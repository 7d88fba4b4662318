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


def tone(
    sdk: ModuleType, given: Any, came: bytes = b"<Rest><beats>1</beats></Rest>"
) -> Any:
    """What is sent of a tone, and what an answer is read into."""
    wire = Wire(200, came, "application/xml")
    call = methodcaller("add_tone", request=given)
    answer = both(sdk, wire, call, client="Feed")
    return wire.last.content.decode().split("\n", 1)[1], answer


def test_a_union_is_called_as_its_variant(sdk: ModuleType) -> None:
    """Alone and in a list, each by its own name; a dict as its model."""
    note, rest = sdk.Note(hertz=440), sdk.Rest(beats=1)
    assert tone(sdk, note) == ("<n><hertz>440</hertz></n>", rest)
    assert tone(sdk, {"hertz": 440})[0] == "<n><hertz>440</hertz></n>"
    assert tone(sdk, rest)[0] == "<Rest><beats>1</beats></Rest>"
    wire = Wire(204)
    both(sdk, wire, methodcaller("set_tones", body=[rest, note]), client="Feed")
    assert wire.last.content.decode().split("\n", 1)[1] == (
        "<tones><Rest><beats>1</beats></Rest><n><hertz>440</hertz></n></tones>"
    )


def test_text_beside_elements(sdk: ModuleType) -> None:
    """It is the property that is text, else kept; a text has what its elements say."""
    mixed = b"<n>do <hertz>262</hertz>\n  re <hertz>294</hertz> mi</n>"
    _, note = tone(sdk, sdk.Rest(beats=1), mixed)
    assert (note.hertz, note.said) == (294, "do \n  re  mi")
    mixed = b"<Rest>a <beats>1</beats> b<why>so <b>it</b> is<i/></why> c\n</Rest>"
    _, rest = tone(sdk, note, mixed)
    assert rest == sdk.Rest.model_validate(
        {"beats": 1, "why": "so it is", "#text": "a  b c"}
    )
    sent, _ = tone(sdk, rest)
    assert sent == "<Rest>a  b c<beats>1</beats><why>so it is</why></Rest>"
    _, again = tone(sdk, rest, sent.encode())
    assert again == rest
    with pytest.raises(sdk.UnreadableBodyError, match="#text"):
        both(
            sdk,
            Wire(200, mixed, "application/xml"),
            methodcaller("add_tone", request=rest),
            client="Feed",
            strict=True,
        )
