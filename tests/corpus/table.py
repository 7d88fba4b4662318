"""Rows of figures as a table in Markdown, which a terminal shows as well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .figures import NAMES, Figures, show, total

_HEADS: Final = {"seconds": "CPU s", "memory": "MB"}
# Figures that count what failed, and are said in a word where nothing did.
_FAILED: Final = ("compiled", "imported", "built")


def table(rows: Mapping[str, Figures]) -> str:
    """One row a document, and a total."""
    lines = [["document", *(_HEADS.get(name, name) for name in NAMES)]]
    for document, figures in rows.items():
        values = {name: getattr(figures, name) for name in NAMES}
        lines.append([document, *(_cell(name, values[name]) for name in NAMES)])
    whole = total(rows.values())
    lines.append(["total", *(_cell(name, whole[name]) for name in NAMES)])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    head, *rest = (_line(line, widths) for line in lines)
    dashes = ["-" * (width + 1) for width in widths]
    rule = f"|{dashes[0]}-|{':|'.join(dashes[1:])}:|"
    return "\n".join([head, rule, *rest])


def _line(cells: list[str], widths: list[int]) -> str:
    first, *others = (
        cell.ljust(width) if index == 0 else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join([first, *others])} |"


def _cell(name: str, value: Any) -> str:
    if name in _FAILED:
        return f"{value} failed" if value else "yes"
    return show(value)
