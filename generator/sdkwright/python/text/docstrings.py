"""The door for prose: a document's text as the lines of a docstring.

Prose is CommonMark. Paragraphs are wrapped; lists, code and tables keep their
lines. Nothing in the text can end the docstring or change how it is read.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import field
from functools import lru_cache

from ...prose import is_marked, later, question
from ...records import dataclass

WIDTH = 79
_LIST = re.compile(r"(\s*)([-*+]|\d+[.)])\s+(?=\S)")
_KEPT = re.compile(r"\s*(\||#|>|<)|    ")
_FENCE = re.compile(r"\s*(`{3,}(?=[^`]*$)|~{3,})")
_ODD = re.compile(r"[^\n\x20-\x7e]")
_DELIMITERS = re.compile(r"(?=.*-)(?=.*\|)[-:|\s]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a Google docstring: `Args:` and its entries (name, text), or code.

    What is returned has no name: there the name is empty.
    """

    title: str
    entries: tuple[tuple[str, str], ...] = ()
    code: tuple[str, ...] = ()


def docstring(
    text: str, indent: int, sections: Iterable[Section] = ()
) -> tuple[str, ...]:
    """The lines of a docstring, quotes included, without their indentation.

    `indent` is the number of columns that the lines will stand in. Empty
    where there is nothing to say; one line where prose is to be told later.
    """
    sections = tuple(sections)
    if not sections:
        return _alone(text, indent)
    if is_marked(text) or any(map(_has_marks, sections)):
        several = [(each.title, each.entries, each.code) for each in sections]
        return _later(text, indent, several)
    width = WIDTH - indent
    lines = [*_prose(_escape(_clean(text)), width)]
    for section in sections:
        if section.entries or section.code:
            lines += ([""] if lines else []) + [f"{section.title}:"]
            for name, said in section.entries:
                lines += _entry(name, _escape(_clean(said)), width)
            lines += (f"    {_escape(_clean(line))}" for line in section.code)
    return _quote(lines, width) if lines else ()


@lru_cache(maxsize=1 << 15)
def _alone(text: str, indent: int) -> tuple[str, ...]:
    """A text without sections, as fields have it: a large document says many twice."""
    if is_marked(text):
        return _later(text, indent)
    lines = [*_prose(_escape(_clean(text)), WIDTH - indent)]
    return _quote(lines, WIDTH - indent) if lines else ()


def _has_marks(section: Section) -> bool:
    return any(is_marked(said) for _, said in section.entries)


def _later(*arguments: object) -> tuple[str]:
    return (f'"""{later("docstring", *arguments)}"""',)


def prose_lines(text: str, width: int) -> tuple[str, ...]:
    """CommonMark wrapped to a width; what is no paragraph keeps its lines."""
    return _prose(_clean(text), width)


@lru_cache(maxsize=2**12)  # documents say the same of each `id` and `page`
def _prose(text: str, width: int) -> tuple[str, ...]:
    writer = _Writer(width)
    for raw in text.split("\n"):
        writer.add(raw.rstrip())
    writer.flush()
    lines = writer.lines
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


@dataclass(slots=True)
class _Writer:
    """Wraps paragraphs and items of lists, and passes on what keeps its lines."""

    width: int
    lines: list[str] = field(default_factory=list[str])
    paragraph: list[str] = field(default_factory=list[str])
    hanging: str = ""
    fence: str = ""
    in_list: bool = False
    in_table: bool = False

    def flush(self) -> None:
        if self.paragraph:
            text = " ".join(self.paragraph)
            self.lines += _wrap(text, self.width, self.hanging)
            self.paragraph.clear()
        self.hanging = ""

    def add(self, line: str) -> None:
        fence = _FENCE.match(line)
        if self.fence:
            self._keep(line)
            if fence and fence[1].startswith(self.fence) and fence[0] == line:
                self.fence = ""
        elif fence:
            self._keep(line)
            self.fence = fence[1]
        elif not line:
            self.flush()
            self.in_table = False
            if self.lines and self.lines[-1]:
                self.lines.append("")
        elif found := _LIST.match(line):
            self.flush()
            self.paragraph.append(line)
            self.hanging = " " * len(found[0])
            self.in_list = True
        else:
            self._add_text(line)

    def _add_text(self, line: str) -> None:
        if self.paragraph and self.in_list and line.startswith("  "):
            self.paragraph.append(line.strip())
        elif _KEPT.match(line) or (self.in_table and "|" in line):
            self._keep(line)
        elif self.paragraph and _DELIMITERS.match(line):
            head = self.paragraph.pop()
            self._keep(head)
            self._keep(line)
            self.in_table = True
        elif self.paragraph:
            self.paragraph.append(line.strip())
        else:
            self.in_list = self.in_list and line.startswith("  ")
            self.hanging = "  " if self.in_list else ""
            self.paragraph.append(self.hanging + line.strip())

    def _keep(self, line: str) -> None:
        self.flush()
        self.lines.append(line)


@question
def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line."""
    paragraph = " ".join(_clean(text).strip().split("\n\n")[0].split())
    found = re.match(r"(.+?[.!?])(\s|$)", paragraph)
    return found[1] if found else paragraph


def _escape(text: str) -> str:
    """A text as it must stand between triple quotes to be read as itself."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _clean(text: str) -> str:
    """A text in which everything prints: what does not is shown by its number."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return _ODD.sub(lambda found: _character(found[0]), plain).strip("\n")


def _character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if character == "\n" or (character.isprintable() and category != "Cf"):
        return character
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _wrap(text: str, width: int, hanging: str = "") -> list[str]:
    width = max(width, 30)
    if len(text) <= width and text.strip():
        return [text.rstrip()]
    return textwrap.wrap(
        text,
        width,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _entry(name: str, said: str, width: int) -> list[str]:
    """`name: text`, wrapped with a hanging indent; paragraphs stay apart.

    Without a name, just the text.
    """
    if not name:
        return [f"    {line}" if line else "" for line in _prose(said, width - 4)]
    if not said.strip():
        return [f"    {name}"]
    start = said.partition("\n")[0]
    if any(form.match(start) for form in (_LIST, _KEPT, _FENCE)):
        first, rest = f"{name}:", [*_prose(said, width - 8)]
    else:
        first, *rest = _prose(f"{name}: {said.lstrip()}", width - 8)
    return [f"    {first}", *(f"        {line}" if line else "" for line in rest)]


def _quote(lines: list[str], width: int) -> tuple[str, ...]:
    """The lines in quotes, such that no tool takes their indentation away."""
    if len(lines) == 1:
        only = _safe_end(_safe_start(lines[0].lstrip()))
        if len(only) + 6 <= width + 9:
            return (f'"""{only}"""',)
        return ('"""', lines[0].lstrip(), '"""')
    dedented = textwrap.dedent("\n".join(lines)).split("\n")
    first, *rest = dedented
    if first.startswith(" ") or all(line[:1] in ("", " ") for line in rest):
        return ('"""', *dedented, '"""')
    return (f'"""{_safe_start(first)}', *rest, '"""')


def _safe_start(line: str) -> str:
    return f"\\{line}" if line.startswith('"') else line


def _safe_end(line: str) -> str:
    """A last line, kept apart from the closing quotes as black keeps it."""
    return f"{line} " if line.endswith('"') else line
