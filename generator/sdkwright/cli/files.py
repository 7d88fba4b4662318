"""Files of the user's own, written as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copymode


def replace_text(path: Path, text: str) -> None:
    """Have a file hold a text, or what it held before, whenever the process ends.

    Raises:
        OSError: The disk refused.
    """
    beside = path.with_name(f".{path.name}.sdkwright")
    beside.write_bytes(text.encode("utf-8"))
    if path.exists():
        copymode(path, beside)
    os.replace(beside, path)
