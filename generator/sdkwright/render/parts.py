"""Python text cut into statements, for the few that black still has to see.

What the templates and the layout of brackets write is as black would write it,
as long as it fits: black is asked only where a line of code is too long. The
text is our own, so that a few facts of its form tell what is what: a docstring
opens its first line and closes its last, strings stand on one line, a bracket
that spans lines closes at the indentation of the line that opened it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

WIDTH = 88
_CLOSERS = (")", "]", "}")
_BLOCKS = ("class ", "if ", "else:")
_DICT = re.compile(r"\w+ = \{$")
_QUOTES = re.compile(r'\s*r?"""')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"' r"|'(?:[^'\\]|\\.)*'")
_SPLITTABLE = re.compile(r"[(\[{|]| (?:or|and|if) |: .* = ")


class Frame(Enum):
    """The lines that make a part whole where it stands inside of something."""

    BLOCK = ("class _:",), ()
    DICT = ("_ = {",), ("}",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A statement with the empty lines after it; `frame` is what it stands in.

    An entry of a dict at the top of a module is a part as well.
    """

    lines: tuple[str, ...]
    frame: Frame | None
    too_long: bool


def parts(text: str) -> Iterator[Part]:
    """The text cut up: the statements at its top, and what is one level inside them.

    The lines of all parts, one after the other, are the text's.
    """
    lines = text.split("\n")
    code = tuple(_code(lines))
    start = 0
    inside: Frame | None = None
    decorated = False
    for at, line in enumerate(lines):
        if at and code[at] and not decorated and _begins(line, inside):
            yield _part(lines, code, start, at, inside)
            start = at
        if code[at] and line[:1] not in ("", " ", *_CLOSERS):
            inside = _opened(line)
        decorated = line.lstrip().startswith("@") if line else decorated
    yield _part(lines, code, start, len(lines), inside)


def _opened(line: str) -> Frame | None:
    """What a line at the top begins, where that is cut up."""
    if line.startswith(_BLOCKS) and (len(line) <= WIDTH or line.endswith("(")):
        return Frame.BLOCK
    return Frame.DICT if _DICT.match(line) else None


def _begins(line: str, inside: Frame | None) -> bool:
    """Whether a part begins here; `inside` a frame, those in it count."""
    indent = len(line) - len(line.lstrip(" "))
    if line == "}":
        return inside is Frame.DICT
    if not line or line[indent] in _CLOSERS:
        return False
    within = inside is not None and indent == 4 and not line.endswith("else:")
    return indent == 0 or within


def _part(
    lines: list[str],
    code: tuple[bool, ...],
    start: int,
    end: int,
    inside: Frame | None,
) -> Part:
    several = tuple(lines[start:end])
    return Part(
        lines=several,
        frame=inside if several[0].startswith(" ") else None,
        too_long=any(
            len(line) > WIDTH and code[start + at] and _can_be_split(line)
            for at, line in enumerate(several)
        ),
    )


def _code(lines: list[str]) -> Iterator[bool]:
    """For each line whether it is code, the first line of a docstring included."""
    inside = False
    for line in lines:
        if inside:
            yield False
            inside = not line.endswith('"""')
        elif opening := _QUOTES.match(line):
            rest = line[opening.end() :]
            yield True
            inside = not rest.endswith('"""')
        else:
            yield True


def _can_be_split(line: str) -> bool:
    """Whether black has anything to split a line at: not if all is one long string."""
    if _QUOTES.match(line):
        return False
    plain = _STRING.sub('""', line)
    if plain[-1] in "([{":  # what is in this bracket stands on lines of its own
        return bool(_SPLITTABLE.search(plain[:-1]))
    return bool(_SPLITTABLE.search(plain)) or not line.endswith(",")
