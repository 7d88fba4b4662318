"""Values that are changed where they stand, in lists and in dicts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from .narrow import is_dict, is_list, is_tuple

T = TypeVar("T")


def with_each(kind: type[T], change: Callable[[T], object], value: object) -> object:
    """A value with all of a kind changed that are in it."""
    if isinstance(value, kind):
        return change(value)
    if is_list(value) or is_tuple(value):
        return [with_each(kind, change, each) for each in value]
    if is_dict(value):
        return {key: with_each(kind, change, each) for key, each in value.items()}
    return value
