"""Validation keywords as rules by which requests are checked, where it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...ir import nodes
from ...pointer import Pointer
from ...spec.objects import Json
from ..names.table import NameTable
from ..names.words import snake_case
from ..text.layout import Group
from ..text.literals import literal
from ..views import ArgumentView
from .choices import contents_of

_NUMBERS = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
)
_COUNTS = frozenset(
    {
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
    }
)


def rules_of(constraints: Mapping[str, Json]) -> str:
    """`Rules(minimum=1)`; empty where there is nothing to check."""
    items = [
        f"{snake_case(keyword)}={literal(value)}"
        for keyword, value in constraints.items()
        if _counts(keyword, value)
    ]
    return f"Rules({', '.join(items)})" if items else ""


def check_of(
    operation: nodes.Operation, arguments: Sequence[ArgumentView], names: NameTable
) -> Group | None:
    """`check=Check(names, rules)`; None where the operation has no arguments."""
    if not arguments:
        return None
    at = operation.pointer
    rules = {
        names.argument(at, pointer): rules_of(constraints)
        for pointer, constraints in _demands(operation)
    }
    rules = {name: text for name, text in rules.items() if text}
    several = Group(
        "(", tuple(literal(each.name) for each in arguments), ")", is_tuple=True
    )
    table = Group("{", tuple(f"{literal(n)}: {text}" for n, text in rules.items()), "}")
    return Group("check=Check(", (several, table), ")")


def _demands(
    operation: nodes.Operation,
) -> Iterator[tuple[Pointer, Mapping[str, Json]]]:
    for parameter in operation.parameters:
        yield parameter.pointer, parameter.constraints
    for content in contents_of(operation):
        for field in content.fields or ():
            yield field.pointer, field.constraints


def _counts(keyword: str, value: Json) -> bool:
    """Whether a keyword has a value that it can have."""
    if keyword == "uniqueItems":
        return value is True
    if keyword == "pattern":
        return isinstance(value, str)
    if isinstance(value, bool):
        return False
    if keyword in _NUMBERS:
        return isinstance(value, int | float)
    return keyword in _COUNTS and isinstance(value, int)
