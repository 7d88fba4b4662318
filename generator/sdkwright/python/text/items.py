"""Paragraphs, lines and list items on pages, of what is known and what is said."""

from __future__ import annotations

from textwrap import indent

from ...prose import is_marked, later
from .markdown import inline, parted, sentences


def item(head: str, description: str | None, *others: str) -> str:
    """A paragraph as an item of a list, of which it has the columns."""
    if is_marked(description):
        return later("item", head, description, *others)
    first, *rest = paragraph(head, description, *others).split("\n")
    return "\n".join((first, *(indent(line, " " * 4) for line in rest)))


def paragraph(head: str, description: str | None, *others: str) -> str:
    """One line; a list, a table or code of the description stands below."""
    if is_marked(description):
        return later("paragraph", head, description, *others)
    said, below = parted(description or "")
    if not below:
        return sentences(head, inline(said), *others)
    return f"{sentences(head, *others, inline(said))}\n\n{below}"


def line(head: str, description: str | None, *others: str) -> str:
    """One line, whatever the description has."""
    if is_marked(description):
        return later("line", head, description, *others)
    return sentences(head, inline(description or ""), *others)
