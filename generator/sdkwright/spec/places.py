"""Where the parts of a document that overlays have changed stand as written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import field

from ..pointer import ROOT, Pointer, child
from ..records import dataclass
from .jsonpaths import Steps


@dataclass(slots=True)
class Places:
    """A tree like the document's own, with branches only where something was changed.

    `origin` is the place, in whichever file, where this part stands as written.
    None: where that of the part above it says.
    """

    origin: Pointer | None = None
    below: dict[str | int, Places] = field(default_factory=dict["str | int", "Places"])

    def step(self, token: str | int) -> Places:
        """What lies below a part whose origin is known, with its own origin."""
        inner = self.below.get(token) or Places()
        if inner.origin is not None:
            return inner
        assert self.origin is not None, "steps begin at a known place"
        return Places(child(self.origin, token), inner.below)

    def find(self, steps: Iterable[str | int]) -> Places:
        """What lies several steps below."""
        place = self
        for token in steps:
            place = place.step(token)
        return place

    def put(self, steps: Steps, place: Places) -> None:
        """Something new stands there now."""
        *above, token = steps
        self._branch(above).below[token] = place.copy()

    def drop(self, above: Steps, token: str | int) -> None:
        """A key of the mapping at `above` is gone."""
        self._branch(above).below.pop(token, None)

    def close_up(self, above: Steps, gone: Collection[int], length: int) -> None:
        """Of the list at `above`, once of this length, some items are gone."""
        before, branch = self.find(above), self._branch(above)
        kept = [index for index in range(length) if index not in gone]
        branch.below = {
            now: before.step(index)
            for now, index in enumerate(kept)
            if now != index or index in before.below
        }

    def copy(self) -> Places:
        """The same, with nothing in common."""
        made = Places(self.origin)
        for token, inner in self.below.items():
            made.below[token] = inner.copy()
        return made

    def origins(self) -> Iterator[tuple[Pointer, Pointer]]:
        """What stands elsewhere than it seems: its place in the document, its origin.

        What lies below such a part stands below its origin, where nothing else is said.
        """
        rest: list[tuple[Pointer, Places]] = [(ROOT, self)]
        while rest:
            at, place = rest.pop()
            if place.origin is not None and at != ROOT:
                yield at, place.origin
            rest.extend((child(at, token), each) for token, each in place.below.items())

    def _branch(self, steps: Iterable[str | int]) -> Places:
        place = self
        for token in steps:
            place = place.below.setdefault(token, Places())
        return place
