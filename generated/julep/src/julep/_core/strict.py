"""What an answer has that the API's document does not know, for strict clients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from inspect import get_annotations

from pydantic import BaseModel

from .narrow import inside


def departures(value: object, place: str = "") -> Iterator[str]:
    """Each departure in a value that was read, with its place."""
    # Open enums and unions tell it of themselves: not every API has them.
    tells = getattr(type(value), "__departure__", None)
    if tells is not None and (said := tells(value)):
        yield f"{place or 'the answer'} is {said}"
        return
    if isinstance(value, datetime) and value.tzinfo is None:
        yield f"{place or 'the answer'} is a time without a zone"
    for where, each, _ in inside(value, place):
        yield from departures(each, where)
    if isinstance(value, BaseModel):
        yield from _others(value, place)


def _others(model: BaseModel, place: str) -> Iterator[str]:
    """The fields that a model does not name; one that types them has room for any."""
    known = "__pydantic_extra__" in get_annotations(type(model))
    for name, other in (model.model_extra or {}).items():
        where = f"{place}.{name}" if place else name
        if known:
            yield from departures(other, where)
        else:
            yield f"{where} is an unknown field"
