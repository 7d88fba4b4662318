"""Overlay documents (Overlay Specification 1.0 and 1.1), applied in order.

They address the document as it is written, whichever version of OpenAPI or Swagger
that is. `extends` is not followed: it is said elsewhere which document is meant.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..diagnostics import Diagnostics
from ..pointer import ROOT, Pointer
from .objects import Json
from .overlay_actions import Overlaid
from .overlay_merge import clone, measure
from .overlay_read import read_actions
from .parse import DEEPEST
from .source import Source, load


def load_overlays(
    paths: Iterable[Path], root: Path, found: Diagnostics
) -> tuple[Source, ...]:
    """The overlays at these paths; one that cannot be read is said and left out.

    They may lie anywhere: in pointers they are called by their path from the root.
    """
    several = [load(path, _name(path, root), path.as_posix(), found) for path in paths]
    return tuple(source for source in several if source is not None)


def _name(path: Path, root: Path) -> str:
    try:
        name = Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # on another drive
        name = path.as_posix()
    return name.replace("#", "%23")  # in a pointer, it ends the name of the file


def overlay(
    document: dict[str, Json], overlays: Iterable[Source], found: Diagnostics
) -> tuple[Json, dict[Pointer, Pointer]]:
    """The document with overlays applied, and where its parts stood: new place → old.

    The document that was given stays as it is. What is wrong with an action is said
    at its place in the overlay, and the others are performed all the same.
    """
    if measure(document)[1] > DEEPEST:
        found.error("too-deep", f"nested more than {DEEPEST} levels deep", ROOT)
        return document, {}
    overlaid = Overlaid(value=clone(document), found=found)
    for source in overlays:
        for action in read_actions(source, found):
            overlaid.perform(action)
    return overlaid.value, dict(overlaid.places.origins())
