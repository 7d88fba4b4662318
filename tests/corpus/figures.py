"""The figures of a document: what is measured, and when it is worse than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeAlias

# How many there are of how many.
Share: TypeAlias = tuple[int, int]

SHARES: Final = ("operations", "schemas", "tests", "trips")
GENERATED: Final = ("strict", "lenient", "no")
# What depends on the machine or on taste may be this many times as much, and so much.
_LOOSE: Final = {"seconds": (2.0, 2.0), "memory": (1.25, 50.0), "lines": (1.1, 100.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One row. None: not measured.

    `compiled`, `imported` and `built` count what failed, `mypy` and `pyright`
    errors; `operations`, `schemas`, `tests` and `trips` what is kept of all. Seconds
    are those of the CPU for the generation, memory is its peak in MB, lines are Python.
    """

    generated: str
    compiled: int
    imported: int
    built: int
    operations: Share
    schemas: Share
    tests: Share | None = None
    trips: Share | None = None
    mypy: int | None = None
    pyright: int | None = None
    warnings: int
    seconds: float
    memory: int
    lines: int

    @classmethod
    def of(cls, row: dict[str, Any]) -> Figures:
        """From what JSON has made of it."""
        shares = {key: tuple(row[key]) for key in SHARES if row.get(key)}
        return cls(**row | shares)


NAMES: Final = tuple(each.name for each in fields(Figures))


def worse(now: Figures, before: Figures, *, exact: bool = False) -> Iterator[str]:
    """What has become worse; with `exact` only what no machine changes."""
    for name in NAMES:
        value, was = getattr(now, name), getattr(before, name)
        factor, more = _LOOSE.get(name, (1.0, 0.0))
        if value is None or was is None or (exact and name in _LOOSE):
            continue
        if _badness(value) > _badness(was) * factor + more:
            yield f"{name}: {show(value)}, was {show(was)}"


def _badness(value: Any) -> float:
    match value:
        case str():
            return GENERATED.index(value)
        case (kept, of):
            return float(of - kept)
        case _:
            return float(value)


def show(value: Any) -> str:
    """A figure as a table has it."""
    match value:
        case None:
            return ""
        case (kept, of):
            return f"{kept} of {of}"
        case float():
            return f"{value:.1f}"
        case _:
            return str(value)


def filled(now: Figures, before: Figures | None) -> Figures:
    """What was not measured now, as it was before."""
    if before is None:
        return now
    missing = [name for name in NAMES if getattr(now, name) is None]
    return replace(now, **{name: getattr(before, name) for name in missing})


def total(rows: Iterable[Figures]) -> dict[str, Any]:
    """All rows in one: sums, and of the memory the most."""
    several = list(rows)
    made: dict[str, Any] = {}
    for name in NAMES:
        values = [getattr(row, name) for row in several]
        known = [value for value in values if value is not None]
        match known:
            case []:
                made[name] = None
            case [str(), *_]:
                made[name] = (sum(value != "no" for value in known), len(known))
            case [tuple(), *_]:
                made[name] = tuple(map(sum, zip(*known, strict=True)))
            case _:
                made[name] = max(known) if name == "memory" else sum(known)
    return made
