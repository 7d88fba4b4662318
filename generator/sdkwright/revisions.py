"""Documents as they were: the files of a revision of git, laid out in a folder."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from .records import dataclass

# What a document can consist of: other files need not be fetched.
_SUFFIXES = frozenset({".yaml", ".yml", ".json", ".md", ".markdown", ".txt"})
# How git calls the commit of another repository in a tree.
_SUBMODULE = "160000"
# How much of a commit's name is enough to know it by.
_SHORT = 12
_REVISION = re.compile(r"(?!-)(?P<revision>[^:]+):(?P<path>.+)", re.S)


class RevisionError(Exception):
    """Git has no such revision, or no such file in it."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A file of a revision: what git calls it, and where it would stand today."""

    name: str
    top: Path
    path: Path


def revision_of(text: str) -> Revision | None:
    """What `REV:path` means here; None where the text is no revision.

    The path starts from the top of the repository, as git has it; with `./` or `../`
    before it, or where there is nothing at the top, from the working folder.

    Raises:
        RevisionError: This is no repository, or the revision has no such file.
    """
    match = _REVISION.fullmatch(text)
    if match is None or Path(text).exists():
        return None
    name, path = match["revision"], match["path"]
    top = Path(_git("rev-parse", "--show-toplevel").decode().strip())
    _git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    here = Path(os.path.normpath(Path.cwd().resolve() / path))
    places = [here] if path.startswith(("./", "../")) else [top / path, here]
    inside = [place for place in places if place.is_relative_to(top)]
    for place in inside:
        if _has(top, name, place.relative_to(top)):
            return Revision(name, top, place)
    for place in inside:
        for found in _in_submodules(name, top, place):
            return found
    raise RevisionError(f"there is no '{path}' in {name}")


def _in_submodules(name: str, top: Path, place: Path) -> Iterator[Revision]:
    """The file in the commit that a revision has of a submodule, if it is in one."""
    for folder in reversed(place.relative_to(top).parents[:-1]):
        listed = _git("ls-tree", "--full-tree", name, "--", folder.as_posix(), at=top)
        mode, _, rest = listed.decode("utf-8", "surrogateescape").partition(" ")
        if mode == _SUBMODULE and (top / folder / ".git").exists():
            commit = rest.split()[1][:_SHORT]
            if _has(top / folder, commit, place.relative_to(top / folder)):
                yield Revision(commit, top / folder, place)


def lay_out(
    revision: Revision, folders: Iterable[Path], files: Iterable[Path], into: Path
) -> None:
    """Write what the folders held then, and the files, below `into`.

    What stands outside the repository is left out: it has no revisions.
    """
    wanted = {
        each.resolve().relative_to(revision.top).as_posix()
        for each in (*folders, *files)
        if each.resolve().is_relative_to(revision.top)
    }
    below = () if "." in wanted else sorted(wanted)
    at = revision.top
    listed = _git("ls-tree", "-rz", "--full-tree", revision.name, "--", *below, at=at)
    for path, blob in _blobs(listed, wanted):
        place = into / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(_git("cat-file", "blob", blob, at=at))


def _blobs(listed: bytes, wanted: set[str]) -> Iterator[tuple[str, str]]:
    for entry in listed.decode("utf-8", "surrogateescape").split("\0"):
        facts, _, path = entry.partition("\t")
        mode, _, rest = facts.partition(" ")
        kept = path in wanted or PurePosixPath(path).suffix.lower() in _SUFFIXES
        if mode.startswith("100") and kept:  # no links, no submodules
            yield path, rest.partition(" ")[2]


def tags() -> tuple[str, ...]:
    """The tags of all that this commit comes from; none outside a repository.

    Raises:
        RevisionError: There is no git.
    """
    try:
        return tuple(_git("tag", "--list", "--merged", "HEAD").decode().split())
    except RevisionError:
        return ()


def has_repository() -> bool:
    """Whether the working folder is in one, and there is a git to tell."""
    try:
        _git("rev-parse", "--git-dir")
    except RevisionError:
        return False
    return True


def is_shallow() -> bool:
    """Whether git was told to fetch the last commits alone, so that tags may lack."""
    try:
        said = _git("rev-parse", "--is-shallow-repository")
    except RevisionError:
        return False
    return said.strip() == b"true"


def differs(revision: str, folder: Path) -> bool:
    """Whether tracked files of a folder are others than in a revision."""
    try:
        _git("diff", "--quiet", revision, "--", str(folder))
    except RevisionError:
        return True
    return False


def commit(paths: Iterable[Path], message: str, tag: str) -> None:
    """Commit files, and only these, and tag the commit; again, if it was done half.

    Raises:
        RevisionError: Git refuses.
    """
    several = [str(path) for path in paths]
    _git("add", "--", *several)
    if _git("diff", "--cached", "--name-only", "--", *several).strip():
        _git("commit", "--quiet", "-m", message, "--", *several)
    _git("tag", "-a", tag, "-m", message)


def _has(top: Path, revision: str, path: Path) -> bool:
    try:
        _git("cat-file", "-e", f"{revision}:{path.as_posix()}", at=top)
    except RevisionError:
        return False
    return True


def _git(*arguments: str, at: Path | None = None) -> bytes:
    """What git says, in the working folder or in another."""
    try:
        done = subprocess.run(
            ["git", *arguments], capture_output=True, check=True, cwd=at
        )
    except FileNotFoundError as error:
        raise RevisionError("there is no git on this machine") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        what = said or f"git knows no '{arguments[-1].removesuffix('^{commit}')}'"
        raise RevisionError(what) from error
    return done.stdout
