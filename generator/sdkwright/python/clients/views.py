"""What the templates see of a client: its constructor's arguments, its servers."""

from __future__ import annotations

from typing import TypeAlias

from ...records import dataclass

Lines: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """An argument of the client's constructor, as Python text.

    `common` marks those that tune calls and are the same for every client; the
    others say where the API is, who calls, and through what. An example gives those
    that must be given, and those of a `scheme` that its operation asks for. `tested`
    ones are in wire tests: there every operation has what it asks for.
    """

    name: str
    annotation: str
    async_annotation: str
    default: str | None
    description: str
    common: bool
    scheme: str | None = None
    tested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvironmentView:
    """A server that the client can be pointed at; `literal` is its URL as Python."""

    name: str
    literal: str
    docstring: Lines
    url: str
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeView:
    """The fake of an API: its class, and the methods that give its clients.

    `imported` is where these come from. `examples` is a JSON text: what the document
    shows of the answers.
    """

    name: str
    imported: Lines
    head: Lines
    make: Lines
    make_async: Lines
    examples: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParamsView:
    """The module of what is given in the place of models and enums.

    `dicts`: a model is among them; `enum` is one of the enums, if there are any.
    """

    names: tuple[str, ...]
    dicts: bool
    enum: str | None
    imports: Lines
    type_imports: Lines
    lines: Lines
