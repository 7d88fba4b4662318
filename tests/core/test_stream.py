"""Server-sent events to the letter of the HTML standard, at every cut of the bytes."""

from __future__ import annotations

import json

import pytest
from PACKAGE._core import json_texts
from PACKAGE._core.events import Event, Events
from PACKAGE._core.json_texts import TextLines, TextSeq

# What comes over the wire, and the events that it is (HTML standard, 9.2.6).
STREAMS = {
    "three lines": (b"data: YHOO\ndata: +2\ndata: 10\n\n", [Event(b"YHOO\n+2\n10")]),
    "comment, id, empty id": (
        b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\n"
        b"data:  third event\n\n",
        [
            Event(b"first event", id="1"),
            Event(b"second event"),
            Event(b" third event"),
        ],
    ),
    "no value": (b"data\n\ndata\ndata\n\ndata:", [Event(b""), Event(b"\n")]),
    "space or not": (b"data:test\n\ndata: test\n\n", [Event(b"test"), Event(b"test")]),
    "carriage returns": (b"data: a\r\rdata: b\r\r", [Event(b"a"), Event(b"b")]),
    "both": (b"data: a\r\ndata: b\r\n\r\n", [Event(b"a\nb")]),
    "byte order mark": (b"\xef\xbb\xbfdata: a\n\n", [Event(b"a")]),
    "named": (b"event: add\ndata: 1\n\ndata: 2\n\n", [Event(b"1", "add"), Event(b"2")]),
    "retry": (b"retry: 3000\ndata: 1\n\n", [Event(b"1", retry=3000)]),
    "retry of words": (b"retry: soon\ndata: 1\n\n", [Event(b"1")]),
    "id with null": (b"id: a\0b\ndata: 1\n\n", [Event(b"1")]),
    "unknown field": (b"dada: 1\ndata: 2\n\n", [Event(b"2")]),
    "line separators of Unicode": (
        "data: a\u2028b\u0085c\n\n".encode(),
        [Event("a\u2028b\u0085c".encode())],
    ),
    "unfinished": (b"data: a\n\ndata: b\n", [Event(b"a")]),
}


@pytest.mark.parametrize("name", STREAMS)
def test_every_cut(name: str) -> None:
    """Wherever the bytes are cut in two, the events are the same."""
    content, expected = STREAMS[name]
    for cut in range(len(content) + 1):
        decoder = Events()
        found = decoder.feed(content[:cut]) + decoder.feed(content[cut:])
        assert found + decoder.end() == expected, cut


@pytest.mark.parametrize("name", STREAMS)
def test_byte_by_byte(name: str) -> None:
    """One byte at a time, the events are the same."""
    content, expected = STREAMS[name]
    decoder = Events()
    found = [e for i in range(len(content)) for e in decoder.feed(content[i : i + 1])]
    assert found == expected


def test_json_lines() -> None:
    """One item a line; blank lines are none."""
    content = b'{"a": 1}\n\n{"a": 2}\r\n  \n{"a": 3}'
    expected = [Event(b'{"a": 1}'), Event(b'{"a": 2}'), Event(b'{"a": 3}')]
    for cut in range(len(content) + 1):
        decoder = TextLines()
        found = decoder.feed(content[:cut]) + decoder.feed(content[cut:])
        assert found + decoder.end() == expected


def test_json_texts() -> None:
    """A text may have several lines; the last one need not end (RFC 7464, 2.3)."""
    content = b'\x1e{"a": 1}\n\x1e{\n"a": 2\n}\n\x1e\x1e3\n\x1e"4"'
    expected = [Event(b'{"a": 1}'), Event(b'{\n"a": 2\n}'), Event(b"3"), Event(b'"4"')]
    for cut in range(len(content) + 1):
        decoder = TextSeq()
        found = decoder.feed(content[:cut]) + decoder.feed(content[cut:])
        assert found + decoder.end() == expected


def test_json_texts_at_once() -> None:
    """A text is given when it is whole, not when the next one comes."""
    assert TextSeq().feed(b'\x1e{"a": 1}\n') == [Event(b'{"a": 1}')]


ODD = json.dumps({'a"[': ["\\", '\\"}', "]\n", {"b": 1}], "c": [[], {}]}, indent=1)


@pytest.mark.parametrize("size", [1, 2, 3, 7, len(ODD) + 2])
def test_json_texts_with_quoted_brackets(size: int) -> None:
    """Quoted brackets and quotes that are escaped end nothing, wherever it is cut."""
    decoder, content = TextSeq(), f"\x1e{ODD}\n".encode()
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    found = [event for piece in pieces for event in decoder.feed(piece)]
    assert found == [Event(ODD.encode())]


def test_each_byte_of_a_text_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of many lines, flushed a line at a time, is not read anew at each."""
    seen: list[int] = []
    marks = vars(json_texts)["_MARKS"]

    class Counting:
        def findall(self, piece: bytes, first: int) -> list[bytes]:
            seen.append(len(piece) - first)
            found: list[bytes] = marks.findall(piece, first)
            return found

    monkeypatch.setattr(json_texts, "_MARKS", Counting())
    text = json.dumps([{"n": each} for each in range(300)], indent=1).encode()
    decoder = TextSeq()
    lines = (b"\x1e" + text + b"\n").splitlines(keepends=True)
    assert [decoder.feed(each) for each in lines[:-1]] == [[]] * (len(lines) - 1)
    assert decoder.feed(lines[-1]) == [Event(text)]
    assert sum(seen) == len(text) + 1
