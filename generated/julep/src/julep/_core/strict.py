"""What an answer has that the API's document does not know, for strict clients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from inspect import get_annotations

from pydantic import BaseModel

from .enums import OpenEnum
from .narrow import inside
from .unions import Unknown


def departures(value: object, place: str = "") -> Iterator[str]:
    """Each departure in a value that was read, with its place."""
    match value:
        case Unknown():
            yield f"{place or 'the answer'} is of no known variant"
        case BaseModel():
            yield from _fields(value, place)
        case OpenEnum() if not value.is_known:
            yield f"{place or 'the answer'} is {value.value!r}, an unknown value"
        case datetime() if value.tzinfo is None:
            yield f"{place or 'the answer'} is a time without a zone"
        case _:
            yield from _each(value, place)


def _each(value: object, place: str) -> Iterator[str]:
    for where, each, _ in inside(value, place):
        yield from departures(each, where)


def _fields(model: BaseModel, place: str) -> Iterator[str]:
    yield from _each(model, place)
    # A class that types its other fields says that there may be any.
    known = "__pydantic_extra__" in get_annotations(type(model))
    for name, other in (model.model_extra or {}).items():
        where = f"{place}.{name}" if place else name
        if known:
            yield from departures(other, where)
        else:
            yield f"{where} is an unknown field"
