"""The face of an SDK: everything of it that a program can name, by its name.

Types in it name classes in place of pointers (`Named("Pet")`), so that those of two
faces can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..ir.declarations import Declaration, Doc
from ..ir.types import Type
from ..pointer import Pointer
from ..records import dataclass
from ..spec.objects import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An argument of a method or an attribute of a class; `text` is how it is declared.

    `place` and `wire` say where it travels and under which name; `default` is what the
    document says that the server takes, `rules` are its validation keywords, and `held`
    those of what it holds, if it is a list or a dict. `form` is how it is written.
    """

    name: str
    type: Type
    required: bool
    text: str
    pointer: Pointer
    doc: Doc
    place: str = ""
    wire: str = ""
    positional: bool = False
    default: str | None = None
    rules: Mapping[str, Json] = field(default_factory=dict[str, Json])
    held: tuple[Mapping[str, Json], ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method of the client or of a resource; `name` is what reaches it.

    `page` is the style in which its answers page, `security` what it asks for: one of
    several sets of the constructor's arguments. `sends` are the media types of its
    body, `headers` the names of those that successes have.
    """

    name: str
    call: str
    pointer: Pointer
    arguments: Mapping[str, Part]
    returns: Type | None
    returns_text: str
    stream: Type | None
    only_streams: bool
    page: str | None
    errors: Mapping[str, Type | None]
    security: frozenset[frozenset[str]]
    sends: tuple[str, ...]
    headers: tuple[str, ...]
    doc: Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A model, an enum or an alias; where it travels decides what breaks.

    A model has attributes as `parts`, an enum names of members as `members`, with their
    values; an alias has a `type`. `extra` is the type of properties without a name.
    """

    name: str
    pointer: Pointer
    declaration: Declaration
    sent: bool
    answered: bool
    parts: Mapping[str, Part]
    members: Mapping[str, str | int]
    type: Type | None = None
    extra: Type | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An argument of the constructor, as it is declared.

    `pointer` is the security scheme's that it is for, if it is for one, and `sent` how
    that travels.
    """

    name: str
    text: str
    required: bool
    pointer: Pointer
    sent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Everything of an SDK that a program can name."""

    package: str
    client_class: str
    options: Mapping[str, Option]
    environments: Mapping[str, tuple[str, Pointer]]
    methods: Mapping[str, Method]
    classes: Mapping[str, Class]
    webhooks: Mapping[str, tuple[Type, Pointer]]
