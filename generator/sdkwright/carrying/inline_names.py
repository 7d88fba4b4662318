"""What OpenAPI Generator calls schemas that stand in place: after where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir.nodes import Api
from ..pointer import Pointer, tokens_of

_INSIDE = {"items": "inner", "additionalProperties": "value"}
_OF_SEVERAL = ("oneOf", "anyOf", "allOf")


def inline_names(api: Api, declared: Iterable[Pointer]) -> dict[str, Pointer]:
    """The schemas that have a class here, by their name there.

    `listNotes_200_response_inner` is an item of what `listNotes` answers, `Note_author`
    a property. It is as of version 7, and of the one schema of a body.
    """
    ids = {
        (each.path, each.method.lower()): each.operation_id
        for each in api.operations
        if each.operation_id
    }
    named = {at: _name(tokens_of(at), ids) for at in declared if at.startswith("#/")}
    return {name: at for at, name in sorted(named.items(), reverse=True) if name}


def _name(tokens: tuple[str, ...], ids: dict[tuple[str, str], str]) -> str | None:
    """A schema's name by its way; None where it has none there."""
    match tokens:
        case ("components", "schemas", name, *rest):
            base: str | None = name
        case ("paths", path, verb, "requestBody", "content", _, "schema", *rest):
            base = _of_operation(ids.get((path, verb)), "request")
        case ("paths", path, verb, "responses", code, "content", _, "schema", *rest):
            base = _of_operation(ids.get((path, verb)), f"{code}_response")
        case _:
            return None
    return None if base is None else _below(base, tuple(rest))


def _of_operation(operation_id: str | None, what: str) -> str | None:
    return None if operation_id is None else f"{operation_id}_{what}"


def _below(base: str, rest: tuple[str, ...]) -> str | None:
    match rest:
        case ():
            return base
        case ("properties", name, *more):
            return _below(f"{base}_{name}", tuple(more))
        case (kind, *more) if kind in _INSIDE:
            return _below(f"{base}_{_INSIDE[kind]}", tuple(more))
        case (kind, number, *more) if kind in _OF_SEVERAL:
            count = "" if number == "0" else f"_{number}"
            return _below(f"{base}_{kind}{count}", tuple(more))
        case _:
            return None
