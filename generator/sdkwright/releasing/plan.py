"""What a release is going to be: decided before anything is written."""

from __future__ import annotations

from pathlib import Path

from ..compare.change import Change, bump
from ..records import dataclass
from .versions import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A version, and what has changed since the last one (None: there is none).

    `sources` are the files that the document and its overlays consist of.
    """

    name: str
    version: Version
    last: tuple[str, Version] | None
    changes: tuple[Change, ...]
    tag: str
    sources: tuple[Path, ...] = ()


def propose(
    last: tuple[str, Version] | None,
    changes: tuple[Change, ...],
    said: str | None,
    *,
    differs: bool,
) -> Version | None:
    """The version that comes next; None where there is nothing to release.

    The first one is what the configuration or the document says. Where only what is
    generated differs, as with a new sdkwright, it is a patch.
    """
    if last is None:
        return Version.of(said or "") or Version(0, 1, 0)
    kind = bump(changes)
    if kind == "none" and not differs:
        return None
    return last[1].after(kind)
