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
from enum import Enum

from ..records import dataclass

WIDTH = 88
_CLOSERS = " )]}"
_BLOCKS = ("class ", "if ", "else:")
_DEFINED = ("    def ", "    async def ")
_DICT = re.compile(r"\w+ = \{$")
_QUOTES = re.compile(r'\s*r?"""')
_NAME = re.compile(r" +(?:\| |\w+: [\w.]+ = (?=.*,$))?[\w.]+,?$")
# A name and its type, which black puts in brackets where that makes it fit.
_DECLARED = re.compile(r"( *)\w+: ([\w.]+)$")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"' r"|'(?:[^'\\]|\\.)*'")
_SPLITTABLE = re.compile(r"[(\[{|]| (?:or|and|if) |: .* = ")


class Frame(Enum):
    """The lines that make a part whole where it stands inside of something."""

    BLOCK = ("class _:",), ()
    DICT = ("_ = {",), ("}",)
    PARAMETER = ("class _:", "    def _("), ("    ): ...",)
    RETURNED = ("class _:", "    def _(", "        _,"), ("        pass",)
    STUB = ("class _:", "    def _(", "        _,"), ()
    BODY = ("class _:", "    def _():"), ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A statement with the empty lines after it; `frame` is what it stands in.

    An entry of a dict at the top of a module is a part as well, and so are of a method
    the parameters that stand on lines of their own, the returned type, and the body.
    """

    lines: tuple[str, ...]
    frame: Frame | None
    too_long: bool


def has_too_long(text: str) -> bool:
    """Whether a line of code is too long, and can be split."""
    lines = text.split("\n")
    if all(len(line) <= WIDTH for line in lines):
        return False
    return any(map(_is_too_long, lines, _code(lines)))


def parts(text: str) -> Iterator[Part]:
    """The text cut up: the statements at its top, and what is one level inside them.

    The lines of all parts, one after the other, are the text's.
    """
    lines = text.split("\n")
    code = tuple(_code(lines))
    place = _Place()
    start = 0
    for at, line in enumerate(lines):
        if not line or not code[at]:
            continue
        frame = place.frame
        if place.begins(line) and at:
            yield _part(lines, code, start, at, frame)
            start = at
    yield _part(lines, code, start, len(lines), place.frame)


@dataclass(slots=True)
class _Place:
    """Where the reader of a text is.

    `frame` is that of the part that is read, `around` what stands one level inside the
    statement at the top. `method` is what is read of a method's signature.
    """

    frame: Frame | None = None
    around: Frame | None = None
    method: Frame | None = None
    decorated: bool = False

    def begins(self, line: str) -> bool:
        """Go on to a line of code; whether a part begins there."""
        decorated, self.decorated = self.decorated, line.lstrip().startswith("@")
        if line[0] not in _CLOSERS:
            self.around, self.method = _opened(line), None
            return not decorated and self._in(None)
        if self.around is Frame.DICT and line == "}":
            return self._in(None)
        if self.method is not None and self._of_method(line):
            return True
        if self.around is None or not _stands_at(line, 4) or line.endswith("else:"):
            return False
        if self.around is Frame.BLOCK:
            signature = line.startswith(_DEFINED) and line.endswith("(")
            self.method = Frame.PARAMETER if signature else None
        return not decorated and self._in(self.around)

    def _of_method(self, line: str) -> bool:
        """Go on inside of a method; whether a part of it begins there."""
        closes = line.startswith("    )")
        if self.method is Frame.PARAMETER and not closes:
            return _stands_at(line, 8) and self._in(Frame.PARAMETER)
        if self.method is Frame.BODY:
            self.method = None
            return self._in(Frame.BODY)
        begins = self.method is Frame.PARAMETER
        stub = closes and line.endswith(": ...")
        ends = closes and line.endswith(":")
        self.method = None if stub else Frame.BODY if ends else Frame.RETURNED
        self._in(Frame.STUB if stub else Frame.RETURNED)
        return begins

    def _in(self, frame: Frame | None) -> bool:
        self.frame = frame
        return True


def _stands_at(line: str, indent: int) -> bool:
    """Whether something begins in that column."""
    return line[indent : indent + 1] not in _CLOSERS and not line[:indent].strip()


def _opened(line: str) -> Frame | None:
    """What a line at the top begins, where that is cut up."""
    if line.startswith(_BLOCKS) and (len(line) <= WIDTH or line.endswith("(")):
        return Frame.BLOCK
    return Frame.DICT if _DICT.match(line) else None


def _part(
    lines: list[str],
    code: tuple[bool, ...],
    start: int,
    end: int,
    frame: Frame | None,
) -> Part:
    several = tuple(lines[start:end])
    return Part(
        lines=several,
        frame=frame,
        too_long=any(map(_is_too_long, several, code[start:end])),
    )


def _is_too_long(line: str, is_code: bool) -> bool:
    return is_code and len(line) > WIDTH and _can_be_split(line)


def _code(lines: list[str]) -> Iterator[bool]:
    """For each line whether it is code, the first line of a docstring included."""
    inside = False
    for line in lines:
        if inside:
            yield False
            inside = not line.endswith('"""')
        else:
            yield True
            if '"""' in line and (opening := _QUOTES.match(line)):
                inside = not line.endswith('"""', opening.end())


def _can_be_split(line: str) -> bool:
    """Whether black has anything to split a line at: not if all is one long string.

    Nor if it is one name, which stands in brackets then, or a parameter of names.
    """
    if _QUOTES.match(line) or _NAME.match(line):
        return False
    declared = _DECLARED.match(line)
    if declared and len(f"{declared[1]}    {declared[2]}") > WIDTH:
        return False
    plain = _STRING.sub('""', line).replace("()", "")
    if plain.strip() == '""':
        return False
    if plain.lstrip().startswith('"": '):  # of an entry, only what is in brackets
        return bool(_SPLITTABLE.search(plain))
    if plain[-1] in "([{":  # what is in this bracket stands on lines of its own
        return bool(_SPLITTABLE.search(plain[:-1]))
    return bool(_SPLITTABLE.search(plain)) or not line.endswith(",")
