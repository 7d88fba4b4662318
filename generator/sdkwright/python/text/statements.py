"""Statements with an annotation, laid out as black lays them out.

The forms that documents make often. Where a type is longer than a line in any other
form, the statement is left on one line, and black is asked.
"""

from __future__ import annotations

import re

from .layout import (
    STEP,
    WIDTH,
    Group,
    Text,
    lay_out,
    on_one_line,
    open_type,
    prefixed,
)

_NAME = re.compile(r"[\w.]+$")


def declare(name: str, type_: str, default: str = "", *, room: int) -> tuple[str, ...]:
    """`name: type` or `name: type = default`; `room` is the indentation to come."""
    width = WIDTH - room
    head, tail = f"{name}: ", f" = {default}" if default else ""
    flat = (head + type_ + tail,)
    if len(flat[0]) <= width:
        return flat
    if default and len(f"{head}{type_} = (") <= width:
        return (f"{head}{type_} = (", STEP + default, ")")
    if not default and _NAME.match(type_) and len(STEP + type_) <= width:
        return (f"{head}(", STEP + type_, ")")
    lines = open_type(head, type_, tail, " " * room)
    return flat if lines is None else tuple(line[room:] for line in lines)


def alias(name: str, type_: Text) -> tuple[str, ...]:
    """`name: TypeAlias = type`, the type being what `take_apart` makes of it."""
    head, flat = f"{name}: TypeAlias = ", on_one_line(type_)
    if isinstance(type_, Group):
        return lay_out(prefixed(head, type_))
    fits = len(head + flat) <= WIDTH
    return (head + flat,) if fits else (f"{head}(", *lay_out(type_, STEP), ")")


def give(name: str, text: str, *, room: int = 0) -> tuple[str, ...]:
    """`name = text`, the text a string; `room` is the indentation to come."""
    width, head = WIDTH - room, f"{name} = "
    fits = len(head + text) <= width or max(len(head), len(STEP + text)) >= width
    return (head + text,) if fits else (f"{head}(", STEP + text, ")")


def assign(name: str, generic: str, argument: str, group: Group) -> tuple[str, ...]:
    """`name: generic[argument] = group`."""
    head = f"{name}: {generic}[{argument}] = "
    if len(head + group.head) > WIDTH:
        if len(f"{head}(") <= WIDTH:
            return (f"{head}(", *lay_out(group, STEP), ")")
        if len(STEP + argument) <= WIDTH:
            start = (f"{name}: {generic}[", STEP + argument)
            return (*start, *lay_out(prefixed("] = ", group)))
    return lay_out(prefixed(head, group))
