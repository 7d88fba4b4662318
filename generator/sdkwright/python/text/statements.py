"""Statements with an annotation, laid out as black lays them out.

The forms that documents make often. Where a type is longer than a line in any other
form, the statement is left on one line, and black is asked.
"""

from __future__ import annotations

from ...records import replace
from .layout import (
    STEP,
    WIDTH,
    Group,
    Text,
    lay_out,
    one_line,
    open_group,
    open_type,
    prefixed,
)


def declare(name: str, type_: str, default: str = "", *, room: int) -> tuple[str, ...]:
    """`name: type` or `name: type = default`; `room` is the indentation to come."""
    width = WIDTH - room
    head, tail = f"{name}: ", f" = {default}" if default else ""
    flat = (head + type_ + tail,)
    if len(flat[0]) <= width:
        return flat
    if default and len(f"{head}{type_} = (") <= width:
        return (f"{head}{type_} = (", STEP + default, ")")
    lines = open_type(head, type_, tail, " " * room)
    if lines is not None:
        return tuple(line[room:] for line in lines)
    fits = not default and len(STEP + type_) <= width
    return (f"{head}(", STEP + type_, ")") if fits else flat


def alias(name: str, type_: Text) -> tuple[str, ...]:
    """`name: TypeAlias = type`, the type being what `take_apart` makes of it."""
    head, flat = f"{name}: TypeAlias = ", one_line(type_)
    if flat is not None and len(head + flat) <= WIDTH:
        return (head + flat,)
    if isinstance(type_, Group) and len(head + type_.head) <= WIDTH:
        return lay_out(prefixed(head, type_))
    if not isinstance(type_, Group) or len(f"{head}(") <= WIDTH:
        return (f"{head}(", *lay_out(type_, STEP), ")")
    # The name leaves no room, so that it is the annotation that is broken.
    start, rest = f"{name}: (", replace(type_, head=f") = {type_.head}")
    lines = lay_out(rest) if len(start) <= WIDTH else open_group(rest)
    return (start, f"{STEP}TypeAlias", *lines)


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
