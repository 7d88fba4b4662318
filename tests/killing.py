"""Runs a writer in a process that is killed at its n-th change of the disk.

Python reports every change of the disk to its audit hooks before it makes it,
so that the writer needs no seam for this and no change can be forgotten.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
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
    child = os.fork()
    if child == 0:
        try:
            _count_down(at, torn=torn)
            action(root)
        except BaseException:
            os._exit(BROKEN)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, KILLED)
    return code == KILLED


def _count_down(at: int, *, torn: bool) -> None:
    changes = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal changes
        is_open = event == "open" and _writes(arguments)
        changes += is_open or event in _CHANGES
        if changes == at:
            changes += 1
            if torn and is_open:
                Path(arguments[0]).write_bytes(TORN)
            os._exit(KILLED)

    sys.addaudithook(hook)


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return bool(flags & _WRITING)
