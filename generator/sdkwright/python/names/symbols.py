"""Texts of symbols in words: `>=` and `👍` have names of their own in Unicode."""

from __future__ import annotations

import unicodedata

# What programmers call them, where Unicode's name says something else.
_NAMES = {
    "=": "equal",
    "==": "equal",
    "!=": "not equal",
    "<>": "not equal",
    "<": "less than",
    "<=": "less than or equal",
    ">": "greater than",
    ">=": "greater than or equal",
    "=~": "matches",
    "!~": "does not match",
    "~": "tilde",
    "!": "not",
    "&&": "and",
    "||": "or",
    "|": "pipe",
    "+": "plus",
    "-": "minus",
    "*": "star",
    ".": "dot",
    "/": "slash",
    "\\": "backslash",
    "_": "underscore",
    "@": "at",
    "#": "hash",
    "$": "dollar",
    "?": "question mark",
    " ": "space",
}
_MOST = 4


def spelled(text: str) -> str:
    """A short text without a letter or a digit in words; else nothing.

    The characters' names are those of the Unicode Character Database.
    """
    if text in _NAMES:
        return _NAMES[text]
    characters = [each for each in text if unicodedata.category(each)[0] not in "MC"]
    if not 0 < len(characters) <= _MOST:
        return ""
    return " ".join(_NAMES.get(each) or _name(each) for each in characters)


def _name(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    return name.removesuffix(" sign").replace("-", " ")
