"""Values as their JSON: what travels in a path, a query, a header or a body.

An error calls them as the method of the call does, and not as the API.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic_core import PydanticSerializationError

from .errors import InvalidRequestError
from .narrow import inside, is_dict

# What JSON can say, as Python has it.
Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"

# NaN is written as it is, here and in models, and not as null: so it is found.
_ANYTHING: TypeAdapter[Any] = TypeAdapter(
    Any, config=ConfigDict(ser_json_inf_nan="constants")
)


class called(str):
    """A name of the API, whose argument has another one. No model is called so."""

    __slots__ = ("argument",)

    argument: str

    def __new__(cls, name: str, argument: str = "") -> Self:
        made = super().__new__(cls, name)
        made.argument = argument
        return made


def argument(name: str) -> str:
    """What the method calls it."""
    return name.argument if isinstance(name, called) else name


def said(name: str, place: str | None = None) -> str:
    """An argument, or a place inside of it; the API's own name stands behind."""
    here = argument(name) if place is None else place
    return f"{here} ({name})" if isinstance(name, called) else here


def plain(value: object, name: str = "") -> Plain:
    """A value as dicts, lists, text, numbers, true, false and None.

    Models give the fields that were set, under the names of the API; times and
    dates are ISO 8601, enums their values, bytes base64. `name` is what errors call it.
    """
    if type(value) is str or type(value) is int:
        return value
    try:
        dumped: Plain = _ANYTHING.dump_python(
            value, mode="json", by_alias=True, exclude_unset=True
        )
    except (PydanticSerializationError, ValueError) as error:
        raise _refused(name, error) from None
    _check(dumped, name)
    return dumped


def to_json(value: object, name: str = "") -> bytes:
    """A value as the text of its JSON, in UTF-8; `name` is what errors call it."""
    try:
        written = _ANYTHING.dump_json(value, by_alias=True, exclude_unset=True)
    except (PydanticSerializationError, ValueError) as error:
        raise _refused(name, error) from None
    if b"NaN" in written or b"Infinity" in written:
        _check(json.loads(written), name)
    return written


def _refused(name: str, error: ValueError) -> InvalidRequestError:
    return InvalidRequestError(f"{said(name) or 'a value'} has no JSON form: {error}")


def _check(value: object, name: str) -> None:
    """Refuse numbers that JSON does not have (RFC 8259, 6), wherever they are."""
    several = value.items() if is_dict(value) and not name else [(name, value)]
    for key, each in several:
        for place, number in _odd(each, argument(key)):
            where = said(key, place) or "a value"
            raise InvalidRequestError(f"{where} is {number}: JSON has no such number")


def _odd(value: object, place: str) -> Iterator[tuple[str, float]]:
    if isinstance(value, float) and not math.isfinite(value):
        yield place, value
    for where, each, _ in inside(value, place):
        yield from _odd(each, where)


def fields_of(value: object) -> object:
    """The fields of a model that were set, as they are; any other value itself."""
    if isinstance(value, BaseModel):
        return value.model_dump(by_alias=True, exclude_unset=True)
    return value


def text(value: object) -> str:
    """A scalar as it stands in a path, a query, a header or a cookie."""
    if type(value) is str:
        return value
    match plain(value):
        case bool() as truth:
            return "true" if truth else "false"
        case None:
            return "null"
        case str() | int() | float() as scalar:
            return str(scalar)
        case container:
            return to_json(container).decode()
