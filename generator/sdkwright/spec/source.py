"""The text of a document, read from the disk once."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Diagnostics, Span
from ..digests import digest
from ..records import dataclass

LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as text.

    `file` is its path below the root document's folder, empty for the root
    document itself; `name` is what messages call it.
    """

    path: Path
    file: str
    name: str
    text: str
    digest: str


def below(root: Path, path: Path) -> str:
    """The path of a document below the root folder.

    Raises:
        ValueError: It does not lie there.
    """
    return path.resolve().relative_to(root.resolve()).as_posix()


def load(path: Path, file: str, name: str, found: Diagnostics) -> Source | None:
    """The document at a path; None where there is none, which is then said."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        _unreadable(name, error.strerror or str(error), found)
        return None
    if size > LARGEST:
        _unreadable(name, f"it is larger than {LARGEST // 1024 // 1024} MiB", found)
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _unreadable(name, f"byte {error.start} is not UTF-8", found)
        return None
    return Source(path=path, file=file, name=name, text=text, digest=digest(content))


def _unreadable(name: str, why: str, found: Diagnostics) -> None:
    found.error(
        "unreadable-file",
        f"this document cannot be read: {why}",
        span=Span(file=name, line=1, column=1, end_column=2),
    )
