"""Collisions of names: who keeps the name, and what the other is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..diagnostics import Diagnostics
from ..pointer import Pointer

Claim = tuple[Pointer, tuple[str, ...]]


def settle(
    claims: Iterable[Claim], taken: Iterable[str], warn: Callable[[Pointer, str], None]
) -> dict[Pointer, str]:
    """Give each claim the first of its wishes that is free, else a number.

    A wish that two claims share first goes to the one that comes first; names
    that differ in case only count as one, for file systems and readers.
    """
    used = {name.lower() for name in taken}
    settled: dict[Pointer, str] = {}
    for at, wishes in claims:
        name = next((wish for wish in wishes if wish.lower() not in used), None)
        if name is None:
            number = 2
            while f"{wishes[-1]}{number}".lower() in used:
                number += 1
            name = f"{wishes[-1]}{number}"
            warn(at, name)
        used.add(name.lower())
        settled[at] = name
    return settled


def numbered(found: Diagnostics, what: str) -> Callable[[Pointer, str], None]:
    def warn(at: Pointer, name: str) -> None:
        found.warning(
            "numbered-name",
            f"no {what} is free for this, so it is called '{name}'",
            at,
            hint="give it a name of its own with 'x-sdkwright-name'",
        )

    return warn
