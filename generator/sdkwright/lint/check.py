"""Every finding on one document: those of the stages, and advice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..config import Target
from ..diagnostics import Diagnostic, without_ignored
from ..records import dataclass
from ..understanding import Step, quiet, understand

if TYPE_CHECKING:
    from ..spec.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """What was found, in the order of the files, and the files it was found in."""

    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]


def lint(target: Target, step: Step = quiet) -> Linted:
    """Everything that can be said of a target's document, less what it ignores."""
    from ..spec.locate import locate, order
    from .advice import advise

    known = understand(target, step)
    found = known.diagnostics
    if known.named is not None:
        step("advising")
        advice = locate(advise(known.named.api), known.sources, *known.origins)
        kept = without_ignored(advice, target.ignore)
        found = tuple(sorted((*found, *kept), key=order))
    return Linted(findings=found, sources=known.sources)
