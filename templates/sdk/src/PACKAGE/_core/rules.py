"""What the API's document demands of values, checked before a request is sent."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from .errors import InvalidRequestError
from .narrow import inside, is_dict, is_list
from .omit import OMIT
from .plain import plain
from .records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The validation keywords of a schema (JSON Schema 2020-12, section 6)."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool | None = None
    min_properties: int | None = None
    max_properties: int | None = None

    def broken(self, value: object) -> Iterator[str]:
        """Each demand that a value does not meet, in words."""
        match value:
            case bool() | None:
                return
            case int() | float() | Decimal():
                yield from self._number(value)
            case str():
                yield from self._text(value)
            case _ if isinstance(value, BaseModel) or is_dict(value) or is_list(value):
                yield from self._container(plain(value))
            case _:
                pass  # what is no JSON, a file for instance, has no rules

    def _number(self, value: float | Decimal) -> Iterator[str]:
        tests: tuple[tuple[float | None, str, Callable[[Any], bool]], ...] = (
            (self.minimum, "at least", lambda limit: value >= limit),
            (self.maximum, "at most", lambda limit: value <= limit),
            (self.exclusive_minimum, "more than", lambda limit: value > limit),
            (self.exclusive_maximum, "less than", lambda limit: value < limit),
            (self.multiple_of, "a multiple of", lambda step: _divides(step, value)),
        )
        for limit, words, holds in tests:
            if limit is not None and not holds(limit):
                yield f"must be {words} {limit}"

    def _text(self, value: str) -> Iterator[str]:
        yield from _size(len(value), self.min_length, self.max_length, "characters")
        if self.pattern is not None and not _matches(self.pattern, value):
            yield f"must match {self.pattern}"

    def _container(self, value: object) -> Iterator[str]:
        if is_list(value):
            yield from _size(len(value), self.min_items, self.max_items, "items")
            if self.unique_items and any(
                each in value[:i] for i, each in enumerate(value)
            ):
                yield "must have no item twice"
        elif is_dict(value):
            limits = (self.min_properties, self.max_properties)
            yield from _size(len(value), *limits, "properties")


@dataclass(frozen=True, slots=True)
class Check:
    """Checks the values of a call: `names` are its arguments', in their order."""

    names: tuple[str, ...]
    rules: Mapping[str, Rules]

    def __call__(self, values: tuple[object, ...]) -> None:
        """Raise where a value, or what is inside it, does not meet its rules.

        Raises:
            InvalidRequestError: It names each place and what is demanded there.
        """
        found = [
            breach
            for name, value in zip(self.names, values, strict=True)
            if value is not None and value is not OMIT
            for breach in breaches(value, self.rules.get(name), name)
        ]
        if found:
            raise InvalidRequestError("; ".join(found))


def breaches(value: object, rules: Rules | None, place: str) -> Iterator[str]:
    """What is wrong with a value and with all that it is made of, with its place."""
    if rules is not None:
        for demand in rules.broken(value):
            yield f"{place} {demand}"
    for where, each, said in inside(value, place):
        own = next((one for one in said if isinstance(one, Rules)), None)
        yield from breaches(each, own, where)


def _size(count: int, least: int | None, most: int | None, of: str) -> Iterator[str]:
    if least is not None and count < least:
        yield f"must have {least} {of} or more"
    if most is not None and count > most:
        yield f"must have {most} {of} at most"


def _divides(step: float, value: float | Decimal) -> bool:
    times = float(value) / step
    return math.isclose(times, round(times), rel_tol=1e-9)


def _matches(pattern: str, value: str) -> bool:
    """Whether a pattern is found; one that Python cannot read demands nothing."""
    try:
        return re.search(pattern, value) is not None
    except re.error:
        return True
