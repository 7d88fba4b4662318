"""Whether an output is as its lock says, and what it was made from, too."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..config import Target
from ..digests import FileDigests
from .lock import ABSENT, Lock, Made


def is_current(lock: Lock, target: Target, made: Made) -> bool:
    """Whether to generate again would change nothing.

    Everything is read and compared by content; what a lenient run did not find is to
    be missing still.
    """
    return (
        lock.made == made
        and _match(target.spec.parent, lock.inputs)
        and is_as_written(lock, target)
    )


def still_absent(lock: Lock, target: Target) -> dict[str, str]:
    """Of a lock's inputs those that were not there, as far as they are not now."""
    folder = target.spec.parent
    return {
        path: known
        for path, known in lock.inputs.items()
        if known == ABSENT and _is(f"{folder}/{path}", known, FileDigests())
    }


def is_as_written(lock: Lock, target: Target) -> bool:
    """Whether the output has every file as the run left it that wrote the lock."""
    return _match(target.output, lock.files) and all(
        (target.output / path).is_file() for path in lock.yours
    )


def _match(folder: Path, digests: Mapping[str, str]) -> bool:
    known = FileDigests()
    try:
        return all(
            _is(f"{folder}/{path}", wanted, known) for path, wanted in digests.items()
        )
    except OSError:
        return False


def _is(path: str, wanted: str, digests: FileDigests) -> bool:
    """Whether a file is the one of a digest, or is not there where it was not."""
    if wanted == ABSENT:
        return not os.path.isfile(path)
    return digests.of(path) == wanted
