"""Which files of the runtime an API needs: what it has no use for is left out."""

from __future__ import annotations

from ..ir import nodes
from ..ir.declarations import Enum

_ALWAYS = (
    "__init__.py",
    "answer.py",
    "api.py",
    "auth.py",
    "body.py",
    "client.py",
    "connection.py",
    "engine.py",
    "errors.py",
    "http.py",
    "model.py",
    "narrow.py",
    "omit.py",
    "operation.py",
    "plain.py",
    "request.py",
    "retry.py",
    "stream.py",
    "strict.py",
    "styles.py",
    "unions.py",
)


def runtime_files(api: nodes.Api, *, grouped: bool) -> tuple[str, ...]:
    """The names of the files in `_core/`, sorted."""
    files: set[str] = set(_ALWAYS)
    if grouped:
        files.add("resource.py")
    if any(isinstance(each, Enum) for each in api.declarations.values()):
        files.add("enums.py")
    return tuple(sorted(files))
