"""JSON Pointer (RFC 6901) with the document it points into: the identity of everything.

A pointer is text, `FILE#/token/token`: FILE is the document's path below the
root folder, empty for the document that was given. Text hashes fast, prints
itself, and sorts in the same way on every machine.
"""

from __future__ import annotations

from typing import NewType

Pointer = NewType("Pointer", str)

ROOT = Pointer("#")


def escape(token: str) -> str:
    """A token as it stands in a pointer (RFC 6901, section 3)."""
    if "/" not in token and "~" not in token:
        return token
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """A token as it stands in the document (RFC 6901, section 4)."""
    return token.replace("~1", "/").replace("~0", "~")


def child(at: Pointer, *tokens: str | int) -> Pointer:
    """The pointer to what lies below `at`, one step a token."""
    path: str = at
    for token in tokens:
        path += f"/{escape(str(token))}"
    return Pointer(path)


def file_of(at: Pointer) -> str:
    """The document's path, empty for the root document."""
    return at.partition("#")[0]


def tokens_of(at: Pointer) -> tuple[str, ...]:
    """The unescaped steps from the document's root."""
    _, _, path = at.partition("#")
    steps = path.split("/")[1:]
    return tuple(map(unescape, steps)) if "~" in path else tuple(steps)


def parent(at: Pointer) -> Pointer:
    """One step up; the root is its own parent."""
    head, separator, _ = at.rpartition("/")
    return Pointer(head) if separator and "#" in head else at


def last(at: Pointer) -> str:
    """The last step, empty at a document's root."""
    _, separator, token = at.rpartition("/")
    return unescape(token) if separator else ""
