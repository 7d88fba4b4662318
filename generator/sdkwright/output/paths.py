"""Which paths may be written: below the output, by names that every system takes."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path, PurePosixPath

from ..options import is_device

_FORBIDDEN = frozenset('<>:"|?*\\') | frozenset(map(chr, range(32)))


class UnsafePathError(Exception):
    """A path that must not be written to or deleted."""


def check_path(path: str) -> str:
    """The path itself, if it is relative, stays below its root and names no device.

    Raises:
        UnsafePathError: It is anything else.
    """
    parts = path.split("/")
    if not path or any(not _is_plain(part) for part in parts):
        raise UnsafePathError(f"{path!r} is no path for a generated file")
    return path


@cache
def _is_plain(part: str) -> bool:
    return (
        part not in ("", ".", "..")
        and part == part.rstrip(" .")
        and _FORBIDDEN.isdisjoint(part)
        and not is_device(part)
    )


def leads_outside(root: Path, path: str) -> bool:
    """Whether a link on the way takes the path out of the root folder.

    The root itself may be a link; that is where the user wants the output.
    """
    top = os.path.realpath(root)
    return os.path.commonpath([top, os.path.realpath(root / path)]) != top


def folder_of(path: str) -> str:
    """The folder that a path's file stands in; empty for the root."""
    return path.rpartition("/")[0]


def parents(path: str) -> tuple[str, ...]:
    """The folders above a path, the nearest first, without the root."""
    return tuple(str(each) for each in PurePosixPath(path).parents if each.name)
