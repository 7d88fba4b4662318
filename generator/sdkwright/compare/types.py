"""Whether one type takes what another one gives: the judge of what breaks.

A program that reads a value is safe as long as nothing comes that did not come
before; a program that gives one, as long as everything is taken that was. A type
is compared by what a type checker makes of it: aliases are looked through, text of
an enum is text, a whole number is a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum as PythonEnum
from typing import TypeAlias

from ..ir.declarations import Enum, Model
from ..ir.types import (
    Anything,
    Kind,
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
from ..records import dataclass
from .face import Class

Classes: TypeAlias = Mapping[str, Class]
_NULL = Scalar(Kind.NULL)
_KINDS: dict[type[object], Kind] = {
    str: Kind.STRING,
    bool: Kind.BOOLEAN,
    int: Kind.INTEGER,
    float: Kind.NUMBER,
}


class Relation(PythonEnum):
    """What has become of a type: `WIDER` has more values than before."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Types:
    """The classes of two faces, which types of both name in the same way."""

    old: Classes
    new: Classes

    def relation(self, old: Type, new: Type) -> Relation:
        """What has become of the old type."""
        if old == new:
            return Relation.SAME
        wider = _Covering(self.new, self.old).covers(new, old)
        narrower = _Covering(self.old, self.new).covers(old, new)
        if wider and narrower:
            return Relation.SAME
        if wider:
            return Relation.WIDER
        return Relation.NARROWER if narrower else Relation.OTHER

    def is_invariant(self, old: Type, new: Type) -> bool:
        """Whether a list or a mapping takes more than before, inside.

        Type checkers then refuse a variable of the old type (PEP 484, variance).
        """
        after = tuple(members(new, self.new))
        return any(
            isinstance(each, List | Map)
            and all(self.relation(each, other) is not Relation.SAME for other in after)
            for each in members(old, self.old)
        )

    def only_new_variants(self, old: Type, new: Type) -> bool:
        """Whether nothing but models came to an open union of models."""
        before = tuple(members(old, self.old))
        several = sum(_is_model(each, self.old) for each in before) > 1
        covering = _Covering(self.old, self.new)
        return several and all(
            _is_model(each, self.new) or covering.covers(old, each)
            for each in members(new, self.new)
        )


def members(type_: Type, classes: Classes) -> Iterator[Type]:
    """The parts of a union, None among them, with aliases looked through."""
    rest, seen = [type_], set[str]()
    while rest:
        match rest.pop():
            case Nullable(inner):
                rest += [_NULL, inner]
            case Union(variants):
                rest.extend(reversed(variants))
            case Named(name, or_text=True):
                rest += [Scalar(Kind.STRING), Named(name)]
            case Named(name) as each:
                known = classes.get(name)
                if known is None or known.type is None:
                    yield each
                elif name not in seen:
                    seen.add(name)
                    rest.append(known.type)
            case each:
                yield each


def _is_model(type_: Type, classes: Classes) -> bool:
    known = classes.get(type_.pointer) if isinstance(type_, Named) else None
    return known is not None and isinstance(known.declaration, Model)


@dataclass(frozen=True, slots=True)
class _Covering:
    """Whether types of one face take values of the other's."""

    takes: Classes
    gives: Classes
    assumed: set[tuple[Type, Type]] = field(default_factory=set[tuple[Type, Type]])

    def covers(self, wide: Type, narrow: Type) -> bool:
        """Whether every value of `narrow` is one of `wide`."""
        if (wide, narrow) in self.assumed:
            return True  # a type that contains itself: nothing speaks against it
        self.assumed.add((wide, narrow))
        takes = tuple(members(wide, self.takes))
        return all(
            any(self._takes(each, given) for each in takes)
            for given in members(narrow, self.gives)
        )

    def _takes(self, wide: Type, narrow: Type) -> bool:
        if wide == narrow or isinstance(wide, Anything):
            return True
        match wide, narrow:
            case Scalar(kind), _:
                return self._is_of(kind, narrow)
            case Literal(values), Literal(others):
                return set(map(repr, others)) <= set(map(repr, values))
            case List(inner), List(other):
                return self.covers(inner, other)
            case Map(inner), Map(other):
                return self.covers(inner, other)
            case Tuple(several), Tuple(others) if len(several) == len(others):
                pairs = zip(several, others, strict=True)
                return all(self.covers(inner, other) for inner, other in pairs)
            case _:
                return False

    def _is_of(self, kind: Kind, narrow: Type) -> bool:
        """Whether values of a type are text, numbers … as Python's classes are."""
        match narrow:
            case Literal(values):
                kinds = {_KINDS.get(type(value), Kind.NULL) for value in values}
            case Named(name) if name in self.gives:
                known = self.gives[name].declaration
                if not isinstance(known, Enum):
                    return False
                kinds = {Kind.INTEGER if known.of_integers else Kind.STRING}
            case Scalar(other):
                kinds = {other}
            case _:
                return False
        wanted = {kind, Kind.INTEGER} if kind is Kind.NUMBER else {kind}
        return kinds <= wanted
