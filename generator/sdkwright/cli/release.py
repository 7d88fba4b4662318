"""What a release is going to be: its version, and what has changed."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from .. import config_files
from ..config import Target
from ..config_files import ConfigFile
from ..diagnostics import Diagnostics
from ..output.prepared import unchanged
from ..records import dataclass
from ..releasing.plan import Release, propose
from ..releasing.versions import Version, latest
from ..revisions import (
    RevisionError,
    differs,
    is_shallow,
    lay_out,
    revision_of,
    tags,
)
from .comparing import side
from .report import say_found

if TYPE_CHECKING:
    from ..compare.documents import Compared


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
    prefix = "v" if wanted.alone else f"{wanted.target.name}-v"
    last = _last(wanted, prefix)
    done = _compared(wanted, last)
    if done is None or done.new.named is None:
        return None
    said = wanted.target.version or done.new.named.api.version
    changes = done.changes or ()
    version = propose(last, changes, said, differs=_differs(wanted.target, last))
    if wanted.version is not None:
        version = _wished(wanted, last)
    if version is None:
        raise click.UsageError(f"nothing has changed since {last[0] if last else ''}")
    return Release(
        name=wanted.target.name,
        version=version,
        last=last,
        changes=changes,
        tag=f"{prefix}{version}",
        sources=tuple(source.path for source in done.new.sources.values()),
    )


def _last(wanted: Wanted, prefix: str) -> tuple[str, Version] | None:
    """The revision of the last release, and its version."""
    if wanted.since is not None:
        known = Version.of(wanted.since.rpartition("v")[2])
        return wanted.since, known or Version(0, 0, 0)
    last = latest(tags(), prefix)
    if last is None and is_shallow():
        raise click.UsageError(
            "this clone has no history, so that nobody knows the last release here;"
            " fetch it, with its tags: git fetch --unshallow --tags"
        )
    return last


def _wished(wanted: Wanted, last: tuple[str, Version] | None) -> Version:
    """The version that the command line asks for."""
    version = Version.of(wanted.version or "")
    if version is None:
        raise click.UsageError(f"'{wanted.version}' is no version such as 1.2.3")
    if last is not None and version <= last[1]:
        raise click.UsageError(
            f"{version} does not come after {last[0]}, the last release;"
            " --since names another one to compare with"
        )
    return version


def _compared(wanted: Wanted, last: tuple[str, Version] | None) -> Compared | None:
    """The document then and now; where there is no then, as if it had been this one.

    None where one of them is wrong, which is said.
    """
    from ..compare.documents import Compared, compare_documents
    from ..understanding import understand

    target = wanted.target
    if last is None:
        now = understand(target)
        done = Compared(old=now, new=now, changes=())
    else:
        with ExitStack() as stack:
            then = _relative(_spec_at(last[0], wanted))
            old = side(f"{last[0]}:./{then}", target, stack)
            done = compare_documents(old.target, target)
    several = (done.new,) if last is None else (done.old, done.new)
    wrong = [(of.diagnostics, of.sources) for of in several if of.named is None]
    say_found(wrong, "text")
    return None if wrong else done


def _spec_at(revision: str, wanted: Wanted) -> Path:
    """Where the document was then, which the configuration of then says."""
    file, target = wanted.file, wanted.target
    try:
        meant = revision_of(f"{revision}:./{_relative(file.path)}")
        if meant is None:
            return target.spec
        with TemporaryDirectory(prefix="sdkwright-") as made:
            lay_out(meant, [], [meant.path], Path(made))
            place = Path(made) / meant.path.relative_to(meant.top)
            read = config_files.read(place, Diagnostics())
            then = () if read is None else read.targets(Diagnostics())
            known = {each.name: each.spec for each in then}
            spec = known.get(target.name)
            if spec is None:
                return target.spec
            return file.folder / os.path.relpath(spec, place.parent)
    except RevisionError:
        return target.spec


def _differs(target: Target, last: tuple[str, Version] | None) -> bool:
    """Whether what is generated has changed, for whatever reason."""
    return last is None or differs(last[0], target.output) or _would_change(target)


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
