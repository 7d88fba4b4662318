"""Findings mended in the text: by place, so that comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from ..diagnostics import Diagnostic, Diagnostics, Insert
from ..pointer import file_of
from ..records import dataclass
from ..spec.objects import Json
from ..spec.parse import parse
from ..spec.source import Source
from .edits import Edit, Page, mend


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A file's new text, and what was mended in it."""

    source: Source
    text: str
    findings: tuple[Diagnostic, ...]


def fix(
    findings: tuple[Diagnostic, ...], sources: Mapping[str, Source]
) -> Iterator[Fixed]:
    """The files in which something can be mended, one after the other.

    A text is taken only where it reads as the value before with just the findings
    mended. Where the edits of several touch one place, one is made; the next run makes
    the others.
    """
    several: dict[str, list[Diagnostic]] = {}
    for each in findings:
        if each.mend is not None and each.at is not None:
            several.setdefault(file_of(each.at), []).append(each)
    for file, found in several.items():
        if file in sources and (done := _fixed(sources[file], tuple(found))):
            yield done


def _fixed(source: Source, findings: tuple[Diagnostic, ...]) -> Fixed | None:
    value = _read(source, source.text)
    if isinstance(value, dict) and "swagger" in value:
        findings = tuple(each for each in findings if not isinstance(each.mend, Insert))
    edits = _meant(source, value, Page(source=source, value=value).edits(findings))
    text = _edited(source.text, edits)
    if not edits or not _is_meant(source, value, edits, text):
        return None
    return Fixed(
        source=source, text=text, findings=tuple(each.finding for each in edits)
    )


def _meant(source: Source, value: Json, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits after which the text says what is meant; those that are not are few."""
    if not edits or _is_meant(source, value, edits, _edited(source.text, edits)):
        return edits
    if len(edits) == 1:
        return ()
    half = len(edits) // 2
    parts = (edits[:half], edits[half:])
    return tuple(each for part in parts for each in _meant(source, value, part))


def _edited(text: str, edits: tuple[Edit, ...]) -> str:
    pieces, at = list[str](), 0
    for each in edits:
        pieces += text[at : each.start], each.text
        at = each.end
    return "".join((*pieces, text[at:]))


def _is_meant(source: Source, value: Json, edits: tuple[Edit, ...], text: str) -> bool:
    """Whether a text says what it said, with the findings mended and no more."""
    wanted = deepcopy(value)
    # From the end on, so that a key that is renamed is still what places below it say.
    if not all(mend(wanted, each.finding) for each in reversed(edits)):
        return False
    return _read(source, text) == wanted


def _read(source: Source, text: str) -> Json:
    again = Source(
        path=source.path, file=source.file, name=source.name, text=text, digest=""
    )
    return parse(again, Diagnostics(), lenient=True)
