"""The arguments of a method: which, in what order, of what type, with what default.

Path parameters come first and may be given by position; then keywords: query,
header and cookie parameters, then the body. A parameter that is not required
defaults to None and is left out; a body property that is not required defaults
to OMIT and is left out, and None there is sent as null.
"""

from __future__ import annotations

from ..ir import nodes
from ..ir.declarations import Field
from ..ir.types import Nullable, Type
from ..spec.objects import Json
from .annotations import annotate
from .literals import literal
from .names import NameTable
from .views import ArgumentView


def arguments_of(
    operation: nodes.Operation, names: NameTable, shadowed: frozenset[str]
) -> tuple[ArgumentView, ...]:
    """Every argument of an operation's method, in the order of its signature."""
    parameters = tuple(
        _parameter(operation, parameter, names, shadowed)
        for parameter in operation.parameters
    )
    return parameters + _body(operation, names, shadowed)


def argument_types(operation: nodes.Operation) -> list[Type]:
    """The types that the annotations of an operation's arguments spell."""
    types: list[Type] = [parameter.type for parameter in operation.parameters]
    if operation.body is not None:
        for content in operation.body.contents[:1]:
            fields = content.fields
            types += (
                [content.type] if fields is None else [each.type for each in fields]
            )
    return types


def chosen_content(operation: nodes.Operation) -> nodes.Content | None:
    """The media type that a method sends."""
    body = operation.body
    return body.contents[0] if body is not None and body.contents else None


def _parameter(
    operation: nodes.Operation,
    parameter: nodes.Parameter,
    names: NameTable,
    shadowed: frozenset[str],
) -> ArgumentView:
    required = parameter.required or parameter.place is nodes.Place.PATH
    type_ = parameter.type if required else _nullable(parameter.type)
    return ArgumentView(
        name=names.argument(operation.pointer, parameter.pointer),
        annotation=annotate(type_, names, shadowed).text,
        default=None if required else "None",
        place=parameter.place.value,
        wire=parameter.name,
        positional=parameter.place is nodes.Place.PATH,
        type=type_,
        description=parameter.doc.description,
        deprecated=parameter.doc.deprecated,
        document_default=_default(parameter.default),
    )


def _body(
    operation: nodes.Operation, names: NameTable, shadowed: frozenset[str]
) -> tuple[ArgumentView, ...]:
    body, content = operation.body, chosen_content(operation)
    if body is None or content is None:
        return ()
    if content.fields is not None:
        return tuple(
            _property(operation, each, names, shadowed) for each in content.fields
        )
    type_ = content.type if body.required else _nullable(content.type)
    return (
        ArgumentView(
            name=names.body_argument(operation.pointer),
            annotation=annotate(type_, names, shadowed).text,
            default=None if body.required else "OMIT",
            place="body",
            wire="",
            positional=False,
            type=type_,
            description=body.doc.description,
            deprecated=False,
            document_default=None,
        ),
    )


def _property(
    operation: nodes.Operation,
    field: Field,
    names: NameTable,
    shadowed: frozenset[str],
) -> ArgumentView:
    type_ = field.type if field.required else _nullable(field.type)
    return ArgumentView(
        name=names.argument(operation.pointer, field.pointer),
        annotation=annotate(type_, names, shadowed).text,
        default=None if field.required else "OMIT",
        place="body",
        wire=field.name,
        positional=False,
        type=type_,
        description=field.doc.description,
        deprecated=field.doc.deprecated,
        document_default=_default(field.default),
    )


def _nullable(type_: Type) -> Type:
    return type_ if isinstance(type_, Nullable) else Nullable(type_)


def _default(default: tuple[Json] | None) -> str | None:
    return None if default is None else literal(default[0])
