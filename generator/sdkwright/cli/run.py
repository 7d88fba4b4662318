"""`generate` and `check`: all targets are prepared before the first one is written."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterable, Sequence

from ..collector import collector_off
from ..config import Target
from ..diagnostics import Diagnostic, Severity
from ..output.prepared import Prepared, unchanged
from ..progress import Progress
from ..records import replace
from .errors import InternalError
from .report import (
    DONE,
    DRIFT,
    say_found,
    say_results,
    say_unchanged_warnings,
)
from .status import FAILED, FINE, WRONG
from .targets import Request, Selection, select


def run_generate(request: Request) -> int:
    """Write every target, or none where anything is wrong; the exit status."""
    prepared = prepare_all(request, writing=True)
    if prepared is None:
        return WRONG
    if not request.quiet:
        say_results(prepared, DONE, request.format)
    return FINE


def run_check(request: Request) -> int:
    """Tell what writing would change; the exit status."""
    prepared = prepare_all(request, writing=False)
    if prepared is None:
        return WRONG
    if not request.quiet:
        say_results(prepared, DRIFT, request.format, mend=_mend(request))
    drifted = any(each.plan and not each.plan.is_empty for each in prepared)
    return FAILED if drifted else FINE


@collector_off()
def prepare_all(request: Request, *, writing: bool) -> tuple[Prepared, ...] | None:
    """All targets, written if that is wanted; None where anything is wrong."""
    selection = select(request)
    request = replace(request, retell=writing)
    with Progress(sys.stderr, wanted=not request.quiet) as progress:
        try:
            prepared = _prepare_each(selection.targets, request, progress)
            if writing and _is_fine(selection, prepared):
                progress.step("writing")
                prepared = tuple(map(_write, prepared))
        except Exception as error:
            raise InternalError(progress.stage) from error
    _say_found(selection, prepared, request)
    return prepared if _is_fine(selection, prepared) else None


def _prepare_each(
    targets: tuple[Target, ...], request: Request, progress: Progress
) -> tuple[Prepared, ...]:
    """Each target: as it is where nothing has changed, else generated, at once."""
    progress.step("looking for changes")
    same = () if request.full else filter(None, map(unchanged, targets))
    ready = {each.target.name: each for each in same}
    waiting = [target for target in targets if target.name not in ready]
    for each in _generated(waiting, request, progress):
        ready[each.target.name] = each
    return tuple(ready[target.name] for target in targets)


def _generated(
    targets: Sequence[Target], request: Request, progress: Progress
) -> Iterable[Prepared]:
    """Targets that have to be generated, in processes if there are several."""
    if not targets:
        return ()
    if len(targets) < 2 or not _has_processes():
        return tuple(_generate_one(target, request, progress) for target in targets)
    from ..parallel import prepare_several

    progress.step(f"0 of {len(targets)} targets")
    finished: list[str] = []

    def done(target: Target) -> None:
        finished.append(target.name)
        progress.line(f"{target.name}: ready")
        progress.step(f"{len(finished)} of {len(targets)} targets")

    return prepare_several(
        targets, done, use_cache=request.cache, may_retell=request.retell
    )


def _has_processes() -> bool:
    return (os.cpu_count() or 1) > 1


def _generate_one(target: Target, request: Request, progress: Progress) -> Prepared:
    from ..pipeline import prepare

    def step(stage: str) -> None:
        progress.step(f"{target.name}: {stage}")

    return prepare(target, step, use_cache=request.cache, may_retell=request.retell)


def _write(prepared: Prepared) -> Prepared:
    if prepared.plan is None or prepared.plan.is_empty:
        return prepared
    from ..pipeline import carry_out

    refused = carry_out(prepared)
    if not refused:
        return prepared
    diagnostics = (*prepared.diagnostics, *refused)
    return replace(prepared, plan=None, diagnostics=diagnostics)


def _is_fine(selection: Selection, prepared: Iterable[Prepared]) -> bool:
    has_errors = any(map(_is_error, selection.diagnostics))
    return not has_errors and all(each.plan is not None for each in prepared)


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR


def _say_found(
    selection: Selection, prepared: tuple[Prepared, ...], request: Request
) -> None:
    several = [(selection.diagnostics, selection.sources)]
    several += [(each.diagnostics, each.sources) for each in prepared]
    if request.quiet:
        several = [
            (tuple(filter(_is_error, found)), sources) for found, sources in several
        ]
    say_found(several, request.format)
    if request.format == "text" and not request.quiet:
        say_unchanged_warnings(prepared)


def _mend(request: Request) -> str:
    """The command that writes what this check has found missing."""
    words = ["sdkwright", "generate", *request.names]
    options = {
        "-o": request.output,
        "--package": request.package,
        "--root": request.root,
        "--config": request.config,
    }
    for option, value in options.items():
        if value is not None:
            words += [option, str(value)]
    for overlay in request.overlays:
        words += ["--overlay", str(overlay)]
    if request.lenient:
        words.append("--lenient")
    return shlex.join(words)
