"""What the doors for text have put off, done: here the words of a document come in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, TypeAlias

from ..prose import calls_in, has_calls, in_words
from ..python.text.docstrings import Section, docstring
from ..python.text.items import item, line, paragraph
from ..python.text.markdown import block, cell, inline
from ..records import dataclass
from .machines import WHOLE, whole

if TYPE_CHECKING:
    from ..spec.objects import Json

# For each client module the line of every class and method.
Lines: TypeAlias = Mapping[str, Mapping[str, int]]
# What comes through a door: text in a line, or lines of their own.
Given: TypeAlias = "str | tuple[str, ...]"
_QUOTES = '"""'
_DECODER = json.JSONDecoder()


@dataclass(slots=True)
class Teller:
    """Carries out the calls that stand in files.

    `said` is the prose of the document by key; `lines` are those of definitions, which
    pages lead to; `pages` are those that are told.
    """

    said: Mapping[str, str]
    lines: Lines = field(default_factory=dict[str, Mapping[str, int]])
    pages: dict[str, str] = field(default_factory=dict[str, str])
    _done: dict[tuple[str, str], Given] = field(
        default_factory=dict[tuple[str, str], Given]
    )

    def tell(self, text: str) -> str:
        """A text with what its calls give in their place."""
        if not has_calls(text):
            return text
        before, calls = calls_in(text)
        made = [before]
        for door, arguments, after in calls:
            given = self._given(door, arguments)
            if isinstance(given, str):
                made += (given, after)
            else:  # lines, which stand in quotes of their own
                before = made.pop().removesuffix(_QUOTES)
                indent = before[before.rfind("\n") + 1 :]
                lines = (f"{indent}{each}" if each else "" for each in given)
                made += (before.removesuffix(indent), "\n".join(lines))
                made.append(after.removeprefix(_QUOTES))
        return "".join(made)

    def tell_pages(self, pages: Mapping[str, str]) -> dict[str, str]:
        """Pages; the one that is made of the others comes last."""
        for path in sorted(pages, key=lambda path: path == WHOLE):
            self.pages[path] = self.tell(pages[path])
        return {path: self.pages[path] for path in pages}

    def _given(self, door: str, arguments: str) -> Given:
        given = self._done.get((door, arguments))
        if given is None:
            given = self._done[door, arguments] = self._through(door, arguments)
        return given

    def _through(self, door: str, arguments: str) -> Given:
        several: Any = self._in_words(_DECODER.raw_decode(arguments)[0])
        match door:
            case "place":
                path, definition = several
                return str(self.lines[path][definition])
            case "whole":
                return whole(several, self.pages)
            case _:
                return _DOORS[door](*several)

    def _in_words(self, value: Json) -> Json:
        if isinstance(value, str):
            return in_words(value, self.said)
        if isinstance(value, list):
            return [self._in_words(each) for each in value]
        return value


def _docstring(text: str, indent: int, sections: Iterable[Any] = ()) -> Given:
    several = (
        Section(title=title, entries=tuple(map(tuple, entries)), code=tuple(code))
        for title, entries, code in sections
    )
    return docstring(text, indent, several)


_DOORS: Mapping[str, Callable[..., Given]] = {
    "docstring": _docstring,
    "block": block,
    "cell": cell,
    "inline": inline,
    "item": item,
    "line": line,
    "paragraph": paragraph,
}
