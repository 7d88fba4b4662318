"""What changed in a release, in people's words (Keep a Changelog 1.1.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ..compare.change import Change, Level
from ..python.text.markdown import plain

_FIRST = "- The first release."
_INSIDE = "- Changes inside: nothing that a program could tell."
_HEADING = re.compile(r"^## ", re.M)


def section(version: str, date: str, changes: Iterable[Change], *, first: bool) -> str:
    """The section of a version: what breaks stands first in its group."""
    lines = [f"## [{version}] - {date}", ""]
    groups: dict[str, list[str]] = {}
    for each in changes:
        if each.level is not Level.PATCH:
            groups.setdefault(_group(each), []).append(_line(each))
    for title in ("Added", "Changed", "Deprecated", "Removed"):
        if title in groups:
            lines += [f"### {title}", "", *dict.fromkeys(groups[title]), ""]
    if not groups:
        lines += ["### Added" if first else "### Changed", ""]
        lines += [_FIRST if first else _INSIDE, ""]
    return "\n".join(lines)


def _group(each: Change) -> str:
    if each.code.endswith("-added") and not each.code.startswith("required-"):
        return "Added"
    if each.code.endswith("-removed"):
        return "Removed"
    return "Deprecated" if each.code == "deprecated" else "Changed"


def _line(each: Change) -> str:
    said = f"`{each.subject}` {plain(each.message)}"
    if each.level is Level.BREAKING:
        return f"- **Breaking:** {said}; {each.why}."
    return f"- {said}."


def with_section(text: str, version: str, made: str) -> str:
    """A change log with a section at its top; one of the same version is replaced."""
    starts = [match.start() for match in _HEADING.finditer(text)] + [len(text)]
    for start, end in pairwise(starts):
        heading = text[start:].split("\n", 1)[0]
        if re.match(rf"## \[?{re.escape(version)}\]?(\s|$)", heading):
            text = text[:start] + text[end:]
            break
    match = _HEADING.search(text)
    at = match.start() if match else len(text)
    before = text[:at].rstrip("\n")
    return f"{before}\n\n{made.rstrip()}\n\n{text[at:]}".strip("\n") + "\n"
