"""Prose travels as a mark: what a document says in words, no stage looks at.

A description decides no name, no type and no layout; it only has to come out again,
through the doors for text. So the reader puts a mark in its place, the stages carry the
mark, and a door that is given one puts off its work: it gives back a call, which is
text, too. What the stages make is then the same whatever the words are. The calls are
carried out in the end (`render/telling.py`), and again when only words have changed.

Where a stage has to know something of the words, it asks: the answer is kept with the
mark, so that other words with the same answers make no difference either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from hashlib import blake2b
from typing import TypeAlias, TypeVar

from .pointer import Pointer
from .records import dataclass

# Control characters stand in no text that went through a door.
_MARK, _MARK_END = "\x02", "\x03"
_CALL, _CALL_END = "\x0e", "\x0f"
_MARKS = re.compile(f"{_MARK}([0-9a-f]{{12}}-*){_MARK_END}")
_NO_MARK = "\ufffd"
_PLACES = re.compile(_CALL + r'place \[("(?:[^"\\]|\\.)*")')
_FENCE = re.compile(r"\s*(?:```|~~~)")
_WORD = re.compile(r"[^\W_]")

Answer = TypeVar("Answer", bool, int | None, str | None, str)
Answers: TypeAlias = dict[str, bool | int | str | None]


class Mark(str):
    """What stands for a text of the document: `said` is the text, `at` its place.

    `answers` are what was asked about it, by the question.
    """

    __slots__ = ("answers", "at", "said")

    at: Pointer
    said: str
    answers: Answers


@dataclass(slots=True)
class Prose:
    """The prose of a document, by the key in its mark."""

    marks: dict[str, Mark] = field(default_factory=dict[str, Mark])

    def mark(self, at: Pointer, text: str) -> str:
        """What stands for a text from now on; a text without words is no prose."""
        if not says_something(text):
            return text
        key = blake2b(at.encode(errors="surrogatepass"), digest_size=6).hexdigest()
        while (known := self.marks.get(key)) is not None and known.at != at:
            key += "-"
        if known is None:
            known = Mark(f"{_MARK}{key}{_MARK_END}")
            known.at, known.said, known.answers = at, text.rstrip(), {}
            self.marks[key] = known
        return known

    @property
    def said(self) -> dict[str, str]:
        """The texts by their keys."""
        return {key: mark.said for key, mark in self.marks.items()}


def says_something(text: str) -> bool:
    """Whether there is a word in it that comes through every door."""
    if "```" not in text and "~~~" not in text:
        return _WORD.search(text) is not None
    return any(
        _WORD.search(line) for line in text.split("\n") if not _FENCE.match(line)
    )


def question(
    function: Callable[[str], Answer],
) -> Callable[[str | None], Answer]:
    """A question about prose: what depends on nothing but the words asked about."""
    name = f"{function.__module__}:{function.__qualname__}"

    def ask(text: str | None) -> Answer:
        if not isinstance(text, Mark):
            return function(text or "")
        answer = text.answers[name] = function(text.said)
        return answer

    QUESTIONS[name] = function
    return ask


QUESTIONS: dict[str, Callable[[str], bool | int | str | None]] = {}


def is_marked(text: str | None) -> bool:
    """Whether prose stands in a text."""
    return text is not None and _MARK in text and _MARKS.search(text) is not None


_text = json.encoder.encode_basestring_ascii


def later(door: str, *arguments: object) -> str:
    """The call of a door, as text without a line end; arguments are what JSON has."""
    several = ", ".join(map(_printed, arguments))
    return f"{_CALL}{door} [{several}]{_CALL_END}"


def _printed(value: object) -> str:
    """A value as JSON; most are texts, for which there is a shorter way."""
    return _text(value) if isinstance(value, str) else json.dumps(value)


def place_of(path: str, definition: str) -> str:
    """What is told later to be the line of a definition in a module."""
    return later("place", path, definition)


def place_in(path: str) -> str:
    """How all begin that `place_of` gives for a module."""
    return f"{_CALL}place [{json.dumps(path)},"


def places(text: str) -> Iterator[str]:
    """The modules of which lines are told later in a text."""
    return map(json.loads, dict.fromkeys(_PLACES.findall(text)))


def has_calls(text: str) -> bool:
    """Whether there is something to be told in a text."""
    return _CALL in text


def calls_in(text: str) -> tuple[str, Iterator[tuple[str, str, str]]]:
    """A text up to its first call, then each call's door, arguments, and what follows.

    The arguments are an array in JSON.
    """
    before, *parts = text.split(_CALL)
    return before, map(_call_in, parts)


def _call_in(part: str) -> tuple[str, str, str]:
    call, _, after = part.partition(_CALL_END)
    door, _, arguments = call.partition(" ")
    return door, arguments, after


def in_words(text: str, said: Mapping[str, str]) -> str:
    """A text with prose in the place of its marks, and without a mark of any kind.

    One that a document has written itself stands for nothing.
    """
    if _MARK not in text:
        return text
    told = _MARKS.sub(lambda found: said.get(found[1], _NO_MARK), text)
    return told.replace(_MARK, _NO_MARK)
