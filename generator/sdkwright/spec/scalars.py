"""Plain scalars in the core schema of YAML 1.2 (section 10.3.2)."""

from __future__ import annotations

import math
import re

from .objects import Json

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")
# Longer numbers are no numbers to a computer; Python refuses to print them.
_LONGEST = 400
_CORE: dict[str, Json] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INFINITE = {".inf": math.inf, "+.inf": math.inf, "-.inf": -math.inf, ".nan": math.nan}


def scalar(text: str) -> Json:
    """A plain scalar in the core schema of YAML 1.2 (section 10.3.2).

    Digits after a leading zero stay text: 1.1 read them as octal, 1.2 as a
    decimal, and what was meant is an identifier.
    """
    if text in _CORE:
        return _CORE[text]
    first = text[0]
    if not (first.isdigit() or first in "+-."):
        return text
    if _INTEGER.match(text):
        return int(text) if len(text) < _LONGEST else text
    if _LEADING_ZERO.match(text) and not _OCTAL_OR_HEX.match(text):
        return float(text) if text[:2] == "0." else text
    if _FLOAT.match(text):
        return float(text)
    if _OCTAL_OR_HEX.match(text):
        return int(text, 0) if len(text) < _LONGEST else text
    return _INFINITE.get(text.lower(), text)


_KINDS = {
    dict: "a mapping",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def kind(value: Json) -> str:
    """What a value is, in words for a message."""
    return _KINDS[type(value)]
