"""A change that a user of the SDK would feel."""

from __future__ import annotations

from enum import IntEnum

from ..diagnostics import Span
from ..pointer import Pointer
from ..records import dataclass


class Level(IntEnum):
    """What a change asks of the version (Semantic Versioning 2.0.0, 6 to 8)."""

    PATCH = 1  # nothing that a program could tell
    MINOR = 2  # something new; programs of before go on
    BREAKING = 3  # a program of before may fail, when it runs or is type-checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: of what, its code and level, and the Python before and after.

    `old` and `new` are its places in the two documents, None where there is none.
    """

    level: Level
    code: str
    subject: str
    message: str
    why: str
    before: str | None = None
    after: str | None = None
    old: Pointer | None = None
    new: Pointer | None = None
    old_span: Span | None = None
    new_span: Span | None = None


def bump(changes: tuple[Change, ...]) -> str:
    """What the changes make of the version: `major`, `minor`, `patch` or `none`."""
    words = {Level.BREAKING: "major", Level.MINOR: "minor", Level.PATCH: "patch"}
    return words[max(each.level for each in changes)] if changes else "none"
