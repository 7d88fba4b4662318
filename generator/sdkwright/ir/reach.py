"""What leads to what: declarations, followed along what they mention, and the like."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def reached(start: Iterable[K], below: Callable[[K], Iterable[K]]) -> frozenset[K]:
    """Where one comes from `start`, itself included; `below` tells the next steps."""
    rest = list(start)
    found: set[K] = set()
    while rest:
        at = rest.pop()
        if at not in found:
            found.add(at)
            rest += below(at)
    return frozenset(found)


def reaching(
    targets: Iterable[K], places: Iterable[K], below: Callable[[K], Iterable[K]]
) -> frozenset[K]:
    """Which of the `places` lead to a target, near or far, the targets included."""
    above: dict[K, list[K]] = {}
    for at in places:
        for other in below(at):
            above.setdefault(other, []).append(at)
    return reached(targets, lambda at: above.get(at, ()))
