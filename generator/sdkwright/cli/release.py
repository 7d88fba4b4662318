"""What a release is going to be: its version, and what has changed."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

import click

from ..compare.change import Change
from ..config import Target
from ..config_files import ConfigFile
from ..output.prepared import unchanged
from ..records import dataclass
from ..releasing.plan import Release, propose
from ..releasing.versions import Version, latest
from ..revisions import differs, tags
from .comparing import side
from .report import say_found


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for: a target of a configuration, and how."""

    target: Target
    file: ConfigFile
    alone: bool
    version: str | None = None
    since: str | None = None


def plan(wanted: Wanted) -> Release | None:
    """What the release is going to be; None where a document is wrong, which is said.

    Raises:
        click.UsageError: There is nothing to release, or no such version.
    """
    from ..compare.documents import compare_documents
    from ..understanding import understand

    target = wanted.target
    prefix = "v" if wanted.alone else f"{target.name}-v"
    last = latest(tags(), prefix)
    if wanted.since is not None:
        known = Version.of(wanted.since.rpartition("v")[2])
        last = (wanted.since, known or Version(0, 0, 0))
    if last is None:
        now = understand(target)
        changes: tuple[Change, ...] = ()
        changed = True
        documents = [(now.diagnostics, now.sources)] if now.named is None else []
        said = target.version or (now.named.api.version if now.named else None)
    else:
        with ExitStack() as stack:
            old = side(f"{last[0]}:./{_relative(target.spec)}", target, stack)
            done = compare_documents(old.target, target)
        documents = [
            (of.diagnostics, of.sources)
            for of in (done.old, done.new)
            if of.named is None
        ]
        changes, said = done.changes or (), None
        changed = differs(last[0], target.output) or _would_change(target)
    if documents:
        say_found(documents, "text")
        return None
    version = propose(last, changes, said, differs=changed)
    if wanted.version is not None:
        version = Version.of(wanted.version)
        if version is None:
            raise click.UsageError(f"'{wanted.version}' is no version such as 1.2.3")
    if version is None:
        raise click.UsageError(f"nothing has changed since {last[0] if last else ''}")
    return Release(
        name=target.name,
        version=version,
        last=last,
        changes=changes,
        tag=f"{prefix}{version}",
    )


def _relative(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()


def _would_change(target: Target) -> bool:
    from ..pipeline import prepare

    made = (unchanged(target) or prepare(target)).plan
    return made is None or not made.is_empty


def title(release: Release) -> str:
    """A release in one line: from which version to which, and why."""
    from ..compare.write import summary

    last = f"{release.last[1]} → " if release.last else ""
    what = summary(release.changes) if release.last else "the first release"
    return f"{release.name}: {last}{release.version} ({what})"
