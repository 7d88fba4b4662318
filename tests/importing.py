"""Packages that a test imports from a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def importing(root: Path, *folders: str) -> Iterator[None]:
    """What stands in the folders of `root` can be imported; afterwards it is forgotten.

    Libraries stay where they are: not all of them can be imported twice.
    """
    path = [*sys.path]
    sys.path[:0] = [str(root / each) for each in folders]
    try:
        yield
    finally:
        sys.path[:] = path
        for name, module in [*sys.modules.items()]:
            file = getattr(module, "__file__", None)
            if file is not None and Path(file).is_relative_to(root):
                del sys.modules[name]
