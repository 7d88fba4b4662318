"""Two documents → the changes between their SDKs, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..config import Target
from ..diagnostics import Span
from ..pointer import Pointer
from ..records import dataclass, replace
from ..understanding import Named, Understood, understand
from .build import face_of
from .change import Change
from .compare import compare
from .face import Face


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two documents as they were understood; no changes where one has errors."""

    old: Understood
    new: Understood
    changes: tuple[Change, ...] | None


def compare_documents(old: Target, new: Target) -> Compared:
    """What a user of the old document's SDK would feel of the new one's.

    The new one keeps the names of the old, as generating it in its place would.
    """
    before = understand(old)
    given: Mapping[str, str] = {}
    if before.named is not None:
        given = before.named.names.given
    after = understand(new, before=given)
    if before.named is None or after.named is None:
        return Compared(old=before, new=after, changes=None)
    changes = compare(_face(before.named, old), _face(after.named, new))
    olds = _spans((each.old for each in changes), before)
    news = _spans((each.new for each in changes), after)
    placed = (
        replace(
            each,
            old_span=olds.get(each.old or Pointer("")),
            new_span=news.get(each.new or Pointer("")),
        )
        for each in changes
    )
    return Compared(old=before, new=after, changes=tuple(placed))


def _face(named: Named, target: Target) -> Face:
    return face_of(named.api, named.names, target)


def _spans(
    pointers: Iterable[Pointer | None], understood: Understood
) -> dict[Pointer, Span]:
    from ..spec.locate import places

    wanted = [each for each in pointers if each is not None]
    return places(wanted, understood.sources, *understood.origins)
