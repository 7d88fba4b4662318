"""Black, in process, as the last hand on Python files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from ..cache import Cache, key_of
from ..collector import frozen
from .parts import WIDTH, Part, has_too_long, parts

if TYPE_CHECKING:
    from black.mode import Mode

# What formats a text, given its file's path for messages.
Hand: TypeAlias = Callable[[str, str], str]
_POSITION = re.compile(r": (\d+):\d+")


class FormatError(Exception):
    """A file that we made and that is not Python: a bug of ours."""

    def __init__(self, path: str, line: int | None, reason: str) -> None:
        place = path if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {reason}")
        self.path = path
        self.line = line


def format_files(
    files: Mapping[str, str], *, ours: bool = False, cache: Cache | None = None
) -> dict[str, str]:
    """The same files with the Python ones formatted, in the same order.

    With `ours`, the templates are our own, whose text is as black has it as long
    as it fits: black sees the statements with a line that is too long. It sees none
    whose form the `cache` has.

    Raises:
        FormatError: A Python file does not parse.
    """
    known = format_python if cache is None else partial(_known, cache)
    hand = partial(format_long, hand=known) if ours else known
    with frozen():
        return {
            path: hand(path, text) if path.endswith(".py") else text
            for path, text in files.items()
        }


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


def format_long(path: str, text: str, hand: Hand = format_python) -> str:
    """A Python file of our own with the statements that are too long formatted.

    Raises:
        FormatError: It does not parse.
    """
    if not has_too_long(text):
        return text
    made: list[str] = []
    for part in parts(text):
        made += _formatted(path, part, hand) if part.too_long else part.lines
    return "\n".join(made)


def _known(cache: Cache, path: str, text: str) -> str:
    """A text as black writes it, which is not asked where that is known."""
    key = key_of("black", str(WIDTH), text)
    found = cache.get(key)
    if found is None:
        found = format_python(path, text)
        cache.put(key, found)
    return found


def _formatted(path: str, part: Part, hand: Hand) -> list[str]:
    """The lines of a statement as black has them, and the empty lines after it."""
    code = list(part.lines)
    after = 0
    while not code[-1]:
        code.pop()
        after += 1
    before, behind = part.frame.value if part.frame else ((), ())
    text = "\n".join((*before, *code, *behind)) + "\n"
    lines = hand(path, text).rstrip("\n").split("\n")
    return [*lines[len(before) : len(lines) - len(behind)], *[""] * after]


@cache
def _mode() -> Mode:
    """Our own settings, all of them: no configuration file is read."""
    from black.mode import Mode, TargetVersion

    return Mode(target_versions={TargetVersion.PY311}, line_length=WIDTH)
