"""Bringing what was written to the disk, before something relies on it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# With more files than this, one request for the whole file system is cheaper.
MANY = 32


def sync_tree(folder: Path) -> None:
    """Have everything below a folder on the disk.

    Raises:
        OSError: The disk refused.
    """
    places: list[Path] = []
    for above, _, names in os.walk(folder):
        places += [Path(above), *(Path(above, name) for name in names)]
    if len(places) > MANY and _sync_file_system(folder):
        return
    for place in places:
        sync(place)


def sync(place: Path) -> None:
    """Have a file, or the names in a folder, on the disk.

    Raises:
        OSError: The disk refused.
    """
    if os.name == "nt" and place.is_dir():
        return  # Windows has no such operation for folders
    opened = os.open(place, os.O_RDWR if place.is_file() else os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _sync_file_system(place: Path) -> bool:
    """Have all of a place's file system on the disk; False where that cannot be had.

    syncfs(2) waits for the disk and reports its errors, as fsync(2) does for a file.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        return False
    opened = os.open(place, os.O_RDONLY)
    try:
        if library.syncfs(opened):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), place.as_posix())
    finally:
        os.close(opened)
    return True
