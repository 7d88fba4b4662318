"""An overlay as text: what commands write where the configuration cannot say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..pointer import Pointer, tokens_of
from .objects import Json
from .yaml_text import flow


def update(at: Pointer, value: Json) -> dict[str, Json]:
    """The action that changes what stands at a pointer of the document."""
    return {"target": _target(at), "update": value}


def remove(at: Pointer) -> dict[str, Json]:
    """The action that takes away what stands at a pointer of the document."""
    return {"target": _target(at), "remove": True}


def _target(at: Pointer) -> str:
    return "$" + "".join(f"[{_quoted(token)}]" for token in tokens_of(at))


def _quoted(token: str) -> str:
    """A name in a query, in single quotes (RFC 9535, section 2.3.1)."""
    return "'" + token.replace("\\", "\\\\").replace("'", "\\'") + "'"


def overlay_text(
    note: str, title: str, actions: Iterable[Mapping[str, Json]]
) -> str | None:
    """An overlay of these actions, each of them once; None where there are none."""
    lines = dict.fromkeys(map(_lines, actions))
    if not lines:
        return None
    return (
        f"# {note}\noverlay: 1.1.0\n"
        f"info: {{title: {title}, version: 1.0.0}}\n"
        "actions:\n" + "\n".join(lines) + "\n"
    )


def _lines(action: Mapping[str, Json]) -> str:
    parts = (f"{key}: {flow(value)}" for key, value in action.items())
    return "  - " + "\n    ".join(parts)
