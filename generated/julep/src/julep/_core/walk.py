"""What a value is made of, one step down, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from .narrow import is_dict, is_list, is_tuple


def inside(value: object, place: str) -> Iterator[tuple[str, object]]:
    """The fields of a model that were set, the values of a dict, the items of a list.

    Each with its place.
    """
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield f"{place}.{name}" if place else name, getattr(value, name)
    elif is_dict(value):
        for key, each in value.items():
            yield f"{place}[{key!r}]", each
    elif is_list(value) or is_tuple(value):
        for index, each in enumerate(value):
            yield f"{place}[{index}]", each
