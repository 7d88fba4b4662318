"""A mend as an edit of text, by its place, and as a change of the value in it."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate

from ..diagnostics import Diagnostic, Insert, Respell, Span
from ..pointer import Pointer, child, last, parent, tokens_of
from ..records import dataclass
from ..spec.locate import spans_of
from ..spec.objects import Json
from ..spec.source import Source
from ..spec.yaml_text import flow, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Text that takes the place of the text from `start` to `end`."""

    start: int
    end: int
    text: str
    finding: Diagnostic


@dataclass(slots=True, kw_only=True)
class Page:
    """A file, the value in it, and where its parts stand."""

    source: Source
    value: Json

    def edits(self, findings: tuple[Diagnostic, ...]) -> tuple[Edit, ...]:
        """The edits of findings, in the order of the text, less those that overlap."""
        spans = spans_of(self.source, {at for each in findings for at in _asked(each)})
        lines = self.source.text.split("\n")
        starts = (0, *accumulate(len(line) + 1 for line in lines))
        places = _Places(spans=spans, starts=starts, text=self.source.text)
        made = [edit for each in findings if (edit := self._edit(each, places))]
        made.sort(key=lambda each: (each.start, each.end))
        kept: list[Edit] = []
        for edit in made:
            if not kept or edit.start >= max(kept[-1].end, kept[-1].start + 1):
                kept.append(edit)
        return tuple(kept)

    def _edit(self, finding: Diagnostic, places: _Places) -> Edit | None:
        at = finding.at
        assert at is not None, "what is mended stands somewhere"
        match finding.mend:
            case Respell(text=text, on_key=on_key):
                found = places.extent(at, on_key=on_key)
                if found is None:
                    return None
                start, end = found
                written = _spelled(text, self.source.text[start:end])
                return Edit(start=start, end=end, text=written, finding=finding)
            case Insert(key=key, item=item):
                return self._insert(finding, key, json.loads(item), places)
            case None:
                return None

    def _insert(
        self, finding: Diagnostic, key: str, item: Json, places: _Places
    ) -> Edit | None:
        """Puts an item first in a list, or the list first in its mapping."""
        at = finding.at or Pointer("#")
        above = value_at(self.value, at)
        several = above.get(key) if isinstance(above, dict) else None
        if not isinstance(above, dict) or not above or several == []:
            return None
        inside = child(at, key) if isinstance(several, list) else at
        whole = places.extent(inside)
        if whole is None or (several is not None and not isinstance(several, list)):
            return None
        start = whole[0]
        write = flow if self._is_json() else plain
        said = write(item) if several else f"{write(key)}: [{write(item)}]"
        if self.source.text[start] in "{[":
            start, text = start + 1, f"{said}, "
        else:
            dash = "- " if several else ""
            text = f"{dash}{said}{places.break_before(start)}"
        return Edit(start=start, end=start, text=text, finding=finding)

    def _is_json(self) -> bool:
        return self.source.text.lstrip()[:1] == "{"


@dataclass(slots=True, kw_only=True)
class _Places:
    spans: Mapping[Pointer, tuple[Span | None, Span]]
    starts: tuple[int, ...]
    text: str

    def extent(self, at: Pointer, *, on_key: bool = False) -> tuple[int, int] | None:
        key, value = self.spans.get(at, (None, None))
        span = key if on_key else value
        if span is None:
            return None
        line = self.starts[span.line - 1] - 1
        return line + span.column, line + span.end_column

    def break_before(self, start: int) -> str:
        """An end of line as the text has it, and as much space as stands before."""
        line = self.starts[bisect_left(self.starts, start + 1) - 1]
        end = "\r\n" if "\r\n" in self.text else "\n"
        return end + " " * (start - line)


def _asked(finding: Diagnostic) -> tuple[Pointer, ...]:
    at = finding.at or Pointer("#")
    key = finding.mend.key if isinstance(finding.mend, Insert) else None
    return (at,) if key is None else (at, child(at, key))


def _spelled(text: str, before: str) -> str:
    """A text in the quotes of the one before."""
    match before[:1]:
        case '"':
            return flow(text)
        case "'":
            return "'" + text.replace("'", "''") + "'"
        case _:
            return text


def value_at(value: Json, at: Pointer) -> Json:
    """What stands at a pointer of a value; None where nothing does."""
    for token in tokens_of(at):
        if isinstance(value, dict):
            value = value.get(token)
        elif isinstance(value, list) and token.isdecimal() and int(token) < len(value):
            value = value[int(token)]
        else:
            return None
    return value


def mend(value: Json, finding: Diagnostic) -> bool:
    """Mend a finding in a value: what the text is to say after its edit.

    False where that cannot be, as there is a key of the new name.
    """
    at = finding.at or Pointer("#")
    match finding.mend:
        case Respell(text=text, on_key=True):
            above = value_at(value, parent(at))
            if not isinstance(above, dict) or text in above:
                return False
            above[text] = above.pop(last(at))
        case Respell(text=text):
            above = value_at(value, parent(at))
            if not isinstance(above, dict):
                return False
            above[last(at)] = text
        case Insert(key=key, item=item):
            inside = value_at(value, at)
            several = inside.setdefault(key, []) if isinstance(inside, dict) else None
            if not isinstance(several, list):
                return False
            several.insert(0, json.loads(item))
        case None:
            return False
    return True
