"""What a value may be, as its type says, and how it stands in XML (XML Object)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from .narrow import is_list, is_tuple
from .records import dataclass
from .unions import Unknown


@dataclass(frozen=True, slots=True)
class InXml:
    """How a value stands in XML, where that is not as an element of its own name.

    `node` is `attribute`, `text` or `cdata` (all that its element holds), `element`,
    which for a list is one around all, or `none`: what an object holds stands where it
    would. `item` is what the elements of a list's items are called.
    """

    name: str | None = None
    item: str | None = None
    node: str | None = None
    namespace: str | None = None
    prefix: str | None = None


USUAL = InXml()
# A property in XML: how it stands there, its type, and whether it is always there.
Property: TypeAlias = tuple[InXml, Any, bool]


class Kinds:
    """What a value may be, with whatever wraps its types taken off."""

    def __init__(self, *annotations: Any) -> None:
        self.types = tuple(each for one in annotations for each in _each(one))

    @classmethod
    def of(cls, value: object) -> Kinds:
        """What a value is."""
        if not (is_list(value) or is_tuple(value)):
            return cls(type(value))
        item: Any = type(value[0]) if value else object
        return cls(list[item])

    @property
    def is_anything(self) -> bool:
        return not self.types or object in self.types or Any in self.types

    @property
    def is_scalar(self) -> bool:
        """Whether it may be a value that text says."""
        return self.any_of(str, int, float, Enum)

    @property
    def items(self) -> Kinds | None:
        """What the items of a list are."""
        lists = [each for each in self.types if get_origin(each) is list]
        return Kinds(get_args(lists[0])[0]) if lists else None

    @property
    def values(self) -> Kinds | None:
        """What the values of a dict are."""
        dicts = [each for each in self.types if get_origin(each) is dict]
        return Kinds(get_args(dicts[0])[1]) if dicts else None

    @property
    def properties(self) -> dict[str, Property]:
        """Those of all models that it may be, by their names in JSON."""
        made: dict[str, Property] = {}
        for each in reversed(self.types):
            made |= _properties(each) if _is_a(each, BaseModel) else {}
        return made

    @property
    def root(self) -> InXml:
        """How a model stands where it is the whole, or an item of that."""
        models = (each for each in self.types if _is_a(each, BaseModel))
        model = next(models, None)
        return USUAL if model is None else _root(model)

    def called(self, name: str) -> Kinds:
        """Of several models those that are called so as a root, if any is."""
        models = [each for each in self.types if _is_a(each, BaseModel)]
        fitting = [each for each in models if _root(each).name == name]
        if not fitting or len(models) == 1:
            return self
        return Kinds(*fitting)

    def any_of(self, *kinds: type) -> bool:
        return any(_is_a(each, kinds) for each in self.types)


def _is_a(each: Any, kinds: type | tuple[type, ...]) -> bool:
    return isinstance(each, type) and issubclass(each, kinds)


def _root(model: Any) -> InXml:
    root: InXml = getattr(model, "__xml__", InXml(model.__name__))
    return root


def _each(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _each(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _each(each)
    elif origin is Literal:
        yield from {type(each) for each in get_args(annotation)}
    elif hasattr(annotation, "__value__"):  # an alias that has a name
        yield from _each(annotation.__value__)
    elif annotation not in (NoneType, Unknown):
        yield annotation


@cache
def _properties(model: type[BaseModel]) -> dict[str, Property]:
    model.model_rebuild()
    made: dict[str, Property] = {}
    for name, field in model.model_fields.items():
        said = [each for each in field.metadata if isinstance(each, InXml)]
        how = said[0] if said else USUAL
        made[field.alias or name] = how, field.annotation, field.is_required()
    return made
