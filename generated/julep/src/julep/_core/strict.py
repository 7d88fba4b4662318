"""What an answer has that the API's document does not know, for strict clients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from inspect import get_annotations
from typing import Any

from pydantic import BaseModel

from .enums import OpenIntEnum, OpenStrEnum
from .narrow import is_dict, is_list, is_tuple
from .unions import Unknown


def departures(value: object, place: str = "") -> Iterator[str]:
    """Each departure in a value that was read, with its place."""
    match value:
        case Unknown():
            yield f"{place or 'the answer'} is of no known variant"
        case BaseModel():
            yield from _fields(value, place)
        case OpenStrEnum() | OpenIntEnum() if not value.is_known:
            yield f"{place or 'the answer'} is {value.value!r}, an unknown value"
        case datetime() if value.tzinfo is None:
            yield f"{place or 'the answer'} is a time without a zone"
        case _:
            yield from _inside(value, place)


def _inside(value: object, place: str) -> Iterator[str]:
    if is_dict(value):
        for key, each in value.items():
            yield from departures(each, f"{place}[{key!r}]")
    elif is_list(value) or is_tuple(value):
        for index, each in enumerate(value):
            yield from departures(each, f"{place}[{index}]")


def _fields(model: BaseModel, place: str) -> Iterator[str]:
    before = f"{place}." if place else ""
    for name in type(model).model_fields:
        each: Any = getattr(model, name)
        yield from departures(each, f"{before}{name}")
    # A class that types its other fields says that there may be any.
    known = "__pydantic_extra__" in get_annotations(type(model))
    for name, other in (model.model_extra or {}).items():
        if known:
            yield from departures(other, f"{before}{name}")
        else:
            yield f"{before}{name} is an unknown field"
