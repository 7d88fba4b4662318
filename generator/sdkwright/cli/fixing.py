"""`lint --fix`: the files of a document written anew until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Target
from ..diagnostics import Diagnostic, Respell
from ..lint.check import Linted, lint
from ..lint.fix import fix
from ..listing import visible
from .files import replace_text

# The mark that a text in UTF-8 may begin with.
_MARK = b"\xef\xbb\xbf"


def fixed(target: Target) -> Iterator[str]:
    """Mend a target's document; a line for each finding that was.

    What is ignored is left. What a second look finds is mended as well, as far as each
    look leaves less to mend.
    """
    left: int | None = None
    while True:
        found = lint(target)
        several = tuple(
            each
            for each in found.findings
            if each.mend is not None and not _is_named(each, target, found)
        )
        if not several or (left is not None and len(several) >= left):
            return
        left = len(several)
        for each in fix(several, found.sources):
            mark = "\ufeff" if each.source.path.read_bytes()[:3] == _MARK else ""
            replace_text(each.source.path, mark + each.text)
            yield from map(_line, each.findings)


def _is_named(finding: Diagnostic, target: Target, found: Linted) -> bool:
    """Whether a key would be renamed that a pointer or an overlay may lead through."""
    if (
        not (isinstance(finding.mend, Respell) and finding.mend.on_key)
        or not finding.at
    ):
        return False
    below = finding.at.partition("#")[2]
    pointers = (*target.names, *target.pagination, *sum(target.ignore.values(), ()))
    return (
        bool(target.overlays)
        or any(below in each for each in pointers)
        or any(f"#{below}" in each.text for each in found.sources.values())
    )


def _line(finding: Diagnostic) -> str:
    span = finding.span
    place = "" if span is None else f"{span.file}:{span.line}:{span.column}: "
    return f"{place}fixed[{finding.code}]: {visible(finding.message)}"
