"""What a writer leaves behind that is killed at its n-th change of the disk.

Python reports every change of the disk to its audit hooks before it makes it, so that
the writer needs no seam for this and no change can be forgotten. `run` kills a writer;
`moments` lets one live and copies what stands there before each change.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from sdkwright.output.write import write
from trees import planned

KILLED, BROKEN = 77, 78
TORN = b"half of"
_CHANGES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

NEW = {
    "README.md": "new",
    "src/p/client.py": "new client",
    "src/p/models/pet.py": "come",
    "src/p/_custom/__init__.py": "",
    "docs/pets.md": "same",
    "docs/models.md": "come",
}


def write_new(root: Path) -> None:
    """Write the new tree over whatever stands there."""
    write(planned(root, NEW))


def run(action: Callable[[Path], object], root: Path, at: int, *, torn: bool) -> bool:
    """Do the action in a process that is gone before its change number `at`.

    With `torn` a file that was to be written is left behind half written. Gives
    whether the process was killed: it was not if it made fewer changes.
    """
    numbers = count(1)

    def kill(opened: Path | None) -> None:
        if next(numbers) == at:
            _tear(opened, torn=torn)
            os._exit(KILLED)

    return _child(action, root, kill) == KILLED


def moments(
    action: Callable[[Path], object], root: Path, folder: Path, *, torn: bool
) -> list[Path]:
    """Do the action; the root as `run` would leave it at each change, and after all.

    Each is in a folder of its own, with what stands beside the root: in a new `folder`,
    the last where it was.
    """
    numbers = count(1)

    def copy(opened: Path | None) -> None:
        beside = folder / str(next(numbers))
        shutil.copytree(root.parent, beside)
        _tear(opened and beside / opened.relative_to(root.parent), torn=torn)

    folder.mkdir()
    assert _child(action, root, copy) == 0
    copies = sorted(folder.iterdir(), key=lambda each: int(each.name))
    return [*(each / root.name for each in copies), root]


def _tear(opened: Path | None, *, torn: bool) -> None:
    if torn and opened:
        opened.write_bytes(TORN)


def _child(
    action: Callable[[Path], object], root: Path, tell: Callable[[Path | None], None]
) -> int:
    """How a process ends that does the action, and tells of its changes before each.

    A process of its own, because a hook cannot be taken back. It is told which file is
    to be opened, if one is; what it does itself is not told.
    """
    child = os.fork()
    if child == 0:
        try:
            _listen(tell)
            action(root)
        except BaseException:
            os._exit(BROKEN)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, KILLED)
    return code


def _listen(tell: Callable[[Path | None], None]) -> None:
    busy = False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal busy
        is_open = event == "open" and _writes(arguments)
        if not busy and (is_open or event in _CHANGES):
            busy = True
            tell(Path(arguments[0]) if is_open else None)
            busy = False

    sys.addaudithook(hook)


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return bool(flags & _WRITING)
