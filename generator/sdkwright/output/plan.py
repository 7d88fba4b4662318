"""What generating would do to the output folder, decided before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, partial
from pathlib import Path

from ..custom import FOLDER
from ..diagnostics import Diagnostics, Span
from ..digests import digest, with_line_feeds
from ..records import dataclass
from .lock import NAME, Lock, print_lock
from .paths import check_path, folder_of, leads_outside, parents

CHANGELOG = "CHANGELOG.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is on the disk, and what belongs there."""

    before: bytes
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Files by path relative to `root`, each in one of four groups.

    `create` holds new texts, `change` old and new ones, `delete` what is on
    the disk of files that are no longer generated. The lock is a file like
    any other here.
    """

    root: Path
    create: Mapping[str, str]
    change: Mapping[str, Change]
    delete: Mapping[str, bytes]
    same: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.create or self.change or self.delete)

    @property
    def texts(self) -> dict[str, str]:
        """Every text that has to be written, sorted by path."""
        changed = {path: change.after for path, change in self.change.items()}
        return dict(sorted((dict(self.create) | changed).items()))


def nothing_to_do(root: Path, lock: Lock) -> Plan:
    """The plan for an output that is as its lock says."""
    same = (*lock.files, NAME)
    return Plan(root=root, create={}, change={}, delete={}, same=same)


def plan_of_changes(
    root: Path, texts: Mapping[str, str], before: Lock, found: Diagnostics
) -> Plan:
    """The plan for an output that is as its lock says, but for some of its files."""
    on_disk = _read(root, texts, found)
    change = {
        path: Change(before=known, after=texts[path])
        for path, known in on_disk.items()
        if with_line_feeds(known) != texts[path].encode()
    }
    same = tuple(path for path in (*before.files, NAME) if path not in change)
    return Plan(root=root, create={}, change=change, delete={}, same=same)


def is_yours(path: str) -> bool:
    """Whether a file is made once and is the user's own from then on."""
    return path == CHANGELOG or FOLDER in path.split("/")[:-1]


def digest_files(files: Mapping[str, str]) -> dict[str, str]:
    """The digest of each file that stays ours, for the lock."""
    return {
        path: digest(text.encode())
        for path, text in files.items()
        if not is_yours(path)
    }


def make_plan(
    root: Path,
    files: Mapping[str, str],
    *,
    before: Lock | None,
    after: Lock,
    found: Diagnostics,
) -> Plan | None:
    """What has to happen for `root` to hold the files and the lock `after`.

    Files that `before` owns are changed and deleted; any other one that is in
    the way is an error, and there is no plan.

    Raises:
        UnsafePathError: A file's path is not one that may be written.
    """
    if root.exists() and not root.is_dir():
        _not_ours(root, "file", found)
        return None
    texts = dict(sorted(files.items())) | {NAME: print_lock(after)}
    owned = {NAME, *(before.files if before else ())}
    orphans = sorted(owned - texts.keys())
    on_disk = _read(root, (*texts, *orphans), found)
    create: dict[str, str] = {}
    change: dict[str, Change] = {}
    same: list[str] = []
    folders: dict[str, str] = {}  # each with the first of its files that are new
    for path, text in texts.items():
        bytes_before = on_disk.get(check_path(path))
        if bytes_before is None:
            create[path] = text
            folders.setdefault(folder_of(path), path)
        elif with_line_feeds(bytes_before) == with_line_feeds(text.encode()):
            same.append(path)
        elif is_yours(path):
            continue
        elif path in owned:
            change[path] = Change(before=bytes_before, after=text)
        else:
            _not_ours(root / path, "file", found)
    for path in folders.values():
        _check_way(root, path, orphans, found)
    if found.has_errors:
        return None
    delete = {path: on_disk[path] for path in orphans if path in on_disk}
    if before is not None:
        told = {path: each.before for path, each in change.items()} | delete
        _tell_edited(root, told, before, found)
        _tell_left(root, before, after, found)
    return Plan(
        root=root,
        create=create,
        change=change,
        delete=delete,
        same=tuple(path for path in same if not is_yours(path)),
    )


def _read(root: Path, paths: Iterable[str], found: Diagnostics) -> dict[str, bytes]:
    """What is on the disk of these files; what is no file is an error."""
    texts: dict[str, bytes] = {}
    if not root.exists():
        return texts
    way_outside = cache(partial(leads_outside, root))  # of a folder of many files
    for path in paths:
        place = root / path
        if way_outside(folder_of(path)) or (
            place.is_symlink() and leads_outside(root, path)
        ):
            found.error(
                "leads-outside",
                "a link on the way to this file leads out of the output folder",
                span=_start_of(place),
                hint="replace the link by a folder, or generate to where it leads",
            )
        elif place.is_dir():
            _not_ours(place, "folder", found)
        elif place.exists():
            texts[path] = place.read_bytes()
    return texts


def _check_way(
    root: Path, path: str, orphans: Iterable[str], found: Diagnostics
) -> None:
    """Find a file that stands where a folder is needed."""
    for above in parents(path):
        place = root / above
        if place.is_dir():
            return
        if place.exists() and above not in orphans:
            _not_ours(place, "file", found)


def _tell_edited(
    root: Path, gone: Mapping[str, bytes], before: Lock, found: Diagnostics
) -> None:
    """Say which files have somebody's edits, that generating takes away."""
    for path, data in sorted(gone.items()):
        known = before.files.get(path)  # empty where a merge left two
        if known and digest(data) != known:
            found.warning(
                "edited-file",
                "this generated file was edited, and generating writes over it",
                span=_start_of(root / path),
                hint=f"code of your own belongs into {FOLDER}/, or into a template",
            )


def _tell_left(root: Path, before: Lock, after: Lock, found: Diagnostics) -> None:
    """Say which files of the user's own are no part of the package any more."""
    for path in sorted({*before.yours} - {*after.yours}):
        if (root / path).is_file():
            found.warning(
                "left-file",
                "this file is yours, so that it stays, but the SDK uses it no more",
                span=_start_of(root / path),
                hint="move what you have written in it, then remove it",
            )


def _not_ours(place: Path, kind: str, found: Diagnostics) -> None:
    found.error(
        "not-ours",
        f"this {kind} stands where a generated file belongs, and sdkwright has not"
        " made it",
        span=_start_of(place),
        hint="move it away, or generate into another folder",
    )


def _start_of(place: Path) -> Span:
    return Span(file=place.as_posix(), line=1, column=1, end_column=2)
