"""What leads to what: declarations, followed along what they mention."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..pointer import Pointer


def reached(
    start: Iterable[Pointer], below: Callable[[Pointer], Iterable[Pointer]]
) -> frozenset[Pointer]:
    """Where one comes from `start`, itself included; `below` tells the next steps."""
    rest = list(start)
    found: set[Pointer] = set()
    while rest:
        at = rest.pop()
        if at not in found:
            found.add(at)
            rest += below(at)
    return frozenset(found)


def reaching(
    targets: Iterable[Pointer],
    places: Iterable[Pointer],
    below: Callable[[Pointer], Iterable[Pointer]],
) -> frozenset[Pointer]:
    """Which of the `places` lead to a target, near or far, the targets included."""
    above: dict[Pointer, list[Pointer]] = {}
    for at in places:
        for other in below(at):
            above.setdefault(other, []).append(at)
    return reached(targets, lambda at: above.get(at, ()))
