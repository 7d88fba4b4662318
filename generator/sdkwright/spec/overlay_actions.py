"""What the actions of an Overlay do to a document (Overlay 1.0 and 1.1, Action Object).

Where 1.0 is silent, what 1.1 says counts: a list that updates a list is
concatenated with it, within an update too.
"""

from __future__ import annotations

from dataclasses import field

from ..diagnostics import Diagnostics
from ..pointer import ROOT, Pointer, child
from ..records import dataclass
from .jsonpaths import JSONPathFault, Query, Steps
from .objects import Json
from .overlay_merge import Merge, Piece, clone, get, measure, shape
from .parse import DEEPEST
from .places import Places

# What all actions together may add; a chain of copies doubles with every link.
MOST_ADDED = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action, at its place in the overlay.

    `update` and `copy` are None where they do not count: 1.1 merges the value of
    the one node that `copy` selects just as it merges the value of `update`, and
    `remove` wins over both. `strict` means 1.1, where what does not fit together
    is an error.
    """

    at: Pointer
    target: Query
    update: tuple[Json] | None
    copy: Query | None
    remove: bool
    strict: bool


@dataclass(slots=True, kw_only=True)
class Overlaid:
    """A document that actions change in place; nothing in it may stand twice."""

    value: Json
    found: Diagnostics
    places: Places = field(default_factory=lambda: Places(ROOT))
    added: int = 0

    def perform(self, action: Action) -> None:
        """Change the document as the action says; what is wrong is found."""
        matched = self._select(action.target, child(action.at, "target"))
        piece = None if action.remove else self._piece(action)
        if matched == ():
            self._nothing(action)
        elif matched is None:
            pass  # that has been said
        elif action.remove:
            self._remove(action, matched)
        elif piece is not None and self._fits(action, matched, piece):
            Merge(
                document=self.value,
                places=self.places,
                found=self.found,
                strict=action.strict,
            ).into(matched, piece)

    def _select(self, query: Query, at: Pointer) -> tuple[Steps, ...] | None:
        try:
            return query.select(self.value)
        except JSONPathFault as fault:
            self.found.error("wrong-jsonpath", f"this JSONPath fails: {fault}", at)
            return None

    def _nothing(self, action: Action) -> None:
        """An action without a target succeeds (1.1, Action Object): only a warning."""
        part = action.target.longest_part(self.value)
        self.found.warning(
            "overlay-matches-nothing",
            "this target matches nothing, so the action changes nothing",
            child(action.at, "target"),
            hint=None if part is None else f"it matches as far as {part}",
        )

    def _piece(self, action: Action) -> Piece | None:
        """What is to be merged, with its place; None where there is nothing."""
        if action.update is not None:
            (value,) = action.update
            at = child(action.at, "update")
            return Piece(value=value, place=Places(at))
        if action.copy is None:
            return None
        at = child(action.at, "copy")
        matched = self._select(action.copy, at)
        if matched is None:
            return None
        if len(matched) != 1:
            what = f"{len(matched):,} nodes" if matched else "nothing"
            self.found.error(
                "wrong-overlay",
                f"'copy' must match one node, and this matches {what}",
                at,
            )
            return None
        (steps,) = matched
        value, place = clone(get(self.value, steps)), self.places.find(steps).copy()
        return Piece(value=value, place=place, query=at)

    def _fits(self, action: Action, matched: tuple[Steps, ...], piece: Piece) -> bool:
        size, depth = measure(piece.value)
        at = child(action.at, "target")
        self.added += size * len(matched)
        if self.added > MOST_ADDED:
            self.found.error(
                "wrong-overlay", f"this adds more than {MOST_ADDED:,} values", at
            )
            return False
        if max(map(len, matched)) + depth > DEEPEST:
            self.found.error("too-deep", f"nested more than {DEEPEST} levels deep", at)
            return False
        kinds = {shape(get(self.value, steps)) for steps in matched}
        if action.strict and len(kinds) > 1:
            self.found.error(
                "overlay-mismatch",
                "this target matches nodes of several kinds",
                at,
                hint="an action changes only mappings, only lists or only plain values",
            )
            return False
        return True

    def _remove(self, action: Action, matched: tuple[Steps, ...]) -> None:
        tokens: dict[Steps, set[str | int]] = {}
        for steps in matched:
            if steps:
                tokens.setdefault(steps[:-1], set()).add(steps[-1])
            else:
                self.found.error(
                    "wrong-overlay",
                    "the whole document cannot be removed",
                    child(action.at, "target"),
                    hint="a target such as '$.paths' is a part of it",
                )
        for above in sorted(tokens, key=len, reverse=True):
            self._remove_from(above, tokens[above])

    def _remove_from(self, above: Steps, tokens: set[str | int]) -> None:
        holder = get(self.value, above)
        if isinstance(holder, dict):
            for key in map(str, tokens):
                del holder[key]
                self.places.drop(above, key)
        elif isinstance(holder, list):
            gone = {index for index in tokens if isinstance(index, int)}
            self.places.close_up(above, gone, len(holder))
            holder[:] = [each for index, each in enumerate(holder) if index not in gone]
