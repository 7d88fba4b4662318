"""Which models have a twin, a `TypedDict`, and what it is called."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from ...ir import nodes
from ...ir.declarations import Alias, Declaration, Model
from ...ir.reach import reached, reaching
from ...ir.types import Type, named_in
from ...pointer import Pointer


def twin_names(
    api: nodes.Api, declarations: Mapping[Pointer, str], taken: Container[str]
) -> dict[Pointer, str]:
    """The name of each twin, by the pointer of what it is a twin of."""
    sent = _sent(api)
    known = {*declarations.values()}
    made: dict[Pointer, str] = {}
    for at, name in declarations.items():
        if at in sent:
            twin = f"{name}Params"
            while twin in known or twin in taken:
                twin += "Dict"
            known.add(twin)
            made[at] = twin
    return made


def _sent(api: nodes.Api) -> frozenset[Pointer]:
    """Models, and aliases that lead to one, in what a JSON body holds."""
    declared = api.declarations

    def below(at: Pointer) -> tuple[Pointer, ...]:
        return tuple(_below(declared[at]))

    sent = reached(
        (
            at
            for operation in api.operations
            for type_ in json_types(operation)
            for at in named_in(type_)
        ),
        below,
    )
    models = (at for at in sent if isinstance(declared[at], Model))
    return reaching(models, sent, below)


def json_types(operation: nodes.Operation) -> Iterator[Type]:
    """The types that the arguments of a JSON body have."""
    for content in () if operation.body is None else operation.body.contents:
        if content.encoding is not nodes.Encoding.JSON:
            continue
        if content.fields is None:
            yield content.type
        else:
            yield from (each.type for each in content.fields)


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
