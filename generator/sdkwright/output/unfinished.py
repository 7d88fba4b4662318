"""What a run that was cut off leaves behind: see `write`.

It is asked for where nothing has changed, too, and so stands apart from writing.
"""

from __future__ import annotations

from pathlib import Path

STAGE = ".sdkwright-stage"
JOURNAL = "journal.json"


def is_unfinished(root: Path) -> bool:
    """Whether the folder is on the way to a new tree and not there yet."""
    return (root / STAGE / JOURNAL).is_file()
