"""Which texts are others, in a document that is the same but for them.

They are found in its JSON: to parse the old document, and to walk through both, would
take as long as all else that a run does in which only words have changed.
"""

from __future__ import annotations

import json
import re

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.S)


def replaced(old: bytes, new: bytes) -> list[tuple[str, str]] | None:
    """The texts that are others now, each as it was and as it is.

    Both documents are JSON in UTF-8, and are compared to the letter, spaces included:
    `1` is not `1.0`. Keys are texts, too. None, or a text that never stood there, if
    they differ in more than texts.
    """
    several: list[tuple[str, str]] = []
    at = at_new = 0
    while True:
        alike = _alike(old, at, new, at_new)
        if len(old) - at == alike == len(new) - at_new:
            return several
        start = _opening(old, at, at + alike)
        before, end = _string(old, start)
        after, end_new = _string(new, at_new + start - at)
        if before is None or after is None:
            return None
        several.append((before, after))
        at, at_new = end, end_new


def _alike(old: bytes, at: int, new: bytes, at_new: int) -> int:
    """How many bytes are the same in both, from a place in each on."""
    known, length = 0, 1
    while length:
        end = known + length
        same = old[at + known : at + end] == new[at_new + known : at_new + end]
        if same and at + end <= len(old) and at_new + end <= len(new):
            known, length = end, length * 2
        else:
            length //= 2
    return known


def _opening(text: bytes, after: int, before: int) -> int:
    """The last quote between two places that no backslash escapes, else the first."""
    at = text.rfind(b'"', after, before)
    while at > after and (at - len(text[after:at].rstrip(b"\\")) - after) % 2:
        at = text.rfind(b'"', after, at)
    return max(at, after)


def _string(text: bytes, start: int) -> tuple[str | None, int]:
    """The string that begins in a place, and where it ends; None where none does."""
    found = _STRING.match(text, start)
    if found is None:
        return None, start
    try:
        return json.loads(found[0], strict=False), found.end()
    except ValueError:
        return None, start
