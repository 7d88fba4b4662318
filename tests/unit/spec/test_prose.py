"""Prose that travels as a mark: what stands for it, and what is asked about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.pointer import Pointer
from sdkwright.prose import (
    Mark,
    Prose,
    in_words,
    is_marked,
    later,
    place_in,
    place_of,
    places,
    question,
    says_something,
)

AT = Pointer("#/info/description")


@question
def _is_long(text: str) -> bool:
    return len(text) > 9


def test_a_mark_stands_for_a_text() -> None:
    """It is found in whatever it is put into, and gives way to the text."""
    prose = Prose()
    mark = prose.mark(AT, "Some words.\n")
    assert "words" not in mark
    assert is_marked(f"First: {mark}")
    assert in_words(f"First: {mark}", prose.said) == "First: Some words."
    assert prose.mark(AT, "Some words.\n") is mark


def test_each_place_has_a_mark() -> None:
    """What is said twice has two, so that one of them can be changed."""
    prose = Prose()
    assert prose.mark(AT, "Said.") != prose.mark(Pointer("#/a"), "Said.")
    assert len(prose.said) == 2


@pytest.mark.parametrize(
    "text", ["", " \n", "---", "```\n```", "~~~ json\n~~~", "\x02"]
)
def test_without_a_word_there_is_no_prose(text: str) -> None:
    """What may leave nothing behind decides how a file looks: it stays as it is."""
    assert not says_something(text)
    assert Prose().mark(AT, text) is text


@given(st.text(alphabet="\x02\x03\x0e\x0fab0 -", max_size=40))
def test_a_mark_of_a_document_stands_for_nothing(text: str) -> None:
    """Whatever a document has written itself, no words come of it, and it is gone."""
    hostile = f"{text}\x02{'a' * 12}\x03"
    assert not is_marked(in_words(hostile, {}))
    assert "\x02" not in in_words(hostile, {"b": "words"})


def test_an_answer_is_kept_with_the_mark() -> None:
    """Of a text that is marked it is known what was asked; of another one it is not."""
    mark = Prose().mark(AT, "Some words.")
    assert isinstance(mark, Mark)
    assert _is_long(mark)
    assert mark.answers == {f"{__name__}:_is_long": True}
    assert not _is_long("Short.")
    assert not _is_long(None)


def test_places_are_told_later() -> None:
    """A line that is not known yet, and of which module it is."""
    path = 'a"b.py'
    text = f"see {place_of(path, 'C.d')} and {later('inline', 'x')}"
    assert [*places(text)] == [path]
    assert place_in(path) in text
