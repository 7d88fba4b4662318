"""Lists of CommonMark, written so that other readers see the same lists.

What stands in an item begins four columns further, whatever the item's own marker asks
for: Python-Markdown, which MkDocs reads pages with, sees nothing of it before, and
CommonMark (5.2) takes up to three columns more than it needs.
"""

from __future__ import annotations

import re

STEP = 4
_ITEM = re.compile(r" *([-+*]|\d{1,9}[.)])(?:( +)(?=\S)| *$)")
_RULE = re.compile(r" *([*_-])(?: *\1){2,} *$")
# What ends a paragraph, and with it what may go on without its columns.
_BLOCK = re.compile(r" *(?:>|#{1,6}(?: |$)|```|~~~)")


class Lists:
    """Takes the lines of a text, in order, and gives each with its new columns."""

    def __init__(self) -> None:
        # The columns in which the content of each open item begins, as written.
        self.open: list[int] = []
        self.text = False  # whether the line before is one of a paragraph
        self.flat = False  # whether a fence has ended all but the outermost item

    def blank(self) -> None:
        """A line of no text."""
        self.text = False

    def fence(self) -> None:
        """A line of a fence, which never stands in more than three columns."""
        self.text = False
        self.flat = self.flat or len(self.open) > 1
        del self.open[1:]

    def line(self, line: str) -> str:
        indent = len(line) - len(line.lstrip(" "))
        item = self._item(line)
        if item is None and self.text and not _BLOCK.match(line):
            within = self.open and indent >= self.open[-1]
            return self._at(line, indent) if within else line.lstrip(" ")
        while self.open and indent < self.open[-1]:
            self.open.pop()
        self.flat = self.flat and bool(self.open)
        if item is None or self._is_code(indent):
            self.text = not _BLOCK.match(line)
            return self._at(line, indent)
        made = self._at(line, indent)
        space = item[2] or " "
        self.open.append(indent + len(item[1]) + (len(space) if len(space) < 5 else 1))
        self.text = item[2] is not None
        return re.sub(r"^( *\d+)\)", r"\1.", made)  # the one form that all know

    def _item(self, line: str) -> re.Match[str] | None:
        """A line that begins an item, where one may begin (CommonMark 5.2)."""
        found = _ITEM.match(line)
        if found is None or _RULE.match(line):
            return None
        first = found[1] in ("1.", "1)") or not found[1][0].isdigit()
        interrupts = first and found[2] is not None
        return found if interrupts or self.open or not self.text else None

    def _is_code(self, indent: int) -> bool:
        inside = self.open[-1] if self.open else 0
        return indent - inside >= STEP and not self.flat

    def _at(self, line: str, indent: int) -> str:
        """The line in its item; one that is code keeps the columns that it has more."""
        if not self.open:
            return line if indent >= STEP else line.lstrip(" ")
        more = indent - self.open[-1] if self._is_code(indent) else 0
        return " " * (STEP * len(self.open) + more) + line.lstrip(" ")
