"""Collisions of names: who keeps the name, and what the other is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..diagnostics import Diagnostics
from ..pointer import Pointer

Claim = tuple[Pointer, tuple[str, ...]]
Warn = Callable[[Pointer, str], None]


def settle(
    claims: Iterable[Claim], taken: Iterable[str], warn: Warn
) -> dict[Pointer, str]:
    """Give each claim the first of its wishes that is free, else a number.

    A wish that two claims share goes to the one that comes first; names that
    differ in case only count as one, for file systems and readers.
    """
    used = in_use(taken)
    return {at: choose(at, wishes, used, warn) for at, wishes in claims}


def in_use(names: Iterable[str]) -> set[str]:
    """Names as they are compared."""
    return {name.lower() for name in names}


def choose(at: Pointer, wishes: tuple[str, ...], used: set[str], warn: Warn) -> str:
    """The first wish that is free, else a number; `used` takes the name in."""
    name = next((wish for wish in wishes if wish.lower() not in used), None)
    if name is None:
        number = 2
        while f"{wishes[-1]}{number}".lower() in used:
            number += 1
        name = f"{wishes[-1]}{number}"
        warn(at, name)
    used.add(name.lower())
    return name


def numbered(found: Diagnostics, what: str) -> Warn:
    """What says that something had to be called by a number."""

    def warn(at: Pointer, name: str) -> None:
        found.warning(
            "numbered-name",
            f"no {what} is free for this, so it is called '{name}'",
            at,
            hint="give it a name of its own with 'x-sdkwright-name'",
        )

    return warn
