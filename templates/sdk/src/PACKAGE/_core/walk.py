"""What a value is made of, one step down, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .narrow import is_dict, is_list, is_tuple


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
