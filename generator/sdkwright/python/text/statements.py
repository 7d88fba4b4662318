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
    if len(flat[0]) <= width:
        return flat
    if default and len(f"{head}{type_} = (") <= width:
        return (f"{head}{type_} = (", STEP + default, ")")
    if UNION.match(type_):
        return (f"{head}(", *lay_out(type_, STEP, room=room), f"){tail}")
    if not default and _NAME.match(type_) and len(STEP + type_) <= width:
        return (f"{head}(", STEP + type_, ")")
    return _opened(head, type_, tail, width) or flat


def _opened(head: str, type_: str, tail: str, width: int) -> tuple[str, ...] | None:
    """A type that is one pair of brackets, what is in them on lines of their own.

    None where that is not all that black would do.
    """
    whole = _bracketed(type_)
    if whole is None:
        return None
    opening, items, closing = whole
    start, end = head + opening, closing + tail
    inner = STEP + ", ".join(items)
    if len(start) > width:
        return None
    if len(inner) <= width:
        return (start, inner, end)
    if len(items) > 1 or not UNION.match(items[0]):
        return None
    lines = lay_out(items[0], STEP, room=WIDTH - width)
    return (start, *lines, end) if max(map(len, lines)) <= width else None


def alias(name: str, type_: str) -> tuple[str, ...]:
    """`name: TypeAlias = type`."""
    return lay_out(prefixed(f"{name}: TypeAlias = ", _taken_apart(type_)))


def quoted_alias(name: str, text: str) -> tuple[str, ...]:
    """`name: TypeAlias = "type"`, the literal `text` being what type checkers read."""
    head = f"{name}: TypeAlias = "
    if len(head + text) <= WIDTH:
        return (head + text,)
    return (f"{head}(", STEP + text, ")")


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
    whole = _bracketed(text)
    if whole is None or len(whole[1]) == 1:
        return text  # behind an only item black puts no comma, where `lay_out` does
    opening, items, closing = whole
    return Group(opening, tuple(map(_taken_apart, items)), closing)


def _bracketed(text: str) -> tuple[str, list[str], str] | None:
    """Head, items and end of a text that one pair of brackets holds, save its head."""
    opening = _OPENED.match(text)
    if opening is None:
        return None
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
    return (opening[0], items, text[-1]) if end == len(text) else None
