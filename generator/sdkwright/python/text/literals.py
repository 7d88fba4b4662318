"""The door for values: any JSON value as a Python literal, and nothing else."""

from __future__ import annotations

import math
import re
import unicodedata

from ...spec.objects import Json
from .layout import Group, prefixed

_ODD = re.compile(r"""[^ !#-\[\]-~]""")
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(value: Json) -> str:
    """Python source on one line that evaluates to the value.

    Strings stand in double quotes; what does not print (controls, marks of
    direction, line separators, lone surrogates) is escaped, so that no text can
    end its literal or change how a line is read. A float that is not finite,
    which JSON does not have, is `float("inf")` and the like.
    """
    match value:
        case str():
            return string(value)
        case None | bool():
            return repr(value)
        case float():
            return _number(value)
        case int():
            return repr(value)
        case list():
            return f"[{', '.join(literal(item) for item in value)}]"
        case dict():
            items = (f"{string(key)}: {literal(item)}" for key, item in value.items())
            return f"{{{', '.join(items)}}}"


def literal_group(value: Json) -> str | Group:
    """The same, to be laid out: an item a line where it is too long for one."""
    match value:
        case list():
            return Group("[", tuple(map(literal_group, value)), "]")
        case dict():
            items = (
                prefixed(f"{string(key)}: ", literal_group(item))
                for key, item in value.items()
            )
            return Group("{", tuple(items), "}")
        case _:
            return literal(value)


def string(text: str) -> str:
    """A string in double quotes, or in single ones where that escapes less."""
    if _ODD.search(text) is None:  # as most are
        return f'"{text}"'
    escaped = _ODD.sub(lambda found: _character(found[0]), text)
    if text.count('"') > text.count("'"):
        return "'" + escaped.replace("'", "\\'").replace('\\"', '"') + "'"
    return f'"{escaped}"'


def _character(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if character.isprintable() and unicodedata.category(character) != "Cf":
        return character
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _number(value: float) -> str:
    if math.isfinite(value):
        return repr(value).replace("e+", "e")
    return f'float("{value}")'
