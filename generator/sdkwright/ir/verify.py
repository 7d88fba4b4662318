"""What must hold of every IR, whatever the document: a breach is our own bug."""

from __future__ import annotations

from ..pointer import Pointer
from ..spec.read_parameters import placeholders
from .groups import needed_by
from .mentions import operation_types, webhook_types
from .nodes import Api, Operation, Place
from .types import named_in


class BrokenInvariant(Exception):
    """The IR contradicts itself at a pointer; the document is not to blame."""


def verify(api: Api) -> Api:
    """The same API, having checked that whatever it names is there."""
    for at, declaration in api.declarations.items():
        if at != declaration.pointer:
            raise BrokenInvariant(f"{at} is declared as {declaration.pointer}")
        for other in needed_by(declaration):
            _declared(api, other, at)
    for webhook in api.webhooks:
        for type_ in webhook_types(webhook):
            for other in named_in(type_):
                _declared(api, other, webhook.pointer)
    for operation in api.operations:
        for type_ in operation_types(operation):
            for other in named_in(type_):
                _declared(api, other, operation.pointer)
    for operation in api.operations:
        _paths(operation)
        for name in {name for several in operation.security for name in several}:
            if name not in api.auths:
                raise BrokenInvariant(f"{operation.pointer}: no scheme '{name}'")
    return api


def _declared(api: Api, at: Pointer, by: Pointer) -> None:
    if at not in api.declarations:
        raise BrokenInvariant(f"{by} names {at}, which is not declared")


def _paths(operation: Operation) -> None:
    names = {each.name for each in operation.parameters if each.place is Place.PATH}
    for name in placeholders(operation.path):
        if name not in names:
            raise BrokenInvariant(f"{operation.pointer}: no parameter '{name}'")
