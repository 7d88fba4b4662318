"""Where an API is served, in the intermediate representation."""

from __future__ import annotations

from ..pointer import Pointer
from ..records import dataclass
from .declarations import NO_DOC, Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base URL, its trailing slash taken off; variables stand in braces."""

    pointer: Pointer
    url: str
    label: str | None = None
    variables: tuple[Variable, ...] = ()
    doc: Doc = NO_DOC
