"""What an operation's method would like to be called."""

from __future__ import annotations

from ..ir import nodes
from .words import identifier, singular, snake_case

_VERBS = {
    "get": "get",
    "post": "create",
    "put": "replace",
    "patch": "update",
    "delete": "delete",
}


def operation_name(operation: nodes.Operation, tag: str) -> tuple[str, ...]:
    """Wishes, best first. `tag` is the resource's tag, empty on the client itself.

    The operationId in snake case, without the resource's own name where it only
    repeats it; without an operationId the verb and the path.
    """
    if operation.operation_id:
        whole = snake_case(operation.operation_id)
        if whole:
            short = _without_tag(whole, tag)
            names = (short, whole) if short != whole else (whole,)
            return tuple(identifier(name, "call") for name in names)
    return (identifier(name_from_path(operation.method, operation.path), "call"),)


def name_from_path(method: str, path: str) -> str:
    """`get /pets/{id}/toys` → `list_pet_toys`; `get /pets/{id}` → `get_pet`."""
    segments = [segment for segment in path.strip("/").split("/") if segment]
    parts: list[str] = []
    for index, segment in enumerate(segments):
        if segment.startswith("{"):
            continue
        follows = index + 1 < len(segments) and segments[index + 1].startswith("{")
        name = snake_case(segment)
        if name:
            parts.append(singular(name) if follows else name)
    plural = bool(parts) and singular(parts[-1]) != parts[-1]
    verb = _VERBS.get(method, snake_case(method))
    if method == "get" and plural and not segments[-1].startswith("{"):
        verb = "list"
    elif method == "post" and plural:
        parts[-1] = singular(parts[-1])
    return "_".join([verb, *parts]) if parts else verb


def _without_tag(name: str, tag: str) -> str:
    """A name without the resource's own name, where it only repeats it.

    `animals_list` and `list_animals` are `list` on `animals`, `get_animal` is
    `get`; but `get_animal_food` stays, as `get_food` may be another thing.
    """
    if not tag:
        return name
    plural = snake_case(tag)
    for repeated in (plural, singular(plural)):
        if name.startswith(f"{repeated}_"):
            return name.removeprefix(f"{repeated}_")
        verb = name.removesuffix(f"_{repeated}")
        if verb != name and "_" not in verb:
            return verb
    return name
