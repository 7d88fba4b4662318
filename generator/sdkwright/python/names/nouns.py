"""English nouns: one of several, and several."""

from __future__ import annotations

from functools import lru_cache

from .vocabulary import ONE_THING

_NO_PLURALS = ("ss", "us", "is", "ics", "news", "series", "species", "as", "os")
# How a plural ends, how many letters go, and what comes instead.
_PLURALS = (
    ("movies", 1, ""),
    ("cookies", 1, ""),
    ("caches", 1, ""),
    ("statuses", 2, ""),
    ("aliases", 2, ""),
    ("indices", 4, "ex"),
    ("vertices", 4, "ex"),
    ("matrices", 4, "ix"),
    ("ies", 3, "y"),
    ("sses", 2, ""),
    ("shes", 2, ""),
    ("ches", 2, ""),
    ("xes", 2, ""),
    ("s", 1, ""),
)


@lru_cache(maxsize=2**14)  # the same few nouns come again and again
def singular(text: str) -> str:
    """The singular of an English plural, where the ending tells: `boxes` → `box`."""
    lower = text.lower()
    if lower.endswith(_NO_PLURALS):
        return text
    for plural, gone, ending in _PLURALS:
        if lower.endswith(plural) and len(text) > max(3, len(plural) - 1):
            return text[:-gone] + ending
    return text


def is_plural(noun: str) -> bool:
    """Whether a noun, or the last of several in snake case, means several things."""
    last = noun.rpartition("_")[2]
    return singular(last) != last and last not in ONE_THING
