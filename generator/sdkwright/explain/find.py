"""From what a person types to the things of the API that are meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ..ir.declarations import Declaration
from ..ir.nodes import Api, Operation, Webhook
from ..pointer import Pointer, parent
from ..python.names.table import NameTable

Thing: TypeAlias = Operation | Webhook | Declaration


def find(api: Api, names: NameTable, asked: str) -> tuple[Thing, ...]:
    """The things that `asked` names; several, where it is short.

    It is an operationId, a method with or without what leads to it, `METHOD /path`, a
    webhook, its function, a schema, a class, or a pointer: of the thing itself, or of
    something in it.
    """
    several = (*api.operations, *api.webhooks, *_declarations(api))
    things = {each.pointer: each for each in several}
    if "#" in asked:
        at = Pointer(asked)
        while at not in things and at != parent(at):
            at = parent(at)
        return (things[at],) if at in things else ()
    found = {at for text, at in known(api, names) if text == _folded(asked)}
    return tuple(each for at, each in things.items() if at in found)


def near(api: Api, names: NameTable, asked: str) -> tuple[str, ...]:
    """A few names that are like the one that there is not, the likest first."""
    from difflib import get_close_matches

    several = dict.fromkeys(text for text, _ in known(api, names))
    if "#" in asked:
        several = dict.fromkeys(at for _, at in known(api, names))
    close = get_close_matches(_folded(asked), list(several), n=3)
    inside = (text for text in several if len(asked) > 2 and asked in text)
    return tuple(dict.fromkeys([*close, *inside]))[:3]


def known(api: Api, names: NameTable) -> Iterator[tuple[str, Pointer]]:
    """Everything that a thing can be asked for by, with the thing's pointer."""
    for operation in api.operations:
        at, method = operation.pointer, names.operation(operation.pointer)
        if operation.operation_id:
            yield operation.operation_id, at
        yield method, at
        yield names.access(operation), at
        yield names.access(operation).removeprefix("client."), at
        yield f"{operation.method.upper()} {operation.path}", at
    for hook in api.webhooks:
        yield hook.name, hook.pointer
        yield names.operation(hook.pointer), hook.pointer
    for each in _declarations(api):
        if each.origin.owner is None:
            yield each.origin.label, each.pointer
        yield names.declaration(each.pointer), each.pointer


def _folded(asked: str) -> str:
    """`get /pets` is as good as `GET /pets`, also in brackets and with spaces."""
    verb, _, path = asked.strip().partition(" ")
    path = path.strip()
    return f"{verb.upper()} {path}" if path.startswith("/") else asked.strip()


def _declarations(api: Api) -> tuple[Declaration, ...]:
    return tuple(api.declarations.values())
