"""Which models have a twin, a `TypedDict`, and what it is called."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from ...ir import nodes
from ...ir.declarations import Alias, Declaration, Model
from ...ir.reach import reached, reaching
from ...ir.types import Type, named_in
from ...ir.xml import is_built
from ...pointer import Pointer

_OF_MODELS = frozenset(
    {
        nodes.Encoding.JSON,
        nodes.Encoding.JSON_LINES,
        nodes.Encoding.FORM,
        nodes.Encoding.MULTIPART,
    }
)


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
    """Models, and aliases that lead to one, in what bodies hold as dicts, too."""
    declared = api.declarations

    def below(at: Pointer) -> tuple[Pointer, ...]:
        return tuple(_below(declared[at]))

    sent = reached(
        (
            at
            for operation in api.operations
            for type_ in types_with_dicts(operation)
            for at in named_in(type_)
        ),
        below,
    )
    models = (at for at in sent if isinstance(declared[at], Model))
    return reaching(models, sent, below)


def takes_dicts(content: nodes.Content) -> bool:
    """Whether a dict can stand for a model in it."""
    return content.encoding in _OF_MODELS or is_built(content)


def types_with_dicts(operation: nodes.Operation) -> Iterator[Type]:
    """The types of the arguments in which dicts can stand for models."""
    for content in () if operation.body is None else operation.body.contents:
        if not takes_dicts(content):
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
