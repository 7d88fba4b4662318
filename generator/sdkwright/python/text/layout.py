"""Brackets laid out as black lays them out, so that black has nothing to change.

Black is the judge (the formatter runs it over every file); writing its form at
once keeps that cheap and lets pages show a signature as the code has it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...records import dataclass

WIDTH = 88
STEP = "    "
UNION = re.compile(r"[\w.]+(?: \| [\w.]+)+$")  # of names alone
# A parameter whose type is a union, which ends with a name.
_PARAMETER = re.compile(
    r"(?P<name>\w+: )(?P<type>(?:[\w.]+(?:\[[\w.\[\], ]+\])? \| )+[\w.]+)"
    r"(?P<default>(?: = \w+)?)$"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Comma-separated items in brackets: `head` opens them, `tail` closes them.

    An `exploded` group stands one item a line even where it would fit on one,
    as black leaves it after a magic trailing comma. A tuple of one keeps its comma,
    which is not magic.
    The items of a display (`[a, b]`, but not `f(a, b)`) share no line of their own.
    """

    head: str
    items: tuple[str | Group, ...]
    tail: str
    exploded: bool = False
    is_tuple: bool = False

    @property
    def is_display(self) -> bool:
        """Whether the brackets make a value, and no call or subscript."""
        before = self.head[-2:-1]
        return not before or not (before.isalnum() or before in "_)]")

    @property
    def last_comma(self) -> str:
        """The comma that a tuple of one keeps even on one line."""
        return "," if self.is_tuple and len(self.items) == 1 else ""


def lay_out(group: str | Group, indent: str = "", *, room: int = 0) -> tuple[str, ...]:
    """The lines of a group, the first one indented as well.

    `room` is how many columns after the last line must stay free.
    """
    if isinstance(group, str):
        whole = len(indent) + len(group) + room <= WIDTH
        return (indent + group,) if whole else _break_up(group, indent)
    flat = one_line(group)
    if flat is not None and len(indent) + len(flat) + room <= WIDTH:
        return (indent + flat,)
    if not group.items:  # black does not break empty brackets
        return (indent + group.head + group.tail,)
    inner = indent + STEP
    flat_items = [one_line(item) for item in group.items]
    joined = ", ".join(item for item in flat_items if item is not None)
    fits = None not in flat_items and len(inner) + len(joined) <= WIDTH
    together = not group.exploded and not group.last_comma
    together = together and not (group.is_display and len(group.items) > 1)
    together = together and not (" def " in f" {group.head}" and len(group.items) == 1)
    if fits and together:
        return (indent + group.head, inner + joined, indent + group.tail)
    lines = [indent + group.head]
    for item in group.items:
        *body, end = lay_out(item, inner, room=1)
        lines += [*body, end + ","]
    return (*lines, indent + group.tail)


def _break_up(text: str, indent: str) -> tuple[str, ...]:
    """The lines of a text that is too long for one, if it is of a form known here."""
    if UNION.match(text):
        first, *rest = text.split(" | ")
        return (indent + first, *(f"{indent}| {each}" for each in rest))
    found = _PARAMETER.match(text)
    if found is None:
        return (indent + text,)
    inner = lay_out(found["type"], indent + STEP)
    if max(map(len, inner)) > WIDTH:
        return (indent + text,)
    return (f"{indent}{found['name']}(", *inner, f"{indent}){found['default']}")


def one_line(group: str | Group) -> str | None:
    """A group on one line; None where it must not stand so."""
    if isinstance(group, str):
        return None if "\n" in group else group
    if group.exploded and group.items and not group.last_comma:
        return None
    items = [one_line(item) for item in group.items]
    if None in items:
        return None
    joined = ", ".join(item for item in items if item)
    return group.head + joined + group.last_comma + group.tail


def prefixed(prefix: str, group: str | Group) -> str | Group:
    """A group with text before it, such as `name=`."""
    if isinstance(group, str):
        return prefix + group
    return replace(group, head=prefix + group.head)


def on_one_line(group: str | Group) -> str:
    """A group on one line, whatever its length."""
    if isinstance(group, str):
        return group
    joined = ", ".join(map(on_one_line, group.items))
    return group.head + joined + group.last_comma + group.tail
