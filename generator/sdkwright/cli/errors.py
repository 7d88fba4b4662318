"""What must not happen, told in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

DEBUG = "SDKWRIGHT_DEBUG"


class InternalError(Exception):
    """A bug of ours; its cause is what happened, `stage` tells during what."""

    def __init__(self, stage: str) -> None:
        super().__init__(stage)
        self.stage = stage


def explain(error: Exception) -> str:
    """One line: what the system refuses, or else a bug to be reported.

    The whole traceback where the user asks for it.
    """
    from traceback import extract_tb, format_exception

    if os.environ.get(DEBUG):
        return "".join(format_exception(error))
    stage = error.stage if isinstance(error, InternalError) else "running"
    cause = error.__cause__ or error
    if isinstance(cause, OSError) and cause.filename:
        return f"sdkwright: {cause.filename}: {cause.strerror}"
    if isinstance(cause, UnicodeEncodeError) and _names_files(cause.encoding):
        return (
            f"sdkwright: '{cause.object}' cannot be the name of a file where names are"
            f" of {cause.encoding}: set PYTHONUTF8=1, or a locale of UTF-8"
        )
    frames = extract_tb(cause.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    what = " ".join(f"{type(cause).__name__}: {cause}".split())
    return (
        f"sdkwright: internal error while {stage}: {what}{place}; please report it,"
        f" with the document and what {DEBUG}=1 prints"
    )


def _names_files(encoding: str) -> bool:
    """Whether Python writes names of files so, though not every text can be."""
    return encoding == sys.getfilesystemencoding() != "utf-8"
