"""Black, in process, as the last hand on every Python file."""

from __future__ import annotations

import gc
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from black.mode import Mode

_POSITION = re.compile(r": (\d+):\d+")


class FormatError(Exception):
    """A file that we made and that is not Python: a bug of ours."""

    def __init__(self, path: str, line: int | None, reason: str) -> None:
        place = path if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {reason}")
        self.path = path
        self.line = line


def format_files(files: Mapping[str, str]) -> dict[str, str]:
    """The same files with the Python ones formatted, in the same order.

    Raises:
        FormatError: A Python file does not parse.
    """
    gc.freeze()  # or every collection walks over all that was read and rendered
    try:
        return {
            path: format_python(path, text) if path.endswith(".py") else text
            for path, text in files.items()
        }
    finally:
        gc.unfreeze()


def format_python(path: str, text: str) -> str:
    """One Python file as black writes it; an empty one stays empty.

    Raises:
        FormatError: It does not parse.
    """
    from black import format_str
    from black.parsing import InvalidInput

    try:
        return format_str(text, mode=_mode())
    except InvalidInput as error:
        position = _POSITION.search(str(error))
        line = int(position[1]) if position else None
        raise FormatError(path, line, str(error)) from error


@cache
def _mode() -> Mode:
    """Our own settings, all of them: no configuration file is read."""
    from black.mode import Mode, TargetVersion

    return Mode(target_versions={TargetVersion.PY311}, line_length=88)
