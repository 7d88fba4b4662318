"""From the path of a document to the documents that begin with it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from ..diagnostics import Diagnostic, Diagnostics, Severity
from ..prose import Prose
from .references import Change, Documents

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
    documents = find_document(
        path,
        found,
        root=root,
        lenient=lenient,
        overlays=overlays,
        changed=changed,
        prose=prose,
    )
    before = len(found)
    if documents is None or not documents.load(""):
        return None
    return None if any(map(_stops, islice(found, before, None))) else documents


def find_document(
    path: Path,
    found: Diagnostics,
    *,
    root: Path | None = None,
    lenient: bool = False,
    overlays: tuple[Path, ...] = (),
    changed: Change | None = None,
    prose: Prose | None = None,
) -> Documents | None:
    """The documents that start at a file, none of which has been read yet.

    None where the file does not lie below `root`.
    """
    root = path.parent if root is None else root
    try:
        home = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        found.error(
            "outside-root", f"'{path.name}' does not lie below the root folder '{root}'"
        )
        return None
    return Documents(
        root=root,
        home=home,
        lenient=lenient,
        found=found,
        overlays=overlays,
        changed=changed,
        prose=prose,
    )


def _stops(each: Diagnostic) -> bool:
    """Whether there is no document to read, so that nothing else can be told of it."""
    return each.severity is Severity.ERROR and each.code not in _READABLE
