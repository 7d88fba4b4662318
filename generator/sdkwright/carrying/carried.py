"""What another generator's configuration asks for, in our words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A security scheme's part (empty where it is one secret): argument, variable."""

    scheme: str
    at: Pointer
    part: str = ""
    argument: str | None = None
    variable: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing of the document and its name; `at` is where that is said."""

    what: str
    name: str
    at: Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A target as another generator has it.

    `options` are those of a target, with the place where each is said. `classes` are by
    a schema's pointer or component's name, `calls` by an operation's id, `servers` by
    URL, in their order. `edits` are actions of an overlay, `prefix` what the variables
    of credentials begin with.
    """

    name: str
    options: Mapping[str, tuple[Json, Pointer]]
    methods: tuple[Method, ...] = ()
    secrets: tuple[Secret, ...] = ()
    classes: tuple[Named, ...] = ()
    calls: tuple[Named, ...] = ()
    servers: tuple[Named, ...] = ()
    edits: tuple[Mapping[str, Json], ...] = ()
    prefix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A configuration that was read: its targets, its files, and what was left."""

    tool: str
    targets: tuple[Wanted, ...]
    sources: Mapping[str, Source] = field(default_factory=dict[str, Source])
    left: tuple[Diagnostic, ...] = ()
