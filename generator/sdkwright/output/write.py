"""Carry out a plan so that a crash at any moment leaves the old tree or the new one.

Where there is no output folder, the new one is written beside its place and
renamed in one step. Where there is one, every new text is first written to a
stage inside it and the journal, which lists what has to happen, is renamed into
the stage. Up to there the old tree is untouched, and a stage without a journal
is thrown away. From there on the new tree is certain: `recover`, which every
command calls first, carries on where the journal was left. See
docs/decisions/0002-atomic-writes.md.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from errno import EACCES
from pathlib import Path
from typing import Any

from ..records import dataclass
from .durable import sync, sync_tree
from .lock import NAME
from .paths import UnsafePathError, check_path, folder_of, leads_outside, parents
from .plan import Plan
from .unfinished import JOURNAL, STAGE, is_unfinished


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What has to happen: files to delete, then staged files to move, the lock last.

    The text for `move[3]` is the file `3` of the stage, until it is moved.
    """

    delete: tuple[str, ...]
    move: tuple[str, ...]


class JournalError(Exception):
    """A journal that is not one of ours; nothing was done that it says."""


def write(plan: Plan) -> None:
    """Make the output folder what the plan says; nothing if it is so already.

    Raises:
        OSError: The disk refused. Nothing has changed, unless `is_unfinished`.
    """
    if plan.is_empty:
        return
    plan.root.parent.mkdir(parents=True, exist_ok=True)
    with _alone(_beside(plan.root).parent):
        if os.path.lexists(plan.root):
            _write_into(plan)
        else:
            _write_whole(plan)


def recover(root: Path) -> bool:
    """Finish or undo what an earlier process left behind; say if there was something.

    Raises:
        OSError: The disk refused.
        JournalError: The journal was not written by us.
    """
    if not (os.path.lexists(root / STAGE) or os.path.lexists(_beside(root))):
        return False
    with _alone(_beside(root).parent):
        _remove_tree(_beside(root))
        _finish(root)
    return True


def _write_whole(plan: Plan) -> None:
    stage = _beside(plan.root)
    _remove_tree(stage)
    try:
        for folder in sorted({folder_of(check_path(path)) for path in plan.texts}):
            (stage / folder).mkdir(parents=True, exist_ok=True)
        for path, text in plan.texts.items():
            (stage / path).write_bytes(text.encode())
        sync_tree(stage)
        os.rename(stage, plan.root)
    except BaseException:
        _remove_tree(stage)
        raise
    sync(plan.root.parent)


def _write_into(plan: Plan) -> None:
    stage = plan.root / STAGE
    journal = Journal(delete=tuple(plan.delete), move=_lock_last(plan.texts))
    _check_writable(plan.root, (*journal.delete, *journal.move))
    _remove_stage(stage)
    try:
        stage.mkdir()
        for number, path in enumerate(journal.move):
            (stage / str(number)).write_bytes(plan.texts[path].encode())
        unsigned = stage / f"{JOURNAL}.new"
        unsigned.write_bytes(_print(journal))
        sync_tree(stage)
        os.rename(unsigned, stage / JOURNAL)
        sync(stage)
    except BaseException:
        if not is_unfinished(plan.root):
            _remove_stage(stage)
        raise
    try:
        _finish(plan.root)
    except KeyboardInterrupt:
        _finish(plan.root)
        raise


def _lock_last(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=lambda path: (path == NAME, path)))


def _check_writable(root: Path, paths: Iterable[str]) -> None:
    """Refuse before the first change what would be refused halfway."""
    folders = {root / above for path in paths for above in parents(path)} | {root}
    for folder in sorted(folders):
        if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(EACCES, os.strerror(EACCES), folder.as_posix())


def _finish(root: Path) -> None:
    """Carry out the journal if there is one, and clear up."""
    if is_unfinished(root):
        _carry_out(root)
    _remove_stage(root / STAGE)


def _carry_out(root: Path) -> None:
    """Do what the journal says and has not been done; the last step removes it."""
    stage = root / STAGE
    journal = _load(root)
    if not journal.move or (stage / "0").exists():
        for path in journal.delete:  # all of it precedes the first move
            with suppress(FileNotFoundError, NotADirectoryError):
                (root / path).unlink()
        _remove_empty(root, journal.delete)
    for number, path in enumerate(journal.move):
        if (stage / str(number)).exists():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(stage / str(number), root / path)
    for folder in sorted({(root / path).parent for path in journal.move}):
        sync(folder)
    (stage / JOURNAL).unlink()


def _remove_empty(root: Path, deleted: Iterable[str]) -> None:
    """Remove the folders that held deleted files and hold nothing now."""
    folders = {above for path in deleted for above in parents(path)}
    for folder in sorted(folders, key=len, reverse=True):
        with suppress(OSError):
            (root / folder).rmdir()


def _print(journal: Journal) -> bytes:
    value = {"delete": journal.delete, "move": journal.move}
    return json.dumps(value, indent=2).encode()


def _load(root: Path) -> Journal:
    """The journal of a folder. It may come from anywhere: every path is checked."""
    try:
        value: dict[str, Any] = json.loads((root / STAGE / JOURNAL).read_bytes())
        journal = Journal(delete=tuple(value["delete"]), move=tuple(value["move"]))
        for path in (*journal.delete, *journal.move):
            if leads_outside(root, check_path(path)):
                raise JournalError(f"{path!r} leads out of the folder")
    except (ValueError, KeyError, TypeError, AttributeError, UnsafePathError) as error:
        raise JournalError(f"it makes no sense: {error}") from error
    return journal


def _beside(root: Path) -> Path:
    whole = Path(os.path.abspath(root))  # `.` has neither a name nor a parent
    return whole.with_name(f".{whole.name}{STAGE}")


def _remove_stage(stage: Path) -> None:
    """Remove a stage and what we put there; anything else stays, with its folder."""
    with suppress(FileNotFoundError):
        for name in os.listdir(stage):
            if name.isdecimal() or name in (JOURNAL, f"{JOURNAL}.new"):
                (stage / name).unlink()
    with suppress(OSError):
        stage.rmdir()


def _remove_tree(folder: Path) -> None:
    if os.path.lexists(folder):
        import shutil

        shutil.rmtree(folder)


@contextmanager
def _alone(folder: Path) -> Generator[None]:
    """Keep other processes from writing next to us, where the system can do that.

    The system lets go when the process ends, in whatever way.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems have no such locks
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)
