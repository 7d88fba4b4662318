"""The door for prose: a document's text as the lines of a docstring.

Prose is CommonMark. Paragraphs are wrapped; lists, code and tables keep their
lines. Nothing in the text can end the docstring or change how it is read.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 79
_LIST = re.compile(r"(\s*)([-*+]|\d+[.)])\s+")
_KEPT = re.compile(r"\s*(\||```|~~~|#|>|<|    )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a Google docstring: `Args:` and its entries (name, text)."""

    title: str
    entries: tuple[tuple[str, str], ...]


def docstring(
    text: str, indent: int, sections: Iterable[Section] = ()
) -> tuple[str, ...]:
    """The lines of a docstring, quotes included, without their indentation.

    `indent` is the number of columns that the lines will stand in. Empty
    where there is nothing to say.
    """
    width = WIDTH - indent
    lines = list(prose_lines(text, width))
    for section in sections:
        if section.entries:
            lines += ([""] if lines else []) + [f"{section.title}:"]
            for name, said in section.entries:
                lines += _entry(name, said, width)
    if not lines:
        return ()
    return _quote([escape(line) for line in lines], width)


def prose_lines(text: str, width: int) -> tuple[str, ...]:
    """CommonMark wrapped to a width; what is no paragraph keeps its lines."""
    lines: list[str] = []
    paragraph: list[str] = []
    fence = ""

    def flush() -> None:
        if paragraph:
            lines.extend(_wrap(" ".join(paragraph), width))
            paragraph.clear()

    for raw in _clean(text).split("\n"):
        line = raw.rstrip()
        mark = line.strip()[:3]
        if fence or mark in ("```", "~~~"):
            flush()
            lines.append(line)
            fence = ("" if mark == fence else fence) if fence else mark
        elif not line:
            flush()
            if lines and lines[-1]:
                lines.append("")
        elif found := _LIST.match(line):
            flush()
            lines.extend(_wrap(line, width, found[1] + " " * (len(found[2]) + 1)))
        elif _KEPT.match(line):
            flush()
            lines.append(line)
        else:
            paragraph.append(line.strip())
    flush()
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line."""
    paragraph = " ".join(_clean(text).strip().split("\n\n")[0].split())
    found = re.match(r"(.+?[.!?])(\s|$)", paragraph)
    return found[1] if found else paragraph


def escape(line: str) -> str:
    """A line as it must stand between triple quotes to be read as itself."""
    escaped = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return "".join(map(_character, escaped))


def _character(character: str) -> str:
    if character.isprintable() and unicodedata.category(character) != "Cf":
        return character
    number = ord(character)
    if character in "\u00a0\u3000" or unicodedata.category(character) == "Zs":
        return " "
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _clean(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return plain.strip("\n")


def _wrap(text: str, width: int, hanging: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        max(width, 30),
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _entry(name: str, said: str, width: int) -> list[str]:
    """`name: text`, wrapped with a hanging indent; paragraphs stay apart."""
    if not said:
        return [f"    {name}"]
    first, *rest = prose_lines(f"{name}: {said}", width - 8)
    return [f"    {first}", *(f"        {line}" if line else "" for line in rest)]


def _quote(lines: list[str], width: int) -> tuple[str, ...]:
    first, *rest = lines
    if first.startswith('"') or first != first.lstrip():
        first = f"\\{first}" if first.startswith('"') else first.lstrip()
    if not rest:
        ended = _safe_end(first)
        if len(ended) + 6 <= width + 9:
            return (f'"""{ended}"""',)
        return (f'"""{first}', '"""')
    return (f'"""{first}', *rest, '"""')


def _safe_end(line: str) -> str:
    """A last line whose end cannot be taken for a quote or an escape."""
    return f'{line[:-1]}\\"' if line.endswith('"') else line
