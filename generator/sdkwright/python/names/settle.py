"""Collisions of names: who keeps the name, and what the other is called."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import field

from ...diagnostics import Diagnostics
from ...pointer import Pointer
from ...records import dataclass

Claim = tuple[Pointer, tuple[str, ...]]
Warn = Callable[[Pointer, str], None]


@dataclass(frozen=True, slots=True)
class Memory:
    """The names of the run before, and those of this one, by what they name.

    A name of before is kept as long as the thing has the same first wish: what
    comes new to a document takes no name away. Where the name is not the first
    wish, that stands before it: `get_pet:get_pet2`.
    """

    before: Mapping[str, str] = field(default_factory=dict[str, str])
    given: dict[str, str] = field(default_factory=dict[str, str])

    def recall(self, key: str, wishes: tuple[str, ...]) -> str | None:
        if not self.before:
            return None
        first, _, name = self.before.get(key, "").rpartition(":")
        if (first or name) != wishes[0]:
            return None
        known = name in wishes or name.rstrip("0123456789") in wishes
        return name if known else None

    def name(self, key: str) -> str:
        """The name that something had; empty where it had none."""
        return self.before.get(key, "").rpartition(":")[2]

    def keep(self, key: str, wishes: tuple[str, ...], name: str) -> None:
        first = "" if name == wishes[0] else f"{wishes[0]}:"
        self.given[key] = first + name


@dataclass(slots=True)
class Scope:
    """Names that stand beside each other and must differ.

    Those that differ in case only count as one, for file systems and readers.
    `held` are names that things of this scope had before. All names are
    remembered, or where not `lasting` those that were given by number; but not those
    that are `sure`, as nothing that comes later has more of a right to them.
    """

    warn: Warn
    used: set[str]
    memory: Memory
    owner: str = ""
    lasting: bool = False
    sure: Container[Pointer] = ()
    held: dict[str, Pointer] = field(default_factory=dict[str, Pointer])
    _next: dict[str, int] = field(default_factory=dict[str, int])

    def hold(self, claimants: Iterable[Pointer]) -> None:
        """Keep for each of these the name that it had."""
        for at in claimants if self.memory.before else ():
            if name := self.memory.name(self._key(at)):
                self.held.setdefault(name.lower(), at)

    def early(self, claims: Iterable[Claim]) -> frozenset[Pointer]:
        """Those that are sure of their first wish, as nobody else has it."""
        first: dict[str, Pointer] = {}
        for at, wishes in claims:
            if at in self.sure and self._is_free(wishes[0], at):
                first.setdefault(wishes[0].lower(), at)
        return frozenset(first.values())

    def choose(self, at: Pointer, wishes: tuple[str, ...]) -> str:
        """The name it had, else the first wish that is free, else a number."""
        had = self.memory.recall(self._key(at), wishes)
        several = wishes if had is None else (had, *wishes)
        name = next((wish for wish in several if self._is_free(wish, at)), None)
        by_number = name is None or name not in wishes
        if name is None:
            name = self._numbered(wishes[-1], at)
        if by_number:
            self.warn(at, name)
        if by_number or (self.lasting and not (name == wishes[0] and at in self.sure)):
            self.memory.keep(self._key(at), wishes, name)
        self.used.add(name.lower())
        return name

    def _numbered(self, stem: str, at: Pointer) -> str:
        number = self._next.get(stem, 2)
        while not self._is_free(f"{stem}{number}", at):
            number += 1
        self._next[stem] = number + 1  # those below are not tried again
        return f"{stem}{number}"

    def _is_free(self, name: str, at: Pointer) -> bool:
        lower = name.lower()
        return lower not in self.used and self.held.get(lower, at) == at

    def _key(self, at: Pointer) -> str:
        return f"{self.owner} {at}" if self.owner else at


def settle(
    claims: Iterable[Claim],
    taken: Iterable[str],
    warn: Warn,
    memory: Memory | None = None,
    *,
    owner: str = "",
    lasting: bool = False,
    sure: Container[Pointer] = (),
) -> dict[Pointer, str]:
    """Give each claim the name it had, else the first of its wishes that is free.

    A wish that two claims share goes to the one that comes first, but those that are
    `sure` get theirs before others look for a second one.
    """
    several = tuple(claims)
    scope = Scope(warn, in_use(taken), memory or Memory(), owner, lasting, sure)
    scope.hold(at for at, _ in several)
    early = scope.early(several) if sure else frozenset[Pointer]()
    several = tuple(sorted(several, key=lambda each: each[0] not in early))
    return {at: scope.choose(at, wishes) for at, wishes in several}


def in_use(names: Iterable[str]) -> set[str]:
    """Names as they are compared."""
    return {name.lower() for name in names}


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
