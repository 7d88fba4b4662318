"""What there is to do for a target: nothing, where its lock says that all is current.

Found here and not in the pipeline, so that to find nothing to do imports no stage.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from .. import __version__
from ..config import Target
from ..diagnostics import Diagnostic, Diagnostics
from ..records import dataclass
from ..render.environment import template_root
from .current import is_current
from .hooks import read_hooks
from .lock import Made, digest_folders, digest_options, read_lock
from .plan import Plan, nothing_to_do
from .unfinished import is_unfinished

if TYPE_CHECKING:
    from ..spec.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A target and what writing it would do; no plan where something is wrong.

    `warnings` is how many there were when the files were made, `diagnostics`
    what was found now: nothing where the lock said that nothing has changed.
    """

    target: Target
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict[str, "Source"])
    warnings: int = 0


def unchanged(target: Target) -> Prepared | None:
    """The target if its output is as generating it anew would make it, else None."""
    try:
        if is_unfinished(target.output):
            return None
        before = read_lock(target.output, Diagnostics())
        if before is None or not is_current(before, target, made_of(target)):
            return None
        nothing = nothing_to_do(target.output, before)
        return Prepared(target=target, plan=nothing, warnings=before.warnings)
    except OSError:
        return None


def made_of(target: Target) -> Made:
    """What decides, apart from the document, what is generated for a target."""
    folders = [template_root()]
    if target.templates is not None:
        folders.append(target.templates)
    return Made(
        version=__version__,
        options=digest_options(target, read_hooks(target.output, Diagnostics())),
        templates=digest_folders(folders),
    )
