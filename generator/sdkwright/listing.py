"""Diagnostics as people and machines read them.

As text, each is one line that editors understand, then the source line with a
caret under what is meant, then a hint.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from .diagnostics import Diagnostic, Severity, Span

if TYPE_CHECKING:
    from .spec.source import Source

Format: TypeAlias = Literal["text", "json", "github"]

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_GITHUB = {Severity.INFO: "notice"}
_WIDEST = 100


def listing(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], format: Format
) -> str:
    """Several diagnostics, in the order given; `sources` are what they point into."""
    if format == "json":
        made = [_as_json(each) for each in diagnostics]
        return json.dumps(made, indent=2, ensure_ascii=False)
    if format == "github":
        return "\n".join(map(_as_github, diagnostics))
    several = tuple(diagnostics)
    pointed = {each.span.file for each in several if each.span is not None}
    lines = {
        source.name: source.text.split("\n")
        for source in sources.values()
        if source.name in pointed
    }
    return "\n".join(_as_text(each, lines) for each in several)


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """How many there are: `2 errors, 1 warning`."""
    counts = Counter(each.severity for each in diagnostics)
    parts = [
        f"{counts[each]} {word}{'s' * (counts[each] != 1)}"
        for each, word in _WORDS.items()
        if counts[each]
    ]
    return ", ".join(parts) or "nothing found"


def _as_text(each: Diagnostic, lines: Mapping[str, Sequence[str]]) -> str:
    """A diagnostic as text; `lines` are those of each file that may be pointed into."""
    word = _WORDS[each.severity]
    made = [f"{_place(each.span)}{word}[{each.code}]: {visible(each.message)}"]
    if each.span is not None and each.span.file in lines:
        made += _excerpt(each.span, lines[each.span.file])
    if each.hint is not None:
        made.append(f"   hint: {visible(each.hint)}")
    return "\n".join(made)


def _place(span: Span | None) -> str:
    return "" if span is None else f"{span.file}:{span.line}:{span.column}: "


def _excerpt(span: Span, lines: Sequence[str]) -> list[str]:
    """The line that a span is on, and carets under the span."""
    if span.line > len(lines):
        return []
    line = lines[span.line - 1].rstrip("\r")
    start, end = span.column - 1, span.end_column - 1
    cut = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = visible(line[cut : cut + _WIDEST]).rstrip()
    before = visible(line[cut:start])
    marked = visible(line[start : max(end, start + 1)])
    carets = "^" * max(1, min(_width(marked), _WIDEST - _width(before)))
    gutter = f"{span.line:>5} | "
    margin = " " * (len(gutter) - 2) + "| "
    return [f"{gutter}{shown}", f"{margin}{' ' * _width(before)}{carets}"]


def visible(text: str) -> str:
    """Text on one line; what does not print is written as an escape."""
    return "".join(
        (
            each
            if each.isprintable() and unicodedata.category(each) != "Cf"
            else (
                " "
                if each == "\t"
                else each.encode("unicode_escape", "backslashreplace").decode()
            )
        )
        for each in text
    )


def _width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(
        (
            0
            if unicodedata.combining(each)
            else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        )
        for each in text
    )


def _as_json(each: Diagnostic) -> dict[str, object]:
    made: dict[str, object] = {
        "code": each.code,
        "severity": _WORDS[each.severity],
        "message": each.message,
    }
    if each.span is not None:
        made |= {
            "file": each.span.file,
            "line": each.span.line,
            "column": each.span.column,
            "end_column": each.span.end_column,
        }
    if each.at is not None:
        made["pointer"] = each.at
    if each.hint is not None:
        made["hint"] = each.hint
    return made


def _as_github(each: Diagnostic) -> str:
    """A workflow command that annotates a pull request."""
    word = _GITHUB.get(each.severity, _WORDS[each.severity])
    facts = {"title": each.code}
    if each.span is not None:
        facts = {
            "file": each.span.file,
            "line": str(each.span.line),
            "col": str(each.span.column),
            **facts,
        }
    said = each.message if each.hint is None else f"{each.message} ({each.hint})"
    written = ",".join(f"{name}={_property(value)}" for name, value in facts.items())
    return f"::{word} {written}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
