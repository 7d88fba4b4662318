"""What an operation's method would like to be called."""

from __future__ import annotations

import re

from ..ir import nodes
from ..ir.types import List, without_null
from .words import identifier, singular, snake_case

_VERBS = {
    "get": "get",
    "post": "create",
    "put": "replace",
    "patch": "update",
    "delete": "delete",
}
# What a path begins with and says nothing of the thing that it leads to.
_PREFIX = re.compile(r"api|rest|v\d+([._]?\d+)*((alpha|beta|rc)\d*)?", re.I)


def operation_name(operation: nodes.Operation, tag: str) -> tuple[str, ...]:
    """Wishes, best first. `tag` is the resource's tag, empty on the client itself.

    The operationId in snake case, without the resource's own name where it only
    repeats it; without an operationId, and where that is taken, the verb and the
    path.
    """
    wishes: list[str] = []
    for name in (snake_case(operation.operation_id or ""), *names_from_path(operation)):
        short = _without_tag(name, tag)
        wishes += [short, name]
    several = dict.fromkeys(identifier(name, "call") for name in wishes if name)
    return tuple(several) or ("call",)


def full_name(operation: nodes.Operation) -> str:
    """What the operation is called where no resource stands around it."""
    return snake_case(operation.operation_id or "") or names_from_path(operation)[0]


def names_from_path(operation: nodes.Operation) -> tuple[str, ...]:
    """Names from verb and path, each saying more of the path than the one before."""
    method, path = operation.method, operation.path.partition("?")[0]
    whole = tuple(segment for segment in path.strip("/").split("/") if segment)
    short = whole
    while len(short) > 1 and _PREFIX.fullmatch(short[0]):
        short = short[1:]
    many = (
        isinstance(without_null(operation.returns), List)
        if operation.returns
        else False
    )
    names = [name_from_path(method, each, many=many) for each in (short, whole)]
    by = "_and_".join(snake_case(each) for each in whole if each.startswith("{"))
    if by:
        names[1:1] = [f"{names[0]}_by_{by}"]
        names.append(f"{names[-1]}_by_{by}")
    return tuple(dict.fromkeys(names))


def name_from_path(
    method: str, segments: tuple[str, ...], *, many: bool = False
) -> str:
    """`get /pets/{id}/toys` → `list_pet_toys`; `get /pets/{id}` → `get_pet`.

    `many` says that the answer is a list, whatever the path's last word.
    """
    parts: list[str] = []
    for index, segment in enumerate(segments):
        if segment.startswith("{"):
            continue
        follows = index + 1 < len(segments) and segments[index + 1].startswith("{")
        name = snake_case(segment)
        if name:
            parts.append(singular(name) if follows else name)
    ends_in_one = bool(segments) and segments[-1].startswith("{")
    plural = bool(parts) and singular(parts[-1]) != parts[-1]
    verb = _VERBS.get(method, snake_case(method))
    if method == "get" and (plural or many) and not ends_in_one:
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
