"""What a value is, in no language: the type of a field, an argument, an answer."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

from ..pointer import Pointer
from ..records import dataclass, replace
from ..spec.objects import Json


class Kind(Enum):
    """The scalars: a JSON type, narrowed by formats that change what a user has."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    BYTES = "bytes"  # base64 text on the wire (format byte, contentEncoding base64)
    BINARY = "binary"  # raw octets: what comes back
    FILE = "file"  # raw octets that are sent in a form, with a name
    CONTENT = "content"  # raw octets that are sent as a whole body
    DATE = "date"
    DATE_TIME = "date-time"
    TIME = "time"
    DURATION = "duration"
    UUID = "uuid"
    DECIMAL = "decimal"  # text on the wire
    EXACT = "exact"  # a decimal that is a number on the wire

    # Each is there once; by its name it takes Python code to hash one.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Scalar:
    kind: Kind


@dataclass(frozen=True, slots=True)
class Anything:
    """No constraint at all: `true`, `{}`, or what cannot be known."""


@dataclass(frozen=True, slots=True)
class Literal:
    """One of few values that are not worth a class: `const`, a discriminator's tag."""

    values: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class List:
    items: Type


@dataclass(frozen=True, slots=True)
class Tuple:
    """Exactly these items, in this order (`prefixItems`, no fewer and no more)."""

    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Map:
    values: Type


@dataclass(frozen=True, slots=True)
class Nullable:
    type: Type


@dataclass(frozen=True, slots=True)
class Named:
    """A declaration of its own: a Model, an Enum or an Alias, by its pointer.

    `or_text`: any text will do in its place, as the document says there.
    """

    pointer: Pointer
    or_text: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """One of several. Where it is `open`, a value that fits none is kept as it is.

    `tag` is the wire name of the discriminating property, and `tags` the value
    of it for each variant that has one, as (tag, variant).
    """

    variants: tuple[Type, ...]
    tag: str | None = None
    tags: tuple[tuple[str, Type], ...] = ()
    open: bool = True


Type: TypeAlias = (
    Scalar | Anything | Literal | List | Tuple | Map | Nullable | Named | Union
)


def named_in(type_: Type) -> tuple[Pointer, ...]:
    """The declarations that a type mentions, in order, each once."""
    inner = type_.type if isinstance(type_, Nullable) else type_
    if isinstance(inner, Scalar):  # as most are
        return ()
    if isinstance(inner, Named):
        return (inner.pointer,)
    seen: dict[Pointer, None] = {}
    rest: list[Type] = [type_]
    while rest:
        match rest.pop():
            case Named(pointer):
                seen.setdefault(pointer)
            case List(inner) | Map(inner) | Nullable(inner):
                rest.append(inner)
            case Tuple(several) | Union(several):
                rest.extend(reversed(several))
            case _:
                pass
    return tuple(seen)


def kinds_in(type_: Type) -> frozenset[Kind]:
    """The kinds of the scalars that a type spells out: none of a declaration's."""
    match type_:
        case Scalar(kind):
            return frozenset({kind})
        case List(inner) | Map(inner) | Nullable(inner):
            return kinds_in(inner)
        case Tuple(several) | Union(several):
            return frozenset[Kind]().union(*map(kinds_in, several))
        case _:
            return frozenset()


def renamed(type_: Type, names: Mapping[Pointer, Pointer]) -> Type:
    """The type with other declarations in place of some."""
    match type_:
        case Named(pointer):
            return replace(type_, pointer=names.get(pointer, pointer))
        case List(inner):
            return List(renamed(inner, names))
        case Map(inner):
            return Map(renamed(inner, names))
        case Nullable(inner):
            return Nullable(renamed(inner, names))
        case Tuple(several):
            return Tuple(tuple(renamed(each, names) for each in several))
        case Union(several, tag, tags, is_open):
            return Union(
                tuple(renamed(each, names) for each in several),
                tag=tag,
                tags=tuple((value, renamed(each, names)) for value, each in tags),
                open=is_open,
            )
        case _:
            return type_


def as_file(type_: Type) -> Type:
    """The type with raw octets, alone or in others, as files to be sent."""
    match type_:
        case Scalar(Kind.BINARY):
            return Scalar(Kind.FILE)
        case List(inner):
            return List(as_file(inner))
        case Nullable(inner):
            return Nullable(as_file(inner))
        case Tuple(several):
            return Tuple(tuple(map(as_file, several)))
        case Union(several):
            return replace(type_, variants=tuple(map(as_file, several)))
        case _:
            return type_


def with_null(type_: Type) -> Type:
    """The type, or null as well."""
    return type_ if isinstance(type_, Nullable) else Nullable(type_)


def without_null(type_: Type) -> Type:
    """The type that is left when null is taken out."""
    return type_.type if isinstance(type_, Nullable) else type_
