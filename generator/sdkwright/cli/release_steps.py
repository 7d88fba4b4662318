"""The steps of a release: each can be done again, and a run that ended begins anew.

Whatever a step writes, it writes whole, and it writes the same as before where it has
been done already; so a release that was interrupted anywhere is run once more.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from glob import glob
from importlib.util import find_spec
from pathlib import Path

import click

from ..config import Target
from ..output.plan import CHANGELOG
from ..records import dataclass
from ..releasing.plan import Release
from ..revisions import RevisionError, commit
from .files import replace_text
from .release import Wanted
from .report import shown
from .run import prepare_all
from .status import FAILED, FINE, WRONG
from .streams import say
from .targets import Request

_TOOLS = ("build", "pytest", "twine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is done, in words for who asks before; `run` gives an exit status."""

    what: str
    run: Callable[[], int]


def steps(
    wanted: Wanted, release: Release, request: Request, *, tagged: bool
) -> tuple[Step, ...]:
    """Everything that makes a release, in its order.

    Raises:
        click.UsageError: The version has to be written by hand.
    """
    config, log = wanted.file.path, wanted.target.output / CHANGELOG
    text = _config_text(wanted, str(release.version))
    checked = Step(what="look at", run=lambda: _generate(request, writing=False))
    made = [
        Step(what=_would_write(config), run=lambda: _write(config, text)),
        Step(what="generate", run=lambda: _generate(request, writing=True)),
        Step(
            what=_would_write(log),
            run=lambda: _write(log, _log_text(log, release)),
        ),
        *commands(wanted.target, release),
    ]
    if tagged:
        what = f"commit, and tag {release.tag}"
        made.append(Step(what=what, run=lambda: _tag(wanted, release)))
    return (checked, *made)


def _would_write(path: Path) -> str:
    return f"write {path.as_posix()}"


def _write(path: Path, text: str) -> int:
    replace_text(path, text)
    return FINE


def _generate(request: Request, *, writing: bool) -> int:
    return WRONG if prepare_all(request, writing=writing) is None else FINE


def _config_text(wanted: Wanted, version: str) -> str:
    """The configuration with the version in it."""
    from ..releasing.configuration import with_version

    if wanted.target.version == version:
        return wanted.file.source.text
    made = with_version(wanted.file, wanted.target, version)
    if made is None:
        raise click.UsageError(
            f'set version to "{version}" in {wanted.file.path} by hand, and run'
            " this again: how it is laid out leaves no line for it"
        )
    return made


def _log_text(path: Path, release: Release) -> str:
    """The change log with a section of this version, in place of one that is there."""
    from ..releasing.changelog import with_section

    before = path.read_text(encoding="utf-8") if path.is_file() else "# Changelog\n"
    return with_section(before, str(release.version), section_of(release))


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


def commands(target: Target, release: Release) -> Iterator[Step]:
    """What tries, builds and checks that which was generated, by other programs."""
    output = target.output.resolve()
    dist = output / "dist"
    alone = ["--no-isolation"] if find_spec("hatchling") else []
    stem = f"-{release.version}"
    built = (f"{dist}/*{stem}.tar.gz", f"{dist}/*{stem}-*.whl")
    build = ["build", *alone, "--outdir", str(dist), str(output)]
    several = {
        "its tests": partial(_run, "its tests", ["pytest", "-q"], output),
        "the build": partial(_build, build, output, dist),
        "twine's check": partial(
            _run, "twine's check", ["twine", "check", "--strict", *built], output
        ),
    }
    for what, run in several.items():
        yield Step(what=f"run {what}", run=run)


def _build(command: list[str], folder: Path, dist: Path) -> int:
    """Build, and see to it that a `git add` of the folder leaves out what was built."""
    status = _run("the build", command, folder)
    if status == FINE:
        (dist / ".gitignore").write_text("*\n", encoding="utf-8")
    return status


def _run(what: str, command: list[str], folder: Path) -> int:
    """Run a module of Python's; what it has printed where it fails."""
    say(f"running {what} …", sys.stderr)
    whole = [found for word in command for found in (sorted(glob(word)) or [word])]
    done = subprocess.run(
        [sys.executable, "-m", *whole],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if done.returncode:
        say(done.stdout, sys.stderr)
        say(f"{what} failed; mend it and run the release again", sys.stderr)
    return FAILED if done.returncode else FINE


def _tag(wanted: Wanted, release: Release) -> int:
    """Commit the release and tag it."""
    output = wanted.target.output
    paths = [
        *_written(wanted, release),
        *(each for each in output.iterdir() if _kept(each)),
    ]
    try:
        commit(paths, f"Release {release.name} {release.version}", release.tag)
    except RevisionError as error:
        say(f"git refuses: {error}", sys.stderr)
        return FAILED
    return FINE


def _written(wanted: Wanted, release: Release) -> tuple[Path, ...]:
    """The files of the user's own that a release is made of."""
    templates = wanted.target.templates
    several = (wanted.file.path, *release.sources, *([templates] if templates else ()))
    return tuple(dict.fromkeys(several))


def _kept(path: Path) -> bool:
    return path.name not in ("dist", ".pytest_cache", "__pycache__")


def last_step(wanted: Wanted, release: Release, *, tagged: bool) -> str:
    """What is left to do by hand: nothing is published from here."""
    output = shown(wanted.target.output)
    upload = f"twine upload {shlex.quote(output)}/dist/*-{release.version}*"
    if tagged:
        return f"git push --follow-tags && {upload}"
    message = f"Release {release.name} {release.version}"
    several = (
        ["git", "add", *map(shown, _written(wanted, release)), output],
        ["git", "commit", "-m", message],
        ["git", "tag", release.tag],
    )
    return " && ".join((*map(shlex.join, several), upload))


def missing_tools(target: Target) -> str | None:
    """What a release needs and is not installed, as a message."""
    modules = (*_TOOLS, target.http_library)
    missing = [each for each in modules if find_spec(each) is None]
    if not missing:
        return None
    return f"a release needs {', '.join(missing)}: pip install {' '.join(missing)}"
