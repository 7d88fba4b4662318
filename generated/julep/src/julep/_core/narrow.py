"""What a value is, and what it is made of, where nothing of it is known before."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from os import PathLike
from typing import Any, TypeGuard

from pydantic import BaseModel


def is_dict(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


def is_path(value: object) -> TypeGuard[PathLike[str]]:
    return isinstance(value, PathLike)


def is_iterator(value: object) -> TypeGuard[Iterator[object]]:
    return isinstance(value, Iterator)


def is_async_iterator(value: object) -> TypeGuard[AsyncIterator[object]]:
    return isinstance(value, AsyncIterator)


def inside(value: object, place: str) -> Iterator[tuple[str, object, list[Any]]]:
    """The fields of a model that were set, the values of a dict, the items of a list.

    Each with its place before it, and behind it what the model says of the field.
    """
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name in value.model_fields_set:
                where = f"{place}.{name}" if place else name
                yield where, getattr(value, name), field.metadata
    elif is_dict(value):
        for key, each in value.items():
            yield f"{place}[{key!r}]", each, []
    elif is_list(value) or is_tuple(value):
        for index, each in enumerate(value):
            yield f"{place}[{index}]", each, []
