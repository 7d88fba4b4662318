"""Which texts are others, in a document that is the same but for them.

They are found in its JSON: to parse the old document, and to walk through both, would
take as long as all else that a run does in which only words have changed.
"""

from __future__ import annotations

import json

_DECODER = json.JSONDecoder()


def replaced(old: str, new: str) -> list[tuple[str, str]] | None:
    """The texts that are others now, each as it was and as it is.

    Both documents are JSON, and are compared to the letter, spaces included: `1` is not
    `1.0`. Keys are texts, too. None, or a text that never stood there, if they
    differ in more than texts.
    """
    several: list[tuple[str, str]] = []
    at = at_new = 0
    while old[at:] != new[at_new:]:
        start = _opening(old, at, at + _alike(old, at, new, at_new))
        start_new = at_new + start - at
        before, at = _string(old, start)
        after, at_new = _string(new, start_new)
        if before is None or after is None:
            return None
        several.append((before, after))
    return several


def _alike(old: str, at: int, new: str, at_new: int) -> int:
    """How many characters are the same in both, from a place in each on."""
    known, length = 0, 1
    while length:
        end = known + length
        same = old[at + known : at + end] == new[at_new + known : at_new + end]
        if same and at + end <= len(old) and at_new + end <= len(new):
            known, length = end, length * 2
        else:
            length //= 2
    return known


def _opening(text: str, after: int, before: int) -> int:
    """The last quote between two places that no backslash escapes, else the first."""
    at = text.rfind('"', after, before)
    while at > after and (at - len(text[after:at].rstrip("\\")) - after) % 2:
        at = text.rfind('"', after, at)
    return max(at, after)


def _string(text: str, start: int) -> tuple[str | None, int]:
    """The string that begins in a place, and where it ends; None where none does."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except ValueError:
        return None, start
    return (value, end) if isinstance(value, str) else (None, start)
