"""A value for every type: the smallest, as JSON. A page has an item."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel, RootModel

from .._core.plain import Plain
from .._core.unions import OpenUnion, Unknown

_SCALARS: Final[dict[object, Plain]] = {
    bool: True,
    int: 1,
    float: 1.0,
    NoneType: None,
    bytes: "ZGF0YQ==",
    Decimal: "1.5",
    UUID: "6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e",
    datetime.datetime: "2030-01-02T03:04:05Z",
    datetime.date: "2030-01-02",
    datetime.time: "12:30:00",
    datetime.timedelta: "PT1H",
}
_DEEPEST: Final = 6


def value_of(type_: Any, hint: str = "value") -> Plain:
    """Required fields, one item, the first variant; text is the `hint`.

    A list of what the list stands in is empty. What can only be endless is cut off.
    """
    return _made(type_, (), hint, ())


def _made(
    type_: Any, metadata: tuple[object, ...], hint: str, inside: tuple[object, ...]
) -> Plain:
    if hasattr(type_, "__value__"):  # a name for a type
        again = inside.count(type_) > 1
        return None if again else _made(type_.__value__, (), hint, (*inside, type_))
    key: object = type_
    origin, args = get_origin(type_), get_args(type_)
    if origin is Annotated:
        inner, *more = args
        return _made(inner, (*more, *metadata), hint, inside)
    if origin is Literal:
        first: Plain = args[0]
        return first
    if origin in (Union, UnionType):
        return _variant(args, metadata, hint, inside)
    if origin is dict:
        again = args[1] in inside
        return {} if again else {"key": _made(args[1], (), hint, inside)}
    if origin is tuple:
        return [_made(each, (), hint, inside) for each in args]
    if origin is not None:  # a list, or what is made like one
        return [] if args[0] in inside else [_made(args[0], (), hint, inside)]
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        return _model(type_, hint, inside)
    if isinstance(type_, type) and issubclass(type_, Enum):
        value: Plain = next(iter(type_)).value
        return value
    return _SCALARS.get(key, hint)


def _variant(
    variants: tuple[object, ...],
    metadata: tuple[object, ...],
    hint: str,
    inside: tuple[object, ...],
) -> Plain:
    for each in metadata:
        if isinstance(each, OpenUnion) and each.tag is not None and each.tags:
            tag, variant = next(iter(each.tags.items()))
            made = _made(variant, (), hint, inside)
            return {**made, each.tag: tag} if isinstance(made, dict) else made
    known = [each for each in variants if each not in (NoneType, Unknown)]
    return _made(known[0], (), hint, inside) if known else None


def _model(model: type[BaseModel], hint: str, inside: tuple[object, ...]) -> Plain:
    if inside.count(model) > 1 or len(inside) > _DEEPEST:
        return {}
    model.model_rebuild()
    inside = (*inside, model)
    made: dict[str, Plain] = {}
    items = str(getattr(model, "__items__", "")).partition(".")[0]  # of a page
    for name, field in model.model_fields.items():
        if field.is_required() or name == items:
            wire = field.alias or name
            own = hint if issubclass(model, RootModel) else wire
            made[wire] = _made(field.annotation, tuple(field.metadata), own, inside)
    return made["root"] if issubclass(model, RootModel) else made
