"""Brackets laid out as black lays them out, so that black has nothing to change.

Black is the judge (the formatter runs it over every file); writing its form at
once keeps that cheap and lets pages show a signature as the code has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from ...records import dataclass, replace

WIDTH = 88
STEP = "    "
# A parameter, or what looks like one; the body of a `lambda` is no type.
_DECLARED = re.compile(r"((?!lambda)\w+: )(.+?)((?: = .+)?)$")
_CLOSERS = {"[": "]", "(": ")", "{": "}"}
_ENDS = (", ", " | ", *_CLOSERS.values())
_QUOTED = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_TOKEN = re.compile(
    rf"""{_QUOTED}|, | \| |[\[({{]|[\])}}]|[^"'\[({{\])}},| ]+|.""", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Group:
    """Comma-separated items in brackets: `head` opens them, `tail` closes them.

    An `exploded` group stands one item a line even where it would fit on one,
    as black leaves it after a magic trailing comma. A tuple of one keeps its comma,
    which is not magic.
    The items of a display (`[a, b]`, but not `f(a, b)`) share no line of their own.
    Behind the one item of a group that `is_bare` stands no comma.
    """

    head: str
    items: tuple[Text, ...]
    tail: str
    exploded: bool = False
    is_tuple: bool = False
    is_bare: bool = False

    @property
    def is_display(self) -> bool:
        """Whether the brackets make a value, and no call or subscript."""
        before = self.head[-2:-1]
        return not before or not (before.isalnum() or before in "_)]")

    @property
    def last_comma(self) -> str:
        """The comma that a tuple of one keeps even on one line."""
        return "," if self.is_tuple and len(self.items) == 1 else ""


@dataclass(frozen=True, slots=True)
class Either:
    """Types with `|` between them, inside of brackets."""

    types: tuple[str | Group, ...]


Text: TypeAlias = str | Group | Either


def lay_out(text: Text, indent: str = "", *, room: int = 0) -> tuple[str, ...]:
    """The lines of a text inside of brackets, the first one indented as well.

    `room` is how many columns after the last line must stay free. A line that is too
    long and has a form not known here stays, for black to see.
    """
    flat = one_line(text)
    if flat is not None and len(indent) + len(flat) + room <= WIDTH:
        return (indent + flat,)
    if isinstance(text, str):
        if declared := _DECLARED.match(text):
            name, type_, default = declared.groups()
            return open_type(name, type_, default, indent) or (indent + text,)
        apart = take_apart(text)
        return (indent + text,) if apart == text else lay_out(apart, indent, room=room)
    if isinstance(text, Either):
        *several, last = (text.types[0], *(prefixed("| ", e) for e in text.types[1:]))
        lines = [line for each in several for line in lay_out(each, indent)]
        return (*lines, *lay_out(last, indent, room=room))
    return open_group(text, indent)


def open_group(group: Group, indent: str = "") -> tuple[str, ...]:
    """The lines of a group whose brackets stand on lines of their own."""
    if not group.items:  # black does not break empty brackets
        return (indent + group.head + group.tail,)
    return (indent + group.head, *_inside(group, indent + STEP), indent + group.tail)


def _inside(group: Group, indent: str) -> Sequence[str]:
    """The lines between the brackets of a group that does not fit on one."""
    if group.is_bare:
        return lay_out(group.items[0], indent)
    if _may_share_a_line(group):
        flat = [one_line(item) for item in group.items]
        joined = indent + ", ".join(item for item in flat if item is not None)
        if None not in flat and len(joined) <= WIDTH:
            return (joined,)
    lines: list[str] = []
    for item in group.items:
        *body, end = lay_out(item, indent, room=1)
        lines += [*body, end + ","]
    return lines


def _may_share_a_line(group: Group) -> bool:
    """Whether the items may stand on one line between the brackets' lines."""
    if group.exploded or group.last_comma:
        return False
    alone = len(group.items) == 1
    return not (" def " in f" {group.head}" if alone else group.is_display)


def open_type(
    head: str, type_: str, tail: str, indent: str = ""
) -> tuple[str, ...] | None:
    """`head`, a type that is too long on lines of its own, `tail`.

    None where it is neither a union nor has brackets that can be opened on that line.
    """
    apart = take_apart(type_)
    if isinstance(apart, str):
        return None
    if isinstance(apart, Either):
        lines = lay_out(apart, indent + STEP)
        return (f"{indent}{head}(", *lines, f"{indent}){tail}")
    start, end = f"{indent}{head}{apart.head}", f"{indent}{apart.tail}{tail}"
    if len(start) > WIDTH:
        return None
    return (start, *_inside(apart, indent + STEP), end)


def one_line(text: Text) -> str | None:
    """A text on one line; None where it must not stand so."""
    if isinstance(text, str):
        return None if "\n" in text else text
    if isinstance(text, Group) and text.exploded and text.items and not text.last_comma:
        return None
    several = text.items if isinstance(text, Group) else text.types
    flat = [
        each if isinstance(each, str) and "\n" not in each else one_line(each)
        for each in several
    ]
    return None if None in flat else _joined(text, [each for each in flat if each])


def on_one_line(text: Text) -> str:
    """A text on one line, whatever its length."""
    if isinstance(text, str):
        return text
    several = text.items if isinstance(text, Group) else text.types
    return _joined(text, list(map(on_one_line, several)))


def _joined(text: Group | Either, flat: list[str]) -> str:
    if isinstance(text, Either):
        return " | ".join(flat)
    return text.head + ", ".join(flat) + text.last_comma + text.tail


def prefixed(prefix: str, text: str | Group) -> str | Group:
    """A text with something before it, such as `name=`."""
    if isinstance(text, str):
        return prefix + text
    return replace(text, head=prefix + text.head)


def class_head(name: str, *bases: str) -> tuple[str, ...]:
    """The line that begins a class, or several."""
    several = tuple(map(take_apart, bases))
    return lay_out(Group(f"class {name}(", several, "):", is_bare=len(bases) == 1))


def take_apart(text: str) -> Text:
    """The text of a type or a call as what it is made of; as it is where it is neither.

    Each bracket has to have its end, and nothing may follow it.
    """
    tokens = [*_TOKEN.findall(text), ""]
    found, end = _types(tokens, 0)
    return text if found is None or tokens[end] else found


def _types(tokens: list[str], at: int) -> tuple[Text | None, int]:
    """What is read until a comma, a closing bracket or the end, and where that is."""
    several: list[str | Group] = []
    while True:
        one, at = _one_type(tokens, at)
        if one is None:
            return None, at
        several.append(one)
        if tokens[at] != " | ":
            return (several[0] if len(several) == 1 else Either(tuple(several))), at
        at += 1


def _one_type(tokens: list[str], at: int) -> tuple[str | Group | None, int]:
    head = ""
    while tokens[at] and tokens[at] not in _ENDS:
        head += tokens[at]
        at += 1
        if head[-1] in _CLOSERS and tokens[at - 1] in _CLOSERS:
            pair = tokens[at - 1]
            items: list[Text] = []
            while tokens[at] != _CLOSERS[pair]:
                item, at = _types(tokens, at)
                if item is None or not tokens[at]:
                    return None, at
                items.append(item)
                at += tokens[at] == ", "
            bare = len(items) == 1
            return Group(head, tuple(items), tokens[at], is_bare=bare), at + 1
    return head or None, at
