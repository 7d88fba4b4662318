"""What is said of a value that is a file: what can be given as one."""

from __future__ import annotations

from ...ir.types import Kind, List, Scalar, Type, without_null

_HINTS = {
    Kind.FILE: "A file: bytes, a path, an open file, or a tuple of name and file.",
    Kind.CONTENT: "Bytes, a path, an open file, or what gives bytes piece by piece.",
}


def said_of(type_: Type, description: str | None) -> str | None:
    """The description of a value, with that hint where it is a file or several."""
    inner = without_null(type_)
    value = inner.items if isinstance(inner, List) else inner
    hint = _HINTS.get(value.kind) if isinstance(value, Scalar) else None
    if hint is None:
        return description
    return f"{description}\n\n{hint}" if description else hint
