"""What arguments take besides models and enums: twins, and what they are called.

A model's twin is a `TypedDict`, an enum's is its values; an alias has one if it leads
to what has one.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache

from ...ir import nodes
from ...ir.declarations import Alias, Declaration, Enum, Model
from ...ir.reach import reached, reaching
from ...ir.types import Type, named_in
from ...pointer import Pointer
from ...records import dataclass
from ..text.literals import literal

# Endings of a twin, and what is added to one that something else is called.
_OF_DICTS = ("Params", "Dict")
_OF_VALUES = ("Value", "Literal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """The name of each twin, by the pointer of what it is a twin of.

    `dicts` are those that hold dicts; the others hold an enum's values alone. Those
    values stand in `spelled` where they are no longer than the name.
    """

    names: Mapping[Pointer, str]
    dicts: frozenset[Pointer]
    spelled: Mapping[Pointer, str]


def twins_of(
    api: nodes.Api, declarations: Mapping[Pointer, str], taken: Container[str]
) -> Twins:
    """The twins of what is sent; no other name yields to one."""
    declared = api.declarations

    @cache
    def below(at: Pointer) -> tuple[Pointer, ...]:
        return tuple(_below(declared[at]))

    sent = reached(
        (
            at
            for operation in api.operations
            for type_ in argument_types(operation)
            for at in named_in(type_)
        ),
        below,
    )

    def leading(to: type[Declaration]) -> frozenset[Pointer]:
        return reaching(
            (at for at in sent if isinstance(declared[at], to)), sent, below
        )

    dicts = leading(Model)
    twins = dicts | leading(Enum)
    known = {*declarations.values()}
    made: dict[Pointer, str] = {}
    for at, name in declarations.items():
        if at in twins:
            ending, more = _OF_DICTS if at in dicts else _OF_VALUES
            twin = name + ending
            while twin in known or twin in taken:
                twin += more
            known.add(twin)
            made[at] = twin
    written = {at: _values(declared[at]) for at in made}
    return Twins(
        names=made,
        dicts=dicts,
        spelled={
            at: text for at, text in written.items() if 0 < len(text) <= len(made[at])
        },
    )


def _values(declaration: Declaration) -> str:
    """The values of an enum as a type, unless any text will do beside them."""
    if not isinstance(declaration, Enum) or declaration.any_text:
        return ""
    values = (literal(each.value) for each in declaration.members)
    return f"Literal[{', '.join(values)}]"


def argument_types(operation: nodes.Operation) -> Iterator[Type]:
    """The types of all that is given to a method."""
    yield from (each.type for each in operation.parameters)
    for content in () if operation.body is None else operation.body.contents:
        if content.fields is None:
            yield content.type
        else:
            yield from (each.type for each in content.fields)
    if operation.stream is not None and operation.stream.beside is not None:
        yield operation.stream.beside.type


def _below(declaration: Declaration) -> Iterator[Pointer]:
    match declaration:
        case Model() if not is_free(declaration):
            for each in declaration.fields:
                if not each.read_only:
                    yield from named_in(each.type)
        case Alias(type=type_):
            yield from named_in(type_)
        case _:
            pass


def is_free(model: Model) -> bool:
    """Whether it may have properties of any name, as no `TypedDict` may."""
    return model.additional is not None or not model.fields
