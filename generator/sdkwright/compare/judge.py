"""What has been found, and what a new type means to those who give or read values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from ..ir.types import Type
from ..pointer import Pointer
from ..records import dataclass
from .change import Change
from .face import Part
from .rules import BREAKING, MINOR, RULES, Meaning
from .types import Relation, Types


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A change's Python before and after, and its places in both documents."""

    before: str | None = None
    after: str | None = None
    old: Pointer | None = None
    new: Pointer | None = None


@dataclass(frozen=True, slots=True)
class Judge:
    """What two faces are compared with, and the changes that were found."""

    types: Types
    changes: list[Change] = field(default_factory=list[Change])

    def say(
        self,
        code: str,
        subject: str,
        message: str,
        where: Where,
        meaning: Meaning | None = None,
    ) -> None:
        """Take note of a change; it means what its code does, if nothing else."""
        meant = meaning or RULES[code]
        self.changes.append(
            Change(
                level=meant.level,
                code=code,
                subject=subject,
                message=message,
                why=meant.why,
                before=where.before,
                after=where.after,
                old=where.old,
                new=where.new,
            )
        )

    def given(self, old: Type, new: Type) -> Meaning | None:
        """What a new type means to programs that give values; None where nothing."""
        match self.types.relation(old, new):
            case Relation.SAME:
                return None
            case Relation.WIDER if self.types.is_invariant(old, new):
                return _INVARIANT
            case Relation.WIDER:
                return Meaning(MINOR, "more is taken than before")
            case Relation.NARROWER:
                return Meaning(BREAKING, "less is taken than before")
            case Relation.OTHER:
                return Meaning(BREAKING, "something else is taken than before")

    def read(self, old: Type | None, new: Type | None) -> Meaning | None:
        """What a new type means to programs that read values; None where nothing."""
        if old is None or new is None:
            if old is new:
                return None
            lost = Meaning(BREAKING, "nothing comes any more")
            return lost if new is None else Meaning(MINOR, "before, nothing came")
        match self.types.relation(old, new):
            case Relation.SAME:
                return None
            case Relation.NARROWER:
                return Meaning(MINOR, "what comes is told more precisely")
            case _ if self.types.only_new_variants(old, new):
                return Meaning(MINOR, "the union is open: programs expect variants")
            case Relation.WIDER:
                return Meaning(BREAKING, "something may come that did not before")
            case Relation.OTHER:
                return Meaning(BREAKING, "something else comes than before")


_INVARIANT = Meaning(
    BREAKING,
    "more is taken inside, but type checkers refuse a variable of the old type:"
    " lists and dicts are invariant",
)


def worst(found: Iterable[Meaning | None]) -> Meaning | None:
    """The meaning that counts, of several."""
    several = [each for each in found if each is not None]
    return max(several, key=lambda each: each.level) if several else None


def between(old: Part, new: Part) -> Where:
    """A part of a method or class, before and after."""
    return Where(before=old.text, after=new.text, old=old.pointer, new=new.pointer)


def gone(old: Part, new: Pointer) -> Where:
    """A part that is no longer in what stands at `new`."""
    return Where(before=old.text, old=old.pointer, new=new)


def come(old: Pointer, new: Part) -> Where:
    """A part that was not in what stood at `old`."""
    return Where(after=new.text, old=old, new=new.pointer)
