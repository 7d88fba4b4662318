"""Values as their JSON: what travels in a path, a query, a header or a body."""

from __future__ import annotations

from typing import Any, TypeAlias

from pydantic import BaseModel, TypeAdapter
from pydantic_core import PydanticSerializationError

from .errors import InvalidRequestError

# What JSON can say, as Python has it.
Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"

_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


def plain(value: object) -> Plain:
    """A value as dicts, lists, text, numbers, true, false and None.

    Models give the fields that were set, under the names of the API; times and
    dates are ISO 8601, enums their values, bytes base64.
    """
    if type(value) is str or type(value) is int:
        return value
    try:
        dumped: Plain = _ANYTHING.dump_python(
            value, mode="json", by_alias=True, exclude_unset=True
        )
        return dumped
    except (PydanticSerializationError, ValueError) as error:
        raise InvalidRequestError(f"a value has no JSON form: {error}") from None


def to_json(value: object) -> bytes:
    """A value as the text of its JSON, in UTF-8."""
    try:
        return _ANYTHING.dump_json(value, by_alias=True, exclude_unset=True)
    except (PydanticSerializationError, ValueError) as error:
        raise InvalidRequestError(f"a value has no JSON form: {error}") from None


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
