"""What the commands print: results on standard output, findings on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ..diagnostics import Diagnostic
from ..output.plan import Plan
from ..output.prepared import Prepared
from ..records import dataclass
from .streams import say
from .targets import Format

if TYPE_CHECKING:
    from ..spec.source import Source

Found: TypeAlias = "tuple[tuple[Diagnostic, ...], Mapping[str, Source]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a command calls what a plan holds."""

    create: str
    delete: str


DONE = Words(create="created", delete="deleted")
DRIFT = Words(create="missing", delete="orphaned")


def say_found(several: Iterable[Found], format: Format) -> None:
    """Print findings, each with the sources that they are about."""
    several = [each for each in several if each[0]]
    if not several:
        return
    from ..listing import listing

    texts = [listing(found, sources, format) for found, sources in several]
    if format == "json":
        whole = [each for text in texts for each in json.loads(text)]
        texts = [json.dumps(whole, indent=2, ensure_ascii=False)]
    say("\n".join(text.rstrip("\n") for text in texts), sys.stderr)


def say_results(
    several: tuple[Prepared, ...], words: Words, format: Format, mend: str = ""
) -> None:
    """Print what was done; or what has to be done, where there is a way to mend it."""
    if format == "json":
        results = [_json(each, words, mend) for each in several]
        say(json.dumps({"targets": results}, indent=2, ensure_ascii=False), sys.stdout)
        return
    for each in several:
        if each.plan is None:
            continue
        lines = [summary(each.plan, words)]
        if mend and not each.plan.is_empty:
            lines[0] += f"; to mend it, run: {mend}"
            lines = [*_diffs(each.plan).values(), *lines]
            if format == "github":
                lines = [*_annotations(each.plan, words, mend), *lines]
        say("\n".join(line.rstrip("\n") for line in lines), sys.stdout)


def say_unchanged_warnings(several: Iterable[Prepared]) -> None:
    """Say of warnings that were not looked for again that they are still there."""
    for each in several:
        if each.warnings and not each.diagnostics:
            count = f"{each.warnings} warning{'s' * (each.warnings != 1)}"
            say(f"{shown(each.target.spec)}: {count} as before, see --full", sys.stderr)


def summary(plan: Plan, words: Words) -> str:
    """`sdks/notes: 3 changed, 1 created, 61 unchanged`."""
    counts = {
        "changed": len(plan.change),
        words.create: len(plan.create),
        words.delete: len(plan.delete),
        "unchanged": len(plan.same),
    }
    parts = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return f"{shown(plan.root)}: {parts}"


def shown(path: Path) -> str:
    """A path as a reader in the working folder would write it."""
    relative = Path(os.path.relpath(path)).as_posix()
    return path.as_posix() if relative.startswith("../..") else relative


def _diffs(plan: Plan) -> dict[str, str]:
    from ..output.diff import diff

    return diff(plan, shown(plan.root))


def _json(prepared: Prepared, words: Words, mend: str) -> dict[str, object]:
    plan = prepared.plan
    result: dict[str, object] = {
        "target": prepared.target.name,
        "output": shown(prepared.target.output),
        "warnings": prepared.warnings,
    }
    if plan is None:
        return result
    result |= {
        "changed": sorted(plan.change),
        words.create: sorted(plan.create),
        words.delete: sorted(plan.delete),
        "unchanged": len(plan.same),
    }
    if mend and not plan.is_empty:
        result |= {"diff": "".join(_diffs(plan).values()), "mend": mend}
    return result


def _annotations(plan: Plan, words: Words, mend: str) -> Iterable[str]:
    """Workflow commands of GitHub Actions, one a file that differs."""
    groups = (("changed", plan.change), (words.create, plan.create))
    for word, paths in (*groups, (words.delete, plan.delete)):
        for path in sorted(paths):
            file = _escape_property(f"{shown(plan.root)}/{path}")
            text = _escape(f"this generated file is {word}: run {mend}")
            yield f"::error file={file},title=drift::{text}"


def _escape(text: str) -> str:
    """Text after the last colon of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """Text of a property, before the last colon."""
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
