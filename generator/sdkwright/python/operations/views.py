"""What a template sees of an operation: a method, its arguments, errors and calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ...ir.beside import Header, Link
from ...ir.declarations import Doc
from ...ir.nodes import Requirement
from ...ir.types import Type
from ...pointer import Pointer
from ...records import dataclass
from ...spec.objects import Json
from ..clients.views import Lines
from ..text.imports import Import
from ..text.layout import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    """An argument of a method, as a signature, a docstring and a page need it.

    `place` is `path`, `query`, `header`, `cookie` or `body`; `wire` its name
    there, empty for a body that is one argument. `takes` is what can be given besides,
    an annotation of its own. `default` is Python text, None
    where the argument is required. `examples` are the document's, best first.
    """

    name: str
    annotation: str
    default: str | None
    place: str
    wire: str
    positional: bool
    type: Type
    description: str | None
    deprecated: bool
    document_default: str | None
    examples: tuple[Json, ...] = ()
    constraints: Mapping[str, Json] = field(default_factory=dict[str, Json])
    takes: str | None = None

    @property
    def declaration(self) -> str:
        """`name: annotation = default`, as it stands on a page."""
        return self._declared(self.annotation)

    @property
    def accepting(self) -> str:
        """The same as it stands in code: with all that can be given."""
        return self._declared(self.takes or self.annotation)

    def _declared(self, annotation: str) -> str:
        tail = "" if self.default is None else f" = {self.default}"
        return f"{self.name}: {annotation}{tail}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureView:
    """One way to call a method: the head of a `def`, laid out, without its body."""

    lines: Lines
    async_lines: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisesView:
    """An error that a method can raise: its class, for which status, and when."""

    name: str
    status: str
    description: str | None
    body: Type | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """A program that makes one call, sync and async.

    `create` makes the client, `statement` is the call alone, and `names` what it needs
    of the package.
    """

    lines: Lines
    async_lines: Lines
    create: Group
    statement: Lines
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamView:
    """How a method answers in items: what asks for it, and what comes.

    `asks` is the argument with its value that does, `arguments` are those of such a
    call; `asks` is None where the method answers in no other way.
    """

    asks: str | None
    arguments: tuple[ArgumentView, ...]
    item: str
    example: ExampleView


@dataclass(frozen=True, slots=True, kw_only=True)
class WireView:
    """A call with the request and the answer that belong to it: an entry of a table."""

    lines: Lines
    names: frozenset[str]
    imports: frozenset[Import]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """The constant that states an operation's facts: its name and its lines."""

    name: str
    lines: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A method of a client module, sync and async.

    `signature` is the implementation's, `overloads` are the ways to call it
    where an argument decides what comes back; `variants` are these as functions of
    their own, for the facade. `delegate` is the one statement
    of its body. `security` is what it asks for; one that is `keyed` has a key by which
    a server knows it when it comes again. `returns` is the annotation of the answer
    that comes whole, `item_type` the type of a stream's items; `headers` and `links`
    are what successes have besides. `pages` goes through all of them,
    where it is one.
    """

    pointer: Pointer
    name: str
    verb: str
    path: str
    operation: OperationView
    arguments: tuple[ArgumentView, ...]
    signature: SignatureView
    overloads: tuple[SignatureView, ...]
    variants: tuple[SignatureView, ...]
    delegate: Lines
    async_delegate: Lines
    docstring: Lines
    async_docstring: Lines
    doc: Doc
    security: tuple[Requirement, ...]
    keyed: bool
    returns: str
    returns_type: Type | None
    item_type: Type | None
    returns_description: str | None
    headers: tuple[Header, ...]
    links: tuple[Link, ...]
    stream: StreamView | None
    pages: ExampleView | None
    raises: tuple[RaisesView, ...]
    example: ExampleView
    wire: WireView | None

    @property
    def uses_omit(self) -> bool:
        return any(argument.default == "OMIT" for argument in self.arguments)
