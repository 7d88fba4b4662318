"""The steps of a release, each of which can be done again."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import click

from ..compare.change import Change
from ..config import Target
from ..config_files import ConfigFile
from ..output.plan import CHANGELOG
from ..output.prepared import unchanged
from ..records import dataclass
from ..releasing.plan import Release, propose
from ..releasing.versions import Version, latest
from ..revisions import RevisionError, commit, differs, tags
from .comparing import side
from .report import say, say_found, shown

_TOOLS = ("build", "pytest", "twine")


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


def missing_tools(target: Target) -> str | None:
    """What a release needs and is not installed, as a message."""
    modules = (*_TOOLS, target.http_library)
    missing = [each for each in modules if find_spec(each) is None]
    if not missing:
        return None
    return f"a release needs {', '.join(missing)}: pip install {' '.join(missing)}"


def texts(wanted: Wanted, release: Release) -> dict[Path, str]:
    """The files that a person wrote, as they are to be: configuration and change log.

    Raises:
        click.UsageError: The version has to be written by hand.
    """
    from ..releasing.changelog import with_section
    from ..releasing.configuration import with_version

    version = str(release.version)
    config = wanted.file.source.text
    if wanted.target.version != version:
        made = with_version(wanted.file, wanted.target, version)
        if made is None:
            raise click.UsageError(
                f'set version to "{version}" in {wanted.file.path} by hand, and run'
                " this again: how it is laid out leaves no line for it"
            )
        config = made
    log = wanted.target.output / CHANGELOG
    before = log.read_text(encoding="utf-8") if log.is_file() else "# Changelog\n"
    return {
        wanted.file.path: config,
        log: with_section(before, version, section_of(release)),
    }


def section_of(release: Release) -> str:
    """The new section of the change log."""
    from ..releasing.changelog import section

    date = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    return section(
        str(release.version),
        time.strftime("%Y-%m-%d", date),
        release.changes,
        first=release.last is None,
    )


def steps(wanted: Wanted, release: Release) -> Iterator[tuple[str, list[str], Path]]:
    """The commands that try and build what was generated: what, how and where."""
    output = wanted.target.output.resolve()
    python, dist = sys.executable, output / "dist"
    yield "its tests", [python, "-m", "pytest", "-q"], output
    alone = ["--no-isolation"] if find_spec("hatchling") else []
    build = [python, "-m", "build", *alone, "--outdir", str(dist), str(output)]
    yield "the build", build, output
    stem = f"-{release.version}"
    built = (f"{dist}/*{stem}.tar.gz", f"{dist}/*{stem}-*.whl")
    yield "twine's check", [python, "-m", "twine", "check", "--strict", *built], output


def run(what: str, command: list[str], folder: Path) -> bool:
    """Run a step; what it has printed where it fails."""
    from glob import glob

    say(f"running {what} …", sys.stderr)
    whole = [found for word in command for found in (sorted(glob(word)) or [word])]
    done = subprocess.run(
        whole,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if done.returncode:
        say(done.stdout, sys.stderr)
        say(f"{what} failed; mend it and run the release again", sys.stderr)
    return done.returncode == 0


def tag(wanted: Wanted, release: Release) -> bool:
    """Commit the release and tag it."""
    output = wanted.target.output
    paths = [*_written(wanted), *(each for each in output.iterdir() if _kept(each))]
    try:
        commit(paths, f"Release {release.name} {release.version}", release.tag)
    except RevisionError as error:
        say(f"git refuses: {error}", sys.stderr)
        return False
    return True


def _written(wanted: Wanted) -> tuple[Path, ...]:
    """The files of the user's own that a release is made of."""
    target = wanted.target
    return tuple(dict.fromkeys((wanted.file.path, target.spec, *target.overlays)))


def _kept(path: Path) -> bool:
    return path.name not in ("dist", ".pytest_cache", "__pycache__")


def last_step(wanted: Wanted, release: Release, *, tagged: bool) -> str:
    """What is left to do by hand: nothing is published from here."""
    output = shown(wanted.target.output)
    upload = f"twine upload {output}/dist/*-{release.version}*"
    files = " ".join(map(shown, _written(wanted)))
    if tagged:
        return f"git push --follow-tags && {upload}"
    return (
        f"git add {files} {output} && git commit -m"
        f" 'Release {release.name} {release.version}' && git tag {release.tag}"
        f" && {upload}"
    )
