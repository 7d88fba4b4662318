"""Statements with an annotation, laid out as black lays them out.

The forms that documents make often. Where a type is longer than a line in any other
form, the statement is left on one line, and black is asked.
"""

from __future__ import annotations

import re

from .layout import STEP, UNION, WIDTH, Group, lay_out, prefixed

_NAME = re.compile(r"[\w.]+$")
_OPENED = re.compile(r"[\w.]*[\[({]")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|, |[\[({]|[\])}]|[^"\[({\])},]+|.')


def declare(name: str, type_: str, default: str = "", *, room: int) -> tuple[str, ...]:
    """`name: type` or `name: type = default`; `room` is the indentation to come."""
    width = WIDTH - room
    head, tail = f"{name}: ", f" = {default}" if default else ""
    flat = (head + type_ + tail,)
    if len(flat[0]) <= width or not UNION.match(type_):
        fits = len(STEP + type_) <= width < len(flat[0])
        alone = fits and not default and _NAME.match(type_)
        return (f"{head}(", STEP + type_, ")") if alone else flat
    if default and len(f"{head}{type_} = (") <= width:
        return (f"{head}{type_} = (", STEP + default, ")")
    return (f"{head}(", *lay_out(type_, STEP, room=room), f"){tail}")


def alias(name: str, type_: str) -> tuple[str, ...]:
    """`name: TypeAlias = type`."""
    return lay_out(prefixed(f"{name}: TypeAlias = ", _taken_apart(type_)))


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


def _taken_apart(text: str) -> str | Group:
    """A type's text as a group, if one pair of brackets holds all but its head."""
    opening = _OPENED.match(text)
    if opening is None:
        return text
    depth = 0
    items = [""]
    end = 0
    for token in _TOKEN.finditer(text, opening.end()):
        if depth == 0 and token[0] in "])}":
            end = token.end()
            break
        depth += (token[0] in "[({") - (token[0] in "])}")
        if depth == 0 and token[0] == ", ":
            items.append("")
        else:
            items[-1] += token[0]
    if end != len(text) or len(items) == 1:
        return text  # behind an only item black puts no comma, where `lay_out` does
    inner = tuple(_taken_apart(item) for item in items)
    return Group(opening[0], inner, text[-1])
