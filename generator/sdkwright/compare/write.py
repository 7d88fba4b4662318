"""Changes as people read them, as programs do, and as a pull request shows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic, Severity, Span
from ..listing import listing, visible
from ..pointer import Pointer
from .change import Change, Level, bump

_WORDS = {Level.BREAKING: "breaking", Level.MINOR: "minor", Level.PATCH: "patch"}


def as_text(changes: tuple[Change, ...]) -> str:
    """Each change with its place, why, and the Python before and after; a summary."""
    return "\n".join(line for each in changes for line in _lines(each))


def _lines(each: Change) -> Iterator[str]:
    span = each.new_span or each.old_span
    place = f"{span.file}:{span.line}:{span.column}: " if span else ""
    said = visible(f"{each.subject}: {each.message}")
    yield f"{place}{_WORDS[each.level]}[{each.code}]: {said}"
    if each.before != each.after:  # else only what is said of it is another
        if each.before is not None:
            yield f"   - {visible(each.before)}"
        if each.after is not None:
            yield f"   + {visible(each.after)}"
    was = ""
    if each.old_span is not None and each.new_span is not None:
        was = f" (before: {each.old_span.file}:{each.old_span.line})"
    yield f"   why: {visible(each.why)}{was}"


def summary(changes: tuple[Change, ...]) -> str:
    """`major: 2 breaking, 1 minor`; `none` where there is nothing to feel."""
    counts = Counter(each.level for each in changes)
    parts = [
        f"{counts[level]} {word}" for level, word in _WORDS.items() if counts[level]
    ]
    return f"{bump(changes)}: {', '.join(parts) or 'a user would feel nothing'}"


def as_json(changes: tuple[Change, ...]) -> str:
    """What kind of version it takes, and the changes, the worst first."""
    made = [_json(each) for each in changes]
    whole = {"bump": bump(changes), "changes": made}
    return json.dumps(whole, indent=2, ensure_ascii=False)


def _json(each: Change) -> dict[str, object]:
    return {
        "level": _WORDS[each.level],
        "code": each.code,
        "subject": each.subject,
        "message": each.message,
        "why": each.why,
        "before": each.before,
        "after": each.after,
        "old": _place(each.old, each.old_span),
        "new": _place(each.new, each.new_span),
    }


def _place(at: Pointer | None, span: Span | None) -> dict[str, object] | None:
    if at is None:
        return None
    place: dict[str, object] = {"pointer": at}
    if span is not None:
        place |= {"file": span.file, "line": span.line, "column": span.column}
    return place


def as_github(changes: Iterable[Change]) -> str:
    """An annotation a change, at its place in the new document."""
    return listing(map(_diagnostic, changes), {}, "github")


def _diagnostic(each: Change) -> Diagnostic:
    texts = [f"{each.subject}: {each.message}", each.why]
    return Diagnostic(
        code=f"{_WORDS[each.level]}: {each.code}",
        severity=Severity.ERROR if each.level is Level.BREAKING else Severity.INFO,
        message="; ".join(texts),
        span=each.new_span or each.old_span,
    )
