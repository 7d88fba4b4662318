"""What another generator's configuration asks for, in our words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal, TypeAlias

from ..adopting.requests import plain
from ..diagnostics import Diagnostic
from ..pointer import Pointer
from ..records import dataclass
from ..spec.objects import Json
from ..spec.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How an operation is to be called, and where; `at` is where that is said.

    `group` None means: where the document has it. `pages` is a rule of `pagination`,
    False where the operation does not page, None where nothing is said.
    """

    verb: str
    path: str
    at: Pointer
    name: str
    group: tuple[str, ...] | None = None
    left_out: bool = False
    deprecated: bool = False
    pages: Json = None

    @property
    def request(self) -> tuple[str, str]:
        """Its verb and its path, as two documents would write the same one."""
        return self.verb, plain(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A security scheme's part (empty where it is one secret): argument, variable."""

    scheme: str
    at: Pointer
    part: str = ""
    argument: str | None = None
    variable: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A security scheme as OpenAPI has it; `at` is where it is said."""

    name: str
    value: Mapping[str, Json]
    at: Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing of the document and its name; `at` is where that is said."""

    what: str
    name: str
    at: Pointer


# What can be named by its name on the wire, wherever it is.
Kind: TypeAlias = Literal["property", "parameter", "value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Everywhere:
    """What everything of a kind is called that has a name on the wire."""

    kind: Kind
    wire: str
    name: str
    at: Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A target as another generator has it.

    `options` are those of a target, with the place where each is said. `classes` are by
    a schema's pointer or component's name, `calls` by an operation's id, `servers` by
    URL, in their order. `schemes` are what every operation asks for, any of them, in
    place of what the document says. `edits` are actions of an overlay, `prefix` what
    the variables of credentials begin with, `ending` what a package ends with that is
    called after the title.
    """

    name: str
    options: Mapping[str, tuple[Json, Pointer]]
    methods: tuple[Method, ...] = ()
    secrets: tuple[Secret, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    classes: tuple[Named, ...] = ()
    calls: tuple[Named, ...] = ()
    servers: tuple[Named, ...] = ()
    everywhere: tuple[Everywhere, ...] = ()
    edits: tuple[Mapping[str, Json], ...] = ()
    prefix: str | None = None
    ending: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A configuration that was read: its targets, its files, and what was left."""

    tool: str
    paths: tuple[Path, ...]
    targets: tuple[Wanted, ...]
    sources: Mapping[str, Source] = field(default_factory=dict[str, Source])
    left: tuple[Diagnostic, ...] = ()
