"""Text and numbers: what people write, and what is awkward to send."""

from __future__ import annotations

import math
from functools import cache
from random import Random
from typing import Any

from rstr import Rstr

from .conjunction import Conjunction
from .dialect import compiled

AWKWARD = (
    "plain",
    "two words",
    "a/b?c=d&e#f",
    "ünïcödé ☃ 日本",
    "100% + 5;",
    'say "it\'s" \\ done',
    "😀",
    " around ",
    "null",
    "true",
    "007",
    "1e3",
    "a,b|c",
    "{x}",
    "[y]",
    "2030-01-02",
)
LINES = ("", "two\nlines\ttab", "\u2028\u0000")
ASCII = ("plain", "two words", "a/b?c=d&e#f", "100%+5;", "null", "007", 'a"b\\c', "~^")
WORDS = ("plain", "a/b?c=d&e#f", "100%+5;", "null", "007", 'a"b\\c', "~^")
BY_FORMAT: dict[str, tuple[str, ...]] = {
    "date-time": (
        "2024-02-29T12:30:45Z",
        "1985-04-12T23:20:50.520Z",
        "1996-12-19T16:39:57-08:00",
        "2030-01-02T03:04:05.123456+05:30",
    ),
    "date": ("2024-02-29", "1999-12-31"),
    "time": ("10:30:00Z", "23:59:59.250+02:00"),
    "duration": ("PT36H", "P3DT4H5M", "P1M", "PT0.5S", "P2W"),
    "uuid": ("123e4567-e89b-12d3-a456-426614174000",),
    "email": ("ada@example.com", "o'neil+tag@example.org"),
    "uri": ("https://example.com/a%20b?c=d#e", "urn:isbn:0451450523"),
    "url": ("https://example.com", "https://example.com/a%20b?c=d#e"),
    "uri-reference": ("/a/b", "https://example.com/?q=1"),
    "hostname": ("api.example.com",),
    "ipv4": ("192.0.2.1",),
    "ipv6": ("2001:db8::1",),
    "byte": ("aGVsbG8=", "AP+/", ""),
    "base64": ("aGVsbG8=", "AP+/"),
    "decimal": ("1.10", "12345678901234567890.5"),
    "int32": ("42", "-7"),
    "int64": ("9007199254740993",),
    "json": ('{"a": 1}',),
    "unix-time": ("1700000000",),
}
_INTEGERS = (1, 0, 42, -1, 1_700_000_000, 2**31, 2**53 + 1, -(2**63))
_NUMBERS = (1.5, 0, -0.25, 3, 1e-7, 1e21, 123456789.125, -1)
_RANGES = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}
_RANGES |= {"uint32": (0, 2**32 - 1), "uint64": (0, 2**64 - 1), "uint": (0, 2**64 - 1)}
_RANGES |= {"int8": (-128, 127), "uint8": (0, 255), "int16": (-(2**15), 2**15 - 1)}
_RANGES |= {"uint16": (0, 2**16 - 1)}


def text(facts: Conjunction, random: Random, place: str) -> str:
    """Text of a schema: of its pattern, its format, else of any kind.

    `place` is where it is sent; not every character can be sent everywhere.
    """
    # An empty part of a path or of a header would be none at all.
    least = max(facts.greatest("minLength") or 0, int(place in ("path", "header")))
    most = facts.smallest("maxLength")
    for pattern in facts.any_of("pattern"):
        if compiled(pattern) is not None:
            made = _matching(pattern, least, most, random)
            if made is not None:
                return made
    for name in (*facts.any_of("format"), *facts.any_of("contentEncoding")):
        if isinstance(name, str) and name in BY_FORMAT:
            fitting = [each for each in BY_FORMAT[name] if _fits(each, least, most)]
            if fitting:
                return random.choice(fitting)
    pool = _pool(place)
    fitting = [each for each in pool if _fits(each, least, most)]
    if fitting:
        return random.choice(fitting)
    made = random.choice(pool) or "x"
    made = made * math.ceil(least / len(made)) if len(made) < least else made
    made = made[: least if most is None or least else most].strip() or "x"
    return made.ljust(least, "x")


@cache
def _pool(place: str) -> tuple[str, ...]:
    match place:
        case "header":
            return ASCII
        case "words":
            return WORDS
        case "path":
            return AWKWARD
        case "text" | "json":
            return (*AWKWARD, *LINES)
        case _:
            return (*AWKWARD, "")


def _fits(value: str, least: int, most: int | None) -> bool:
    return least <= len(value) and (most is None or len(value) <= most)


def _matching(pattern: str, least: int, most: int | None, random: Random) -> str | None:
    """Text that a pattern matches, of a length that is allowed, where one turns up.

    Every other time it is a likely one, where there is one: what is random within a
    pattern looks like noise, and what is not would always be the same.
    """
    made = compiled(pattern)
    likely = [each for each in _likely(pattern) if _fits(each, least, most)]
    if likely and random.random() < 0.5:
        return random.choice(likely)
    writer = Rstr(random)
    for _ in range(40):
        try:
            value = str(writer.xeger(pattern))
        except (KeyError, NotImplementedError, ValueError, TypeError, OverflowError):
            break
        value = value.replace("\n", "")
        if made is not None and made.search(value) and _fits(value, least, most):
            return value
    return likely[0] if likely else None


@cache
def _likely(pattern: str) -> tuple[str, ...]:
    """Values of usual formats that a pattern matches."""
    made = compiled(pattern)
    usual = (each for values in BY_FORMAT.values() for each in values)
    return tuple(each for each in usual if made is not None and made.search(each))


def number(facts: Conjunction, random: Random, *, whole: bool) -> Any:
    """A number within the limits, a multiple where that is asked for."""
    # The registry of formats has int32 and int64 for the type number as well.
    whole = whole or any(str(each) in _RANGES for each in facts.any_of("format"))
    least, most = _limits(facts, whole)
    step = facts.greatest("multipleOf")
    if step is None:
        step = 1 if whole else None
    pool = [*(_INTEGERS if whole else _NUMBERS)]
    pool += [each for each in (least, most) if each is not None]
    if step:
        pool = [_multiple(each, step) for each in pool]
        if least is not None:
            pool.append(math.ceil(least / step) * step)
        if most is not None:
            pool.append(math.floor(most / step) * step)
    fitting = [
        each
        for each in pool
        if (least is None or each >= least) and (most is None or each <= most)
    ]
    if fitting:
        return random.choice(fitting)
    return least if least is not None else most


def _multiple(value: Any, step: Any) -> Any:
    return value // step * step


def _limits(facts: Conjunction, whole: bool) -> tuple[Any, Any]:
    least, most = facts.greatest("minimum"), facts.smallest("maximum")
    over, under = facts.greatest("exclusiveMinimum"), facts.smallest("exclusiveMaximum")
    small = 1 if whole else 0.5
    if least is not None and True in facts.any_of("exclusiveMinimum"):
        least += small
    if most is not None and True in facts.any_of("exclusiveMaximum"):
        most -= small
    if over is not None:
        least = over + small if least is None else max(least, over + small)
    if under is not None:
        most = under - small if most is None else min(most, under - small)
    for name in facts.any_of("format"):
        lowest, highest = _RANGES.get(str(name), (None, None))
        if lowest is not None and highest is not None and whole:
            least = lowest if least is None else max(least, lowest)
            most = highest if most is None else min(most, highest)
    if whole:
        least = None if least is None else math.ceil(least)
        most = None if most is None else math.floor(most)
    return least, most
