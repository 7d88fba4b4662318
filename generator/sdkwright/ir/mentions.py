"""Which types the parts of an API mention."""

from __future__ import annotations

from collections.abc import Iterator

from ..pointer import Pointer
from .aliases import bare
from .declarations import Alias, Declaration, Model
from .nodes import Api, Operation, Webhook
from .types import List, Map, Named, Nullable, Tuple, Type, Union


def declaration_types(declaration: Declaration) -> tuple[Type, ...]:
    """The types that a declaration is made of."""
    match declaration:
        case Model(fields=fields, additional=additional):
            extra = () if additional is None else (additional,)
            return (*(field.type for field in fields), *extra)
        case Alias(type=type_):
            return (type_,)
        case _:
            return ()


def operation_types(operation: Operation) -> tuple[Type, ...]:
    """The types of an operation's parameters, bodies, answers and items."""
    types = [each.type for each in operation.parameters]
    for content in operation.body.contents if operation.body else ():
        if content.fields is None:
            types.append(content.type)
        types += [each.type for each in content.fields or ()]
    for response in (*operation.successes, *operation.errors):
        types += [content.type for content in response.contents]
    if operation.stream is not None:
        types.append(operation.stream.item)
    return tuple(types)


def webhook_types(webhook: Webhook) -> tuple[Type, ...]:
    """The types of a webhook's payload, and of what it is answered with."""
    contents = (each for answer in webhook.answers for each in answer.contents)
    return (webhook.type, *(each.type for each in contents))


def variants_of(api: Api) -> frozenset[Pointer]:
    """The models that some union has to tell from its other variants."""
    found: set[Pointer] = set()
    for union in _unions(api):
        for variant in union.variants:
            found.update(_models(variant, api))
    return frozenset(found)


def _unions(api: Api) -> Iterator[Union]:
    rest: list[Type] = []
    for declaration in api.declarations.values():
        rest += declaration_types(declaration)
    for operation in api.operations:
        rest += operation_types(operation)
    for webhook in api.webhooks:
        rest += webhook_types(webhook)
    while rest:
        match rest.pop():
            case Union(several) as union:
                yield union
                rest += several
            case List(inner) | Map(inner) | Nullable(inner):
                rest.append(inner)
            case Tuple(several):
                rest += several
            case _:
                pass


def _models(type_: Type, api: Api) -> Iterator[Pointer]:
    """The models that a variant is, by whatever other names."""
    type_ = bare(type_, api.declarations)
    if isinstance(type_, Named):
        declared = api.declarations[type_.pointer]
        if isinstance(declared, Model):
            yield declared.pointer
