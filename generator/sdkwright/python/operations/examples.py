"""A value that fits a type, as Python code and as the JSON that it stands for.

It is one that the document shows, where it shows one that fits, or made for the type.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import islice
from typing import TypeVar

from ...ir import nodes
from ...ir.declarations import Alias, Enum, Field, Model
from ...ir.shown import shown_at, shown_in
from ...ir.types import (
    Anything,
    List,
    Literal,
    Map,
    Named,
    Nullable,
    Scalar,
    Tuple,
    Type,
    Union,
)
from ...pointer import Pointer
from ...records import dataclass
from ...spec.objects import Json
from ..names.table import NameTable
from ..text.imports import Import
from ..text.layout import Group, prefixed
from ..text.literals import literal, string
from . import scalars
from .scalars import Example as Example
from .variants import variant_of

# How many declarations stand in each other; of those that are required more do, as
# long as there are not too many: what is required can branch at every step.
_DEEPEST = 6
_DEEPER = 200
# Of a list or a map that a document shows, in a call with all that is shown.
_SEVERAL = 3

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes values; the `whole` of what a document shows, or what is required of it.

    `deeper` is the number of objects that may still be made deep inside of others.
    """

    api: nodes.Api
    names: NameTable
    whole: bool = False
    deeper: Iterator[int] = field(default_factory=lambda: iter(range(_DEEPER)))

    def make(
        self,
        type_: Type,
        hint: str,
        shown: Iterable[Json] = (),
        inside: tuple[Pointer, ...] = (),
    ) -> Example:
        """The first value that is `shown` and fits the type; else the smallest of it.

        That has the required fields, one item, the first variant, and texts that are
        the `hint`, what the value is called where it stands. A type that can only be
        endless is cut off by `{}`. `inside` are the declarations that it stands in.
        """
        for value in shown:
            found = self.read(type_, value, hint, inside)
            if found is not None:
                return found
        match type_:
            case Nullable(inner):
                if _leads_back(inner, inside):
                    return Example(code="None", value=None)
                return self.make(inner, hint, (), inside)
            case Scalar(kind):
                return scalars.made(kind, hint)
            case Anything():
                return Example(code=literal(hint), value=hint)
            case Literal(values):
                value = _telling(values)
                return Example(code=literal(value), value=value)
            case List(items) if _leads_back(items, inside):
                return Example(code="[]", value=[])
            case List(items):
                return _several("[", "]", (self.make(items, hint, (), inside),))
            case Tuple(items):
                return _tuple([self.make(item, hint, (), inside) for item in items])
            case Map(values) if _leads_back(values, inside):
                return Example(code="{}", value={})
            case Map(values):
                return _mapping({"key": self.make(values, hint, (), inside)})
            case Union(variants):
                return self.make(variants[0], hint, (), inside)
            case Named(pointer):
                return self._named(pointer, hint, inside)

    def read(
        self,
        type_: Type,
        value: Json,
        hint: str,
        inside: tuple[Pointer, ...] = (),
    ) -> Example | None:
        """A value of the document as the type has it; None where it does not fit.

        Of an object only what fits is taken, and what is missing is made.
        """
        match type_, value:
            case Nullable(inner), _:
                return self.read(inner, value, hint, inside)
            case Scalar(kind), _:
                return scalars.shown(kind, value, hint)
            case Anything(), str():
                fits = scalars.reads_well(value, hint)
                return Example(code=literal(value), value=value) if fits else None
            case Anything(), bool() | int():
                return Example(code=literal(value), value=value)
            case Literal(values), _:
                same = (each for each in values if _same(each, value))
                return next((Example(code=literal(v), value=v) for v in same), None)
            case List(items), list():
                read = (self.read(items, each, hint, inside) for each in value)
                kept = _first(read, _SEVERAL if self.whole else 1)
                return _several("[", "]", kept) if kept else None
            case Tuple(items), list() if len(items) == len(value):
                pairs = zip(items, value, strict=True)
                each = [self.read(item, one, hint, inside) for item, one in pairs]
                kept = [one for one in each if one is not None]
                return _tuple(kept) if len(kept) == len(items) else None
            case Map(values), dict():
                return self._map(values, value, inside)
            case Union(), _:
                variant = variant_of(type_, value, self.api)
                order = type_.variants if variant is None else (variant,)
                found = (self.read(each, value, hint, inside) for each in order)
                return next((each for each in found if each is not None), None)
            case Named(pointer), _:
                return self._read_named(pointer, value, hint, inside)
            case _:
                return None

    def _map(
        self, values: Type, value: dict[str, Json], inside: tuple[Pointer, ...]
    ) -> Example | None:
        read = (
            (key, found)
            for key, each in value.items()
            if scalars.reads_well(key, "")
            for found in (self.read(values, each, key, inside),)
        )
        kept = _first(
            (None if found is None else (key, found) for key, found in read),
            _SEVERAL if self.whole else 1,
        )
        return _mapping(dict(kept)) if kept else None

    def _named(
        self, pointer: Pointer, hint: str, inside: tuple[Pointer, ...]
    ) -> Example:
        declaration = self.api.declarations[pointer]
        for value in declaration.examples:
            found = self._read_named(pointer, value, hint, inside)
            if found is not None:
                return found
        match declaration:
            case Alias(type=type_):
                if pointer in inside:
                    return Example(code="None", value=None)
                return self.make(type_, hint, (), (*inside, pointer))
            case Enum(members=members):
                value = _telling([each.value for each in members])
                return self._member(pointer, value)
            case Model():
                return self._model(declaration, {}, (*inside, pointer))

    def _read_named(
        self, pointer: Pointer, value: Json, hint: str, inside: tuple[Pointer, ...]
    ) -> Example | None:
        within = (*inside, pointer)
        if inside.count(pointer) > 1 or len(within) > _DEEPEST:
            return None
        match self.api.declarations[pointer], value:
            case Alias(type=type_), _:
                return self.read(type_, value, hint, within)
            case Enum(members=members), _ if any(
                _same(each.value, value) for each in members
            ):
                assert isinstance(value, str | int)
                return self._member(pointer, value)
            case Model() as model, dict():
                return self._model(model, value, within)
            case _:
                return None

    def _member(self, pointer: Pointer, value: str | int) -> Example:
        name = self.names.declaration(pointer)
        code = f"{name}.{self.names.member(pointer, value)}"
        return Example(code=code, value=value, names=frozenset({name}))

    def _model(
        self, model: Model, value: dict[str, Json], inside: tuple[Pointer, ...]
    ) -> Example:
        name = self.names.declaration(model.pointer)
        if inside.count(model.pointer) > 1 or self._too_deep(inside):
            return Example(code=f"{name}()", value={}, names=frozenset({name}))
        if self.whole and not value:
            value = shown_in(model.fields)
        tried = ((each, self._field(each, value, inside)) for each in model.fields)
        made = [(field, each) for field, each in tried if each is not None]
        items = tuple(
            prefixed(f"{self.names.field(field.pointer)}=", each.code)
            for field, each in made
        )
        return _of(
            Group(f"{name}(", items, ")"),
            {field.name: each.value for field, each in made},
            [each for _, each in made],
            name,
        )

    def _too_deep(self, inside: tuple[Pointer, ...]) -> bool:
        return len(inside) > _DEEPEST and next(self.deeper, None) is None

    def _field(
        self, field: Field, value: dict[str, Json], inside: tuple[Pointer, ...]
    ) -> Example | None:
        """A field of an object that is shown, or empty; None where it is left out."""
        given = (value[field.name],) if field.name in value else ()
        if field.required:
            shown = (*given, *shown_at(field))
            return self.make(field.type, field.name, shown, inside)
        if not given or not self.whole or field.read_only or field.doc.deprecated:
            return None
        return self.read(field.type, given[0], field.name, inside)


def _several(start: str, end: str, made: Sequence[Example]) -> Example:
    codes = tuple(each.code for each in made)
    return _of(Group(start, codes, end), [each.value for each in made], made)


def _tuple(made: Sequence[Example]) -> Example:
    return _several("(", ",)" if len(made) == 1 else ")", made)


def _mapping(made: Mapping[str, Example]) -> Example:
    items = (prefixed(f"{string(key)}: ", each.code) for key, each in made.items())
    values = {key: each.value for key, each in made.items()}
    return _of(Group("{", tuple(items), "}"), values, made.values())


def _of(code: Group, value: Json, parts: Collection[Example], *names: str) -> Example:
    """An expression with what its parts need."""
    return Example(
        code=code,
        value=value,
        names=frozenset(names).union(*(each.names for each in parts)),
        imports=frozenset[Import]().union(*(each.imports for each in parts)),
    )


def _first(several: Iterable[V | None], most: int) -> list[V]:
    return list(islice((each for each in several if each is not None), most))


def _same(one: Json, other: Json) -> bool:
    """Whether two values are equal in JSON, which tells 1 from true."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _telling(values: Sequence[V]) -> V:
    """The first value; an empty text, which no path can hold, only if it is alone."""
    return next((value for value in values if value != ""), values[0])


def _leads_back(type_: Type, inside: tuple[Pointer, ...]) -> bool:
    """Whether a value would hold another of a kind that it stands in."""
    return isinstance(type_, Named) and type_.pointer in inside
