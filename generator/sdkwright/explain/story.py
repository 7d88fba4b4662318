"""What is told of an operation or a schema: from its place to its files."""

from __future__ import annotations

from ..diagnostics import Span
from ..pointer import Pointer
from ..records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that was understood of the document, in words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in the SDK: what it is of, how it is written there, and why."""

    name: str
    kind: str
    annotation: str
    why: str
    pointer: Pointer
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of a generated file, and what stands there."""

    file: str
    line: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A thing of the document on its way to files.

    `names` begins with its own, followed by those of its parts.
    """

    title: str
    pointer: Pointer
    span: Span | None
    facts: tuple[Fact, ...]
    names: tuple[Name, ...]
    places: tuple[Place, ...]
