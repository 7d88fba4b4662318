"""What the document shows of a value: its examples, best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ..spec.objects import Json
from .declarations import Field
from .nodes import Api, Content, Parameter
from .types import List, Map, Named, Nullable, Type

# Of an object without an example of its own.
_FEW = 3


def shown_of(content: Content, api: Api) -> Iterator[Json]:
    """The examples of a body as a whole, those of its place before its type's."""
    yield from content.examples
    yield from _of_type(content.type, api)


def shown_at(place: Field | Parameter) -> tuple[Json, ...]:
    """The examples of a field or a parameter; for want of them, its default."""
    several = (*place.examples, *(place.default or ()))
    return tuple(each for each in several if _within(each, place.constraints))


def shown_in(fields: Sequence[Field]) -> dict[str, Json]:
    """An object of which nothing is required: a few fields that have examples."""
    if any(each.required for each in fields):
        return {}
    told = (
        (each.name, each.examples[0])
        for each in fields
        if each.examples and not each.read_only and not each.doc.deprecated
    )
    return dict(islice(told, _FEW))


def _within(value: Json, constraints: Mapping[str, Json]) -> bool:
    """Whether a number or a text is as large as it may be, so far as bounds tell."""
    size: float
    if isinstance(value, str):
        size, bounds = len(value), ("minLength", "maxLength")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        size, bounds = value, ("minimum", "maximum")
    else:
        return True
    least, most = map(constraints.get, bounds)
    return not (
        (isinstance(least, int | float) and size < least)
        or (isinstance(most, int | float) and size > most)
    )


def _of_type(type_: Type, api: Api) -> Iterator[Json]:
    """The examples that a type has itself, or what it is a list or a map of."""
    match type_:
        case Nullable(inner):
            yield from _of_type(inner, api)
        case List(items):
            yield from ([each] for each in _of_type(items, api))
        case Map(values):
            yield from ({"key": each} for each in _of_type(values, api))
        case Named(pointer):
            yield from api.declarations[pointer].examples
        case _:
            pass
