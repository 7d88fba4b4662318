"""What an answer holds: the list of its items, and what is said around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...pointer import Pointer
from ...records import dataclass
from ..aliases import bare
from ..declarations import Alias, Declaration, Field, Model
from ..types import Anything, Kind, List, Named, Nullable, Scalar, Type, Union
from .words import AROUND, ITEMS, NOT_ITEMS, plain

_DEEPEST = 3
_TEXT = frozenset(
    {Kind.STRING, Kind.UUID, Kind.BYTES, Kind.DATE_TIME, Kind.DATE, Kind.DECIMAL}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A property of an answer: the fields that lead to it."""

    fields: tuple[Field, ...]

    @property
    def field(self) -> Field:
        return self.fields[-1]

    @property
    def word(self) -> str:
        return plain(self.field.name)

    @property
    def around(self) -> str:
        """What the object around is called; empty for the answer itself."""
        return plain(self.fields[-2].name) if len(self.fields) > 1 else ""

    @property
    def path(self) -> tuple[Pointer, ...]:
        return tuple(field.pointer for field in self.fields)


@dataclass(frozen=True, slots=True)
class Types:
    """What types come down to, aliases followed."""

    declarations: Mapping[Pointer, Declaration]

    def bare(self, type_: Type) -> Type:
        """A type without null and without aliases."""
        return bare(type_, self.declarations)

    def plain(self, type_: Type) -> Type | None:
        """A type without aliases; None where it may be null."""
        for _ in range(len(self.declarations) + 1):
            match type_:
                case Nullable():
                    return None
                case Named(at) if isinstance(alias := self.declarations[at], Alias):
                    type_ = alias.type
                case _:
                    break
        return type_

    def model(self, type_: Type) -> Model | None:
        match self.bare(type_):
            case Named(at) if isinstance(model := self.declarations[at], Model):
                return model
            case _:
                return None

    def kinds(self, type_: Type) -> frozenset[str]:
        """What a scalar can be: `text`, `integer`, `boolean`; both where unknown."""
        match self.bare(type_):
            case Scalar(Kind.INTEGER | Kind.NUMBER):
                return frozenset({"integer"})
            case Scalar(Kind.BOOLEAN):
                return frozenset({"boolean"})
            case Scalar(kind) if kind in _TEXT:
                return frozenset({"text"})
            case Union(variants):
                return frozenset[str]().union(*map(self.kinds, variants))
            case Anything():
                return frozenset({"text", "integer"})
            case _:
                return frozenset()

    def nullable(self, field: Field) -> bool:
        """Whether a property can be missing or null."""
        return not field.required or self.plain(field.type) is None


@dataclass(frozen=True, slots=True)
class Outline:
    """A page: the list of its items, and everything that may be said of it."""

    items: Spot
    item: Type
    said: tuple[Spot, ...]


def outline(
    model: Model, path: str, types: Types, where: str | None = None
) -> Outline | None:
    """A model as a page; None where it is not plain which list is meant.

    `path` is the operation's: its last word can name the list. `where` is the path of
    the list, where that is set.
    """
    top = [Spot((field,)) for field in model.fields]
    if where is not None:
        found = at_path(model, where, types)
    else:
        found = _items(top, path, types)
        if found is None and not any(_is_list(spot, types) for spot in top):
            found = _inside(top, path, types)
    item = None if found is None else types.bare(found.field.type)
    if found is None or not isinstance(item, List):
        return None
    said = tuple(_said(top, found, types))
    return Outline(items=found, item=item.items, said=said)


def at_path(model: Model, path: str, types: Types) -> Spot | None:
    """The property at a path of wire names, with dots between."""
    fields: list[Field] = []
    inside: Model | None = model
    for name in path.split("."):
        known = () if inside is None else inside.fields
        field = next((each for each in known if each.name == name), None)
        if field is None:
            return None
        fields.append(field)
        inside = types.model(field.type)
    return Spot(tuple(fields))


def _is_list(spot: Spot, types: Types) -> bool:
    is_list = isinstance(types.bare(spot.field.type), List)
    return is_list and spot.word not in NOT_ITEMS


def _items(spots: list[Spot], path: str, types: Types) -> Spot | None:
    lists = [spot for spot in spots if _is_list(spot, types)]
    if len(lists) <= 1:
        return next(iter(lists), None)
    segments = [each for each in path.split("/") if each and "{" not in each]
    last = plain(segments[-1]) if segments else ""
    for words in ({last}, ITEMS):
        named = [spot for spot in lists if spot.word in words]
        if len(named) == 1:
            return named[0]
    return None


def _inside(top: list[Spot], path: str, types: Types) -> Spot | None:
    """The list of items in the one object that has one."""
    found: list[Spot] = []
    for spot in top:
        model = types.model(spot.field.type)
        if model is None or spot.word in AROUND:
            continue
        inner = [Spot((*spot.fields, field)) for field in model.fields]
        items = _items(inner, path, types)
        if items is not None:
            found.append(items)
    return found[0] if len(found) == 1 else None


def _said(top: list[Spot], items: Spot, types: Types) -> Iterator[Spot]:
    """The properties that may say something of the page, the outermost first."""
    rest = list(top)
    while rest:
        spot = rest.pop(0)
        model = types.model(spot.field.type)
        if model is None:
            yield spot
        elif len(spot.fields) < _DEEPEST and (
            spot.word in AROUND or spot.fields == items.fields[: len(spot.fields)]
        ):
            rest += [Spot((*spot.fields, field)) for field in model.fields]
