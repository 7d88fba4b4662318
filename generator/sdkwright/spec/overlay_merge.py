"""Values merged into a document (Overlay 1.1, Action Object: `update` and `copy`)."""

from __future__ import annotations

from ..diagnostics import Diagnostics
from ..pointer import ROOT, Pointer, child
from ..records import dataclass
from .jsonpaths import Steps
from .objects import Json
from .places import Places
from .scalars import kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A value that is to be merged, and where it and its parts stand as written.

    `query` is the place in the overlay of the query that has found it; None where
    it stands in the overlay itself.
    """

    value: Json
    place: Places
    query: Pointer | None = None

    @property
    def at(self) -> Pointer:
        """Where the overlay speaks of it."""
        return self.query or self.place.origin or ROOT

    def step(self, token: str | int, value: Json) -> Piece:
        """A part of it."""
        return Piece(value=value, place=self.place.step(token), query=self.query)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Merging into a document, which holds a copy of its own of all that it gets.

    What does not fit together is an error where that is `strict`, as in 1.1.
    Otherwise it is a warning, and the new value takes the old one's place.
    """

    document: Json
    places: Places
    found: Diagnostics
    strict: bool

    def into(self, matched: tuple[Steps, ...], piece: Piece) -> None:
        """Merge a piece into each of several nodes.

        One that has given way to what was merged into a node around it is gone.
        """
        nodes = [get(self.document, steps) for steps in matched]
        holders = [get(self.document, steps[:-1]) for steps in matched]
        for steps, node, holder in zip(matched, nodes, holders, strict=True):
            if not self._stands(node, steps):
                continue
            if isinstance(node, list) and not isinstance(piece.value, list):
                self._append(node, steps, piece)
            elif not _is_alike(node, piece.value):
                self._mismatch(node, steps, piece, strict=True)
            elif isinstance(node, (dict, list)):
                self._merge(node, steps, piece)
            else:
                self._replace(holder, steps, piece)

    def _stands(self, node: Json, steps: Steps) -> bool:
        try:
            return get(self.document, steps) is node
        except (KeyError, IndexError):
            return False

    def _merge(self, node: Json, steps: Steps, piece: Piece) -> None:
        """Merge what is of the same kind, without recursion, however deep it is."""
        rest = [(node, steps, piece)]
        while rest:
            node, steps, piece = rest.pop()
            if isinstance(node, list) and isinstance(piece.value, list):
                for index, value in enumerate(piece.value):
                    self._append(node, steps, piece.step(index, value))
            elif isinstance(node, dict) and isinstance(piece.value, dict):
                for key, value in piece.value.items():
                    part, there = piece.step(key, value), (*steps, key)
                    if self._is_free(node, there, part):
                        self._put(node, there, part)
                    elif _is_alike(node[key], value):
                        rest.append((node[key], there, part))

    def _is_free(self, holder: dict[str, Json], steps: Steps, piece: Piece) -> bool:
        """Whether a property can be set, as nothing is to be merged with it."""
        key = str(steps[-1])
        if key not in holder:
            return True
        if _is_alike(holder[key], piece.value):
            return not isinstance(piece.value, (dict, list))
        self._mismatch(holder[key], steps, piece, strict=self.strict)
        return not self.strict

    def _append(self, node: list[Json], steps: Steps, piece: Piece) -> None:
        self.places.put((*steps, len(node)), piece.place)
        node.append(clone(piece.value))

    def _put(self, holder: dict[str, Json], steps: Steps, piece: Piece) -> None:
        holder[str(steps[-1])] = clone(piece.value)
        self.places.put(steps, piece.place)

    def _replace(self, holder: Json, steps: Steps, piece: Piece) -> None:
        """A plain value gives way to another one."""
        if not self.strict:
            self.found.warning(
                "unusual-overlay",
                "an action on a plain value needs version 1.1 of Overlay",
                piece.at,
                hint="write 'overlay: 1.1.0'",
            )
        if isinstance(holder, list):
            holder[int(steps[-1])] = piece.value
            self.places.put(steps, piece.place)
        elif isinstance(holder, dict):
            self._put(holder, steps, piece)

    def _mismatch(
        self, node: Json, steps: Steps, piece: Piece, *, strict: bool
    ) -> None:
        say = self.found.error if strict else self.found.warning
        say(
            "overlay-mismatch",
            f"this is {kind(piece.value)}, and '{child(ROOT, *steps)}' is {kind(node)}",
            piece.at,
            hint=(
                "to replace it by a value of another kind, remove it first"
                if strict
                else "it is replaced, which version 1.1 of Overlay does not allow"
            ),
        )


def get(value: Json, steps: Steps) -> Json:
    """What stands at a place that is known to be there."""
    for step in steps:
        if isinstance(value, dict):
            value = value[str(step)]
        elif isinstance(value, list):
            value = value[int(step)]
    return value


def shape(value: Json) -> str:
    """What a value is to a merge: plain values are all alike."""
    return kind(value) if isinstance(value, (dict, list)) else "a plain value"


def _is_alike(first: Json, second: Json) -> bool:
    return shape(first) == shape(second)


def clone(value: Json) -> Json:
    """A copy in which nothing stands twice; one call a level keeps the stack low."""
    if isinstance(value, dict):
        made: dict[str, Json] = {}
        for key, each in value.items():
            made[key] = clone(each) if isinstance(each, (dict, list)) else each
        return made
    if isinstance(value, list):
        items: list[Json] = []
        for each in value:
            items.append(clone(each) if isinstance(each, (dict, list)) else each)
        return items
    return value


def measure(value: Json) -> tuple[int, int]:
    """How many values a value holds, itself included, and on how many levels."""
    size = depth = 0
    level: list[Json] = [value]
    while level:
        size += len(level)
        depth += 1
        below: list[Json] = []
        for each in level:
            if isinstance(each, dict):
                below.extend(each.values())
            elif isinstance(each, list):
                below.extend(each)
        level = below
    return size, depth
