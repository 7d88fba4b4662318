"""Which files of the runtime an API needs: what it has no use for is left out."""

from __future__ import annotations

from ..ir import nodes

_ALWAYS = (
    "__init__.py",
    "answer.py",
    "api.py",
    "auth.py",
    "body.py",
    "client.py",
    "errors.py",
    "http.py",
    "omit.py",
    "operation.py",
    "path.py",
    "query.py",
    "retry.py",
)


def runtime_files(api: nodes.Api) -> tuple[str, ...]:
    """The names of the files in `_core/`, sorted."""
    return tuple(sorted(_ALWAYS))
