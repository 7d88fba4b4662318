"""Which files decide what is generated, and whether one of them has changed.

The disk is asked again and again: a document is few files, to ask costs next to
nothing, and nothing notifies of changes on every file system.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from .config import Target
from .diagnostics import Diagnostics
from .output.lock import read_lock

# What tells a file from itself after a change; None where there is none.
Snapshot: TypeAlias = Mapping[Path, "tuple[int, int, int] | None"]

_SUFFIXES = (".yaml", ".yml", ".json", ".md")
_MOST = 5000


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """How the files are now."""
    return {path: _state(path) for path in paths}


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def watched(targets: tuple[Target, ...], config: Path | None) -> tuple[Path, ...]:
    """The configuration, and every file that a target is or may be made of.

    What a document refers to is known from the lock; what it may refer to, when it is
    mended or grows, stands in its folder.
    """
    several: dict[Path, None] = {} if config is None else {config: None}
    for target in targets:
        several |= dict.fromkeys((target.spec, *target.overlays))
        lock = read_lock(target.output, Diagnostics())
        inputs = () if lock is None else lock.inputs
        several |= dict.fromkeys(_plain(target.spec.parent / path) for path in inputs)
        several |= dict.fromkeys(_below(target.root or target.spec.parent, _SUFFIXES))
        if target.templates is not None:
            several |= dict.fromkeys(_below(target.templates, ("",)))
    outputs = tuple(target.output.resolve() for target in targets)
    return tuple(path for path in several if not _is_in(path, outputs))


def _plain(path: Path) -> Path:
    return Path(os.path.normpath(path))


def _is_in(path: Path, folders: tuple[Path, ...]) -> bool:
    place = path.resolve()
    return any(place.is_relative_to(folder) for folder in folders)


def _below(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Files of a folder with one of the endings, hidden folders and the like apart."""
    count = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            each for each in folders if each[0] not in "._" and each != "node_modules"
        )
        for name in sorted(names):
            if name.endswith(suffixes):
                count += 1
                yield Path(place, name)
        if count > _MOST:
            return
