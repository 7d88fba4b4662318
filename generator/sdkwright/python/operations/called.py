"""What an operation's constant calls an argument: as the API does, and the method."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...ir import nodes
from ..names.table import NameTable
from ..text.literals import literal


def called(name: str, argument: str) -> str:
    """A name of the API; with that of the argument, for errors, where it is another."""
    if name == argument:
        return literal(name)
    return f"called({literal(name)}, {literal(argument)})"


def fields_called(
    operation: nodes.Operation, forms: Iterable[nodes.Content], names: NameTable
) -> Mapping[str, str]:
    """The arguments of properties in forms of a body, by the names of those."""
    return {
        each.name: names.argument(operation.pointer, each.pointer)
        for content in forms
        for each in content.fields or ()
    }
