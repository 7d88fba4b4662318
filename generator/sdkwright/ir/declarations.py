"""The named types of an API: models, enums and aliases.

Wire names and pointers only. A declaration's pointer is its identity; what it is
called is settled later, in one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from ..pointer import Pointer
from ..records import dataclass
from ..spec.objects import Json
from .types import Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Doc:
    """Prose of the document, CommonMark, as written."""

    summary: str | None = None
    description: str | None = None
    deprecated: bool = False
    external_url: str | None = None


NO_DOC = Doc()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a declaration's name comes from.

    A component has its key as `label` and no `owner`. What is written in place
    belongs to an `owner` (a declaration or an operation), and `label` says what
    it is there: a property's wire name, `item`, `value`, `request`, `response`…
    `title` is the schema's own, `wanted` a name set by an extension.
    """

    label: str
    owner: Pointer | None = None
    title: str | None = None
    wanted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InXml:
    """How a value stands in XML, where that is not as an element of its own name.

    `node` is `attribute`, `text` or `element`; a list that is an `element` has one
    around its items, which `item` is the name of.
    """

    name: str | None = None
    item: str | None = None
    node: str | None = None
    namespace: str | None = None
    prefix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A property of an object; `default` holds the value in a tuple of one.

    `constraints` are the validation keywords as written (`minLength`, …):
    documented, never enforced on what a server sends. `held` are those of what a list
    or a map holds, from outside to inside.
    """

    pointer: Pointer
    name: str
    type: Type
    required: bool
    default: tuple[Json] | None = None
    doc: Doc = NO_DOC
    read_only: bool = False
    write_only: bool = False
    constraints: Mapping[str, Json] = field(default_factory=dict[str, Json])
    held: tuple[Mapping[str, Json], ...] = ()
    examples: tuple[Json, ...] = ()
    wanted: str | None = None
    xml: InXml | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """An object with known properties; `additional` types the unknown ones."""

    pointer: Pointer
    origin: Origin
    fields: tuple[Field, ...]
    additional: Type | None = None
    doc: Doc = NO_DOC
    examples: tuple[Json, ...] = ()
    xml: InXml | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A value of an enum; `wanted` is its name where the document gives one."""

    pointer: Pointer
    value: str | int
    description: str | None = None
    wanted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum:
    """Text or whole numbers with names; open, as servers add values.

    `any_text`: the document itself says that any other text will do.
    """

    pointer: Pointer
    origin: Origin
    members: tuple[Member, ...]
    any_text: bool = False
    doc: Doc = NO_DOC
    examples: tuple[Json, ...] = ()

    @property
    def of_integers(self) -> bool:
        return isinstance(self.members[0].value, int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name for a type that is no class: a union, a list, a map, a scalar."""

    pointer: Pointer
    origin: Origin
    type: Type
    doc: Doc = NO_DOC
    examples: tuple[Json, ...] = ()


Declaration: TypeAlias = Model | Enum | Alias
