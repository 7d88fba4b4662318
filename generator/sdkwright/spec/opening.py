"""From the path of a document to the documents that begin with it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from ..diagnostics import Diagnostic, Diagnostics, Severity
from ..prose import Prose
from .references import Change, Documents
from .source import below

# Errors that leave a document which can be read.
_READABLE = ("duplicate-key",)


def open_document(
    path: Path,
    found: Diagnostics,
    *,
    root: Path | None = None,
    lenient: bool = False,
    overlays: tuple[Path, ...] = (),
    changed: Change | None = None,
    prose: Prose | None = None,
) -> Documents | None:
    """The documents that start at a file; None where it cannot be read at all.

    Overlays are applied to it in order, then it is `changed`. References may lead
    anywhere below `root`, by default the file's folder. A `prose` gets the words, and
    marks stand for them.
    """
    root = path.parent if root is None else root
    try:
        home = below(root, path)
    except ValueError:
        found.error(
            "outside-root", f"'{path.name}' does not lie below the root folder '{root}'"
        )
        return None
    documents = Documents(
        root=root,
        home=home,
        lenient=lenient,
        found=found,
        overlays=overlays,
        changed=changed,
        prose=prose,
    )
    before = len(found)
    if not documents.load("") or any(map(_stops, islice(found, before, None))):
        return None
    return documents


def _stops(each: Diagnostic) -> bool:
    """Whether there is no document to read, so that nothing else can be told of it."""
    return each.severity is Severity.ERROR and each.code not in _READABLE
