"""What has become of validation rules: whether fewer values, or more, keep to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum as PythonEnum
from itertools import zip_longest
from math import inf
from typing import TypeAlias

from ..listing import visible
from ..python.text.constraints import constraint_text
from ..spec.objects import Json
from .face import Class, Part
from .judge import Judge, Where
from .rules import MINOR, PATCH, Meaning

Rules: TypeAlias = Mapping[str, Json]

# Keywords that bound a value from one side; a second one takes the bound itself away.
_LOWER = (
    *(("minimum", "exclusiveMinimum"), ("minLength", ""), ("minItems", "")),
    ("minProperties", ""),
)
_UPPER = (
    *(("maximum", "exclusiveMaximum"), ("maxLength", ""), ("maxItems", "")),
    ("maxProperties", ""),
)


class Change(PythonEnum):
    """What has become of the values that keep to a rule."""

    FEWER = "fewer"
    MORE = "more"


def compared(old: Rules, new: Rules) -> frozenset[Change]:
    """Whether values keep to the rules no longer, or newly; nothing where neither."""
    return frozenset(_compared(old, new)) if old != new else frozenset()


def _compared(old: Rules, new: Rules) -> Iterator[Change]:
    for sign, pairs in ((1, _LOWER), (-1, _UPPER)):
        for bound, beyond in pairs:
            before, after = (_bound(each, bound, beyond, sign) for each in (old, new))
            if before != after:
                yield Change.FEWER if after > before else Change.MORE
    for keyword in ("pattern", "uniqueItems", "multipleOf"):
        was, is_now = old.get(keyword) or None, new.get(keyword) or None
        if was == is_now:
            continue
        if was is None or (is_now is not None and not _divides(is_now, was)):
            yield Change.FEWER
        if is_now is None or (was is not None and not _divides(was, is_now)):
            yield Change.MORE


def _bound(rules: Rules, bound: str, beyond: str, sign: int) -> tuple[float, bool]:
    """How high a bound is; the bound of what counts things is none at 0."""
    found = [(-inf, False)]
    for keyword, without in ((bound, False), (beyond, True)):
        value = rules.get(keyword)
        if isinstance(value, int | float) and not isinstance(value, bool):
            counts = keyword.startswith("min") and keyword != "minimum"
            if not (counts and value <= 0):
                found.append((sign * value, without))
    return max(found)


def _divides(one: Json, other: Json) -> bool:
    """Whether every multiple of `other` is one of `one`; false of patterns."""
    if isinstance(one, bool) or isinstance(other, bool):
        return False
    if not isinstance(one, int | float) or not isinstance(other, int | float):
        return False
    return (other / one).is_integer()


_NONE: Rules = {}


def compare_rules(
    judge: Judge, subject: str, old: Part, new: Part, owner: Class | None = None
) -> None:
    """Say what rules of an argument, or of an attribute of `owner`, have become.

    Nothing checks what a server sends, so that in answers a rule only tells.
    """
    sent = owner is None or owner.sent
    both = (old.rules, *old.held), (new.rules, *new.held)
    for depth, (before, after) in enumerate(zip_longest(*both, fillvalue=_NONE)):
        found = compared(before, after)
        where = Where(
            before=_told(old, before),
            after=_told(new, after),
            old=old.pointer,
            new=new.pointer,
        )
        what = f"'{new.name}' has" if not depth else f"what '{new.name}' holds has"
        for change, code, word, meaning in _SAID:
            if change in found:
                message = f"{what} {word} rules: {_rules_text(after) or 'none'}"
                judge.say(code, subject, message, where, None if sent else meaning)


# What is said of each change, and what it means where values are only read.
_SAID = (
    (
        Change.FEWER,
        "rule-tightened",
        "stricter",
        Meaning(PATCH, "answers are not checked by rules"),
    ),
    (
        Change.MORE,
        "rule-loosened",
        "looser",
        Meaning(MINOR, "values may come that did not before"),
    ),
)


def _told(part: Part, rules: Rules) -> str:
    """A part as it is declared, with rules of it as a comment."""
    text = _rules_text(rules)
    return f"{part.text}  # {text}" if text else part.text


def _rules_text(rules: Rules) -> str:
    """`at least 0, at most 2`, on one line."""
    text = constraint_text(rules)
    return visible(text[:1].lower() + text[1:].rstrip("."))
