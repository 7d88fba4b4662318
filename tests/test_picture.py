"""docs/terminal.svg shows a run of the tutorial, and nothing that it does not print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import golden

DOCS = Path(__file__).parents[1] / "docs"
PICTURE = DOCS / "terminal.svg"
SECTION = "## It stays right"
# A character is as wide as this and a line as high, in pixels; around all is a margin.
WIDTH, HEIGHT, MARGIN = 7.8, 19, 18
COLUMNS = 98
COLOURS = (
    (r"^\$ ", "#7ee787"),
    (r"breaking\[", "#ff7b72"),
    (r"^ *\+", "#7ee787"),
    (r"^ *-", "#ff7b72"),
    (r"^major", "#f2cc60"),
)


def test_the_picture_is_of_a_run() -> None:
    """The lines of the tutorial, which another test compares with what is printed."""
    text = picture(tuple(lines()))
    if golden.UPDATE:
        PICTURE.write_text(text, encoding="utf-8")
    assert PICTURE.read_text(encoding="utf-8") == text, golden.MEND


def lines() -> Iterator[str]:
    tutorial = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    section = tutorial.partition(SECTION)[2]
    found = re.search(r"^```console\n(.*?)^```$", section, re.M | re.S)
    assert found
    for line in found[1].rstrip("\n").split("\n"):
        if "git init" not in line:
            yield line[: COLUMNS - 1] + "…" if len(line) > COLUMNS else line


def picture(shown: tuple[str, ...]) -> str:
    """Lines of a terminal as SVG."""
    while shown and not shown[0]:
        shown = shown[1:]
    width = round(COLUMNS * WIDTH + 2 * MARGIN)
    height = len(shown) * HEIGHT + 2 * MARGIN
    rows = "\n".join(
        f'<text x="{MARGIN}" y="{MARGIN + 13 + at * HEIGHT}" fill="{_colour(line)}">'
        f"{escape(line, quote=False)}</text>"
        for at, line in enumerate(shown)
        if line
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" font-family="ui-monospace, SFMono-Regular,'
        f' Menlo, Consolas, monospace" font-size="13" style="white-space: pre">\n'
        f'<rect width="{width}" height="{height}" rx="8" fill="#0d1117"/>\n'
        f"{rows}\n</svg>\n"
    )


def _colour(line: str) -> str:
    found = (colour for pattern, colour in COLOURS if re.search(pattern, line))
    return next(found, "#c9d1d9")
