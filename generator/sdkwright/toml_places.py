"""Where the keys and values of a TOML document stand: `tomllib` does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import field

from .diagnostics import Diagnostic, Span
from .pointer import tokens_of
from .records import dataclass, replace

Path = tuple[str, ...]

# TOML 1.0: strings and comments first, so that what is inside them is not read.
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}=,.\n]"
    r"|[^\s\[\]{}=,.#\"']+",
    re.DOTALL,
)
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


def locate_toml(
    diagnostics: Iterable[Diagnostic], text: str, name: str
) -> tuple[Diagnostic, ...]:
    """The diagnostics on a valid document with their spans, sorted by place.

    What is not there gets the place of the nearest thing around it.
    """
    several = tuple(diagnostics)
    if all(each.span for each in several):  # it may not even be TOML
        return several
    places = _Scanner(text, name).scan()
    placed = [_place(each, places, name) for each in several]
    return tuple(sorted(placed, key=_order))


def fault(error: tomllib.TOMLDecodeError, text: str, name: str) -> tuple[str, Span]:
    """What is wrong with a document that does not parse, and where."""
    message = str(error)
    position = _POSITION.search(message)
    if position is None:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    else:
        line, column = int(position[1]), int(position[2])
    what = message.partition(" (at ")[0]
    span = Span(file=name, line=line, column=column, end_column=column + 1)
    return what[:1].lower() + what[1:], span


def _place(
    each: Diagnostic, places: Mapping[Path, tuple[Span, Span]], name: str
) -> Diagnostic:
    if each.span is not None or each.at is None:
        return each
    path, on_key = tokens_of(each.at), each.on_key
    while path and path not in places:
        path, on_key = path[:-1], True
    start = Span(file=name, line=1, column=1, end_column=2)
    key, value = places.get(path, (start, start))
    return replace(each, span=key if on_key else value)


def _order(each: Diagnostic) -> tuple[int, int]:
    return (each.span.line, each.span.column) if each.span else (0, 0)


@dataclass(slots=True)
class _Scanner:
    """Walks over the tokens of a document that `tomllib` has accepted."""

    text: str
    name: str
    places: dict[Path, tuple[Span, Span]] = field(
        default_factory=dict[Path, tuple[Span, Span]]
    )
    tokens: list[re.Match[str]] = field(default_factory=list[re.Match[str]])
    at: int = 0

    def scan(self) -> dict[Path, tuple[Span, Span]]:
        found = _TOKEN.finditer(self.text)
        self.tokens = [token for token in found if token[0][0] != "#"]
        table: Path = ()
        while self.at < len(self.tokens):
            if self._next() == "\n":
                self.at += 1
            elif self._next() == "[":
                table = self._header()
            else:
                self._pair(table)
        return self.places

    def _next(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else "\n"

    def _header(self) -> Path:
        while self._next() == "[":
            self.at += 1
        path, key = self._key(())
        while self._next() == "]":
            self.at += 1
        self.places.setdefault(path, (key, key))
        return path

    def _pair(self, above: Path) -> None:
        path, key = self._key(above)
        self.at += 1  # the equals sign
        start = self.tokens[self.at].start()
        self._value(path)
        end = self.tokens[self.at - 1].end()
        self.places[path] = (key, self._span(start, end))

    def _key(self, above: Path) -> tuple[Path, Span]:
        """A dotted key: its path, and the place of its last part."""
        path = above
        while True:
            token = self.tokens[self.at]
            self.at += 1
            path = (*path, _unquote(token[0]))
            if self._next() != ".":
                return path, self._span(token.start(), token.end())
            self.at += 1

    def _value(self, path: Path) -> None:
        match self._next():
            case "{":
                self._inline_table(path)
            case "[":
                self._array()
            case _:
                while self._next() not in (",", "}", "]", "\n"):
                    self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while self._next() != "}":
            if self._next() in (",", "\n"):
                self.at += 1
            else:
                self._pair(path)
        self.at += 1

    def _array(self) -> None:
        depth = 0
        while True:
            depth += {"[": 1, "]": -1}.get(self._next(), 0)
            self.at += 1
            if depth == 0:
                return

    def _span(self, start: int, end: int) -> Span:
        """The characters from `start` to `end`, or to the end of the first line."""
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        last = end if line_end < 0 else min(end, line_end)
        return Span(
            file=self.name,
            line=self.text.count("\n", 0, start) + 1,
            column=start - line_start + 1,
            end_column=last - line_start + 1,
        )


def _unquote(key: str) -> str:
    if key[0] not in "\"'":
        return key
    return next(iter(tomllib.loads(f"{key} = 0")))
