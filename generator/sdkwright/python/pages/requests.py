"""What a page says of a body that is one argument: of the type that it is."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.declarations import Alias, Declaration, Model
from ...ir.nodes import Api
from ...ir.types import Named, Union, without_null
from ..views import Lines, MethodView
from .items import field_item, variant_items
from .shelves import Links


def fields_of(method: MethodView, api: Api, links: Links) -> Lines:
    """The fields of the model that a body is."""
    return tuple(
        field_item(field, api.declarations, links)
        for each in _bodies(method, api)
        if isinstance(each, Model)
        for field in each.fields
    )


def forms_of(method: MethodView, api: Api, links: Links) -> Lines:
    """The variants of the union that a body is."""
    return tuple(
        item
        for each in _bodies(method, api)
        if isinstance(each, Alias) and isinstance(each.type, Union)
        for item in variant_items(each.type, links)
    )


def _bodies(method: MethodView, api: Api) -> Iterator[Declaration]:
    for argument in method.arguments:
        inner = without_null(argument.type)
        if argument.place == "body" and not argument.wire and isinstance(inner, Named):
            yield api.declarations[inner.pointer]
