"""Which variant of a union a value of the document is."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.declarations import Alias, Model
from ...ir.nodes import Api
from ...ir.types import Named, Type, Union, without_null
from ...spec.objects import Json


def variant_of(union: Union, value: Json, api: Api) -> Type | None:
    """The variant that an object is: the one of its tag, else the one that knows most.

    None where the value is no object, or lacks what each variant requires.
    """
    if not isinstance(value, dict):
        return None
    tag = value.get(union.tag) if union.tag is not None else None
    for each, variant in union.tags:
        if each == tag:
            return variant
    known = [
        (len(value.keys() & {field.name for field in model.fields}), variant)
        for variant, model in _models(union, api)
        if all(field.name in value for field in model.fields if field.required)
    ]
    return max(known, key=lambda pair: pair[0], default=(0, None))[1]


def _models(union: Union, api: Api) -> Iterator[tuple[Type, Model]]:
    for variant in union.variants:
        model = _model(variant, api)
        if model is not None:
            yield variant, model


def _model(type_: Type, api: Api) -> Model | None:
    seen = set[Type]()
    while isinstance(inner := without_null(type_), Named) and inner not in seen:
        seen.add(inner)
        match api.declarations[inner.pointer]:
            case Model() as model:
                return model
            case Alias(type=type_):
                pass
            case _:
                return None
    return None
