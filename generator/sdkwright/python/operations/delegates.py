"""The one statement of a method: its arguments, passed on to the runtime."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import nodes
from ...ir.types import Kind, kinds_in
from ..text.imports import Import
from ..text.layout import Group, lay_out
from ..views import ArgumentView, Lines
from .signatures import IN_CLASS

# What makes them travel as the document says, under names that no argument has.
_TRAVEL = {
    Kind.BYTES: Import("._core.in_base64", "in_base64", alias="_in_base64"),
    Kind.EXACT: Import("._core.as_number", "as_number", alias="_as_number"),
}
_ACCEPTING = Import("._core.accepting", "accepting", alias="_accepting")


def delegate(
    operation: nodes.Operation,
    constant: str,
    arguments: tuple[ArgumentView, ...],
    *,
    is_async: bool,
) -> Lines:
    """What a method returns: the call of its operation, `constant`."""
    for each in arguments:
        if each.place == "accept":
            constant = f"{_ACCEPTING.alias}({constant}, {each.name})"
    called, first = "self._engine.call", constant
    if operation.stream is not None:
        way = "stream" if operation.only_streams else "call_or_stream"
        called = f"{constant}.{way}_async" if is_async else f"{constant}.{way}"
        first = "self._engine"
    items = (first, *(_passed(each) for each in arguments if each.place != "accept"))
    body, start = IN_CLASS * 2, "return await " if is_async else "return "
    lines = lay_out(Group(f"{start}{called}(", items, ")"), body)
    return tuple(line.removeprefix(body) for line in lines)


def delegate_imports(arguments: tuple[ArgumentView, ...]) -> Iterator[Import]:
    """What the statement that passes these arguments on uses."""
    for each in arguments:
        yield from (_ACCEPTING,) if each.place == "accept" else _changes(each)


def _changes(argument: ArgumentView) -> Iterator[Import]:
    kinds = kinds_in(argument.type)
    return (each for kind, each in _TRAVEL.items() if kind in kinds)


def _passed(argument: ArgumentView) -> str:
    """An argument as the runtime gets it, which knows nothing of its type."""
    text = argument.name
    for each in _changes(argument):
        text = f"{each.alias}({text})"
    return text
