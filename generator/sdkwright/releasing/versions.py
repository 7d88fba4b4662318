"""Which version comes next (Semantic Versioning 2.0.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Self

from ..records import dataclass

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Three numbers; those with something behind them are not released by us."""

    major: int
    minor: int
    patch: int

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The version that a text is; None where it is none."""
        match = _VERSION.fullmatch(text.strip())
        return cls(*map(int, match.groups())) if match else None

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def after(self, bump: str) -> Version:
        """The next one. Before 1.0.0 all is one step smaller: what breaks is minor."""
        match bump, self.major:
            case "major", 0:
                return Version(0, self.minor + 1, 0)
            case "major", _:
                return Version(self.major + 1, 0, 0)
            case "minor", major if major > 0:
                return Version(major, self.minor + 1, 0)
            case _:
                return Version(self.major, self.minor, self.patch + 1)


def latest(tags: Iterable[str], prefix: str) -> tuple[str, Version] | None:
    """The tag with the highest version behind a prefix, and that version."""
    several = (
        (version, tag)
        for tag in tags
        if tag.startswith(prefix) and (version := Version.of(tag[len(prefix) :]))
    )
    best = max(several, default=None)
    return None if best is None else (best[1], best[0])
