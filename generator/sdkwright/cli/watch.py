"""The loop of `watch`: look, generate where something has changed, tell what has."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from .. import config_files
from ..output.prepared import Prepared
from ..watching import Snapshot, snapshot, watched
from .errors import explain
from .report import DONE, shown, summary
from .run import prepare_all
from .streams import say
from .targets import Request, select

PAUSE = 0.2
_MOST = 20


def watch(
    request: Request, wait: Callable[[], None] = lambda: time.sleep(PAUSE)
) -> None:
    """Generate now, and again after each change, until somebody interrupts.

    What is wrong is told, and waited for to be mended. `wait` is called between looks.
    """
    seen: Snapshot | None = None
    while True:
        now = snapshot(_files(request))
        if now == seen:
            wait()
            continue
        if seen is not None:
            wait()  # an editor may be in the midst of writing
            now = snapshot(_files(request))
            say(f"changed: {', '.join(_differences(seen, now))}", sys.stderr)
        seen = now
        _round(request)


def _files(request: Request) -> tuple[Path, ...]:
    config = request.config or config_files.find(Path())
    try:
        targets = select(request).targets
    except click.UsageError:
        targets = ()
    return watched(targets, config)


def _differences(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """What has changed of the files that were looked at, or else what is new of them.

    Others are looked at as well where the configuration has changed: not they have.
    """
    now = snapshot(before)
    changed = [path for path in before if before[path] != now[path]]
    yield from map(shown, changed or (path for path in after if path not in before))


def _round(request: Request) -> None:
    """Generate once; nothing that goes wrong ends the watch."""
    try:
        prepared = prepare_all(request, writing=True)
    except click.ClickException as error:
        say(f"sdkwright: {error.format_message()}", sys.stderr)
    except Exception as error:
        say(explain(error), sys.stderr)
    else:
        say("\n".join(_lines(prepared or ())), sys.stdout)


def _lines(several: Iterable[Prepared]) -> Iterator[str]:
    """What was written of each target, file by file where there are not many."""
    for each in several:
        plan = each.plan
        if plan is None:
            continue
        yield summary(plan, DONE)
        words = {"changed": plan.change, "created": plan.create, "deleted": plan.delete}
        files = [
            f"  {word} {path}" for word, of in words.items() for path in sorted(of)
        ]
        yield from files[:_MOST]
        if len(files) > _MOST:
            yield f"  and {len(files) - _MOST} more"
