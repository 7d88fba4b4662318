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

WIDTH = 88
_CLOSERS = (")", "]", "}")
_BLOCKS = ("class ", "if ", "else:")
_QUOTES = re.compile(r'\s*r?"""')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"' r"|'(?:[^'\\]|\\.)*'")
_SPLITTABLE = re.compile(r"[(\[{|]| (?:or|and|if) |: .* = ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A statement with the empty lines after it; `indent` is that of its first line."""

    lines: tuple[str, ...]
    indent: int
    too_long: bool


def parts(text: str) -> Iterator[Part]:
    """The text cut up: the statements at its top, and those one level inside a block.

    The lines of all parts, one after the other, are the text's.
    """
    lines = text.split("\n")
    code = tuple(_code(lines))
    start = 0
    inside = False
    decorated = False
    for at, line in enumerate(lines):
        if at and code[at] and not decorated and _begins(line, inside):
            yield _part(lines, code, start, at)
            start = at
        if code[at] and line[:1] not in ("", " ", *_CLOSERS):
            whole = len(line) <= WIDTH or line.endswith("(")
            inside = line.startswith(_BLOCKS) and whole
        decorated = line.lstrip().startswith("@") if line else decorated
    yield _part(lines, code, start, len(lines))


def _begins(line: str, inside: bool) -> bool:
    """Whether a statement begins here; `inside` a block, those in it count."""
    indent = len(line) - len(line.lstrip(" "))
    if not line or line[indent] in _CLOSERS:
        return False
    return indent == 0 or (inside and indent == 4 and not line.endswith("else:"))


def _part(lines: list[str], code: tuple[bool, ...], start: int, end: int) -> Part:
    several = tuple(lines[start:end])
    first = several[0]
    return Part(
        lines=several,
        indent=len(first) - len(first.lstrip(" ")),
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
