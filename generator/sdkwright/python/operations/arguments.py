"""The arguments of a method: which, in what order, of what type, with what default.

Path parameters come first and may be given by position; then keywords: query,
header and cookie parameters, then the body. A parameter that is not required
defaults to None and is left out; a body property that is not required defaults
to OMIT and is left out, and None there is sent as null.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...ir import nodes
from ...ir.declarations import Field
from ...ir.shown import shown_at
from ...ir.types import (
    Literal,
    Nullable,
    Type,
    Union,
    named_in,
    with_null,
    without_null,
)
from ...records import replace
from ...spec.objects import Json
from ..names.table import NameTable
from ..text.annotations import accepted, annotate
from ..text.files import said_of
from ..text.literals import literal
from ..views import ArgumentView
from .choices import accepts_of, choice_of, contents_of


def arguments_of(
    operation: nodes.Operation, names: NameTable, shadowed: frozenset[str]
) -> tuple[ArgumentView, ...]:
    """Every argument of an operation's method, in the order of its signature.

    Where the body has several forms these are the arguments of all of them; one
    chooses the form, and one the form of the answer.
    """
    forms = forms_of(operation, names, shadowed)
    by_name: dict[str, list[ArgumentView]] = {}
    for form in forms:
        for each in form:
            by_name.setdefault(each.name, []).append(each)
    merged = [
        _any_of(several, names, shadowed, omittable=len(several) < len(forms))
        for several in by_name.values()
    ]
    choice = tuple(each for each in merged if each.place == "choice")
    others = tuple(each for each in merged if each.place != "choice")
    return (*others, *choice, *accepts_of(operation, names)[:1])


def forms_of(
    operation: nodes.Operation, names: NameTable, shadowed: frozenset[str]
) -> tuple[tuple[ArgumentView, ...], ...]:
    """The arguments for each form of the body; without a body there is one form.

    The last form of a body that is not required, but has properties that are, is
    that of no body.
    """
    parameters = tuple(
        _parameter(operation, parameter, names, shadowed)
        for parameter in operation.parameters
    )
    contents = contents_of(operation)
    choices = contents if len(contents) > 1 else ()
    forms = [
        (
            *parameters,
            *_body(operation, each, names, shadowed),
            *(
                choice_of(operation, each, names)
                for chosen in choices
                if chosen is each
            ),
        )
        for each in contents
    ]
    if not forms or _can_be_missing(operation, forms):
        forms.append(parameters)
    return tuple(forms)


def _can_be_missing(
    operation: nodes.Operation, forms: Iterable[tuple[ArgumentView, ...]]
) -> bool:
    body = operation.body
    return (
        body is not None
        and not body.required
        and all(
            any(each.place == "body" and each.default is None for each in form)
            for form in forms
        )
    )


def _any_of(
    several: Sequence[ArgumentView],
    names: NameTable,
    shadowed: frozenset[str],
    *,
    omittable: bool,
) -> ArgumentView:
    """An argument that forms have, of the type of any; not all have an `omittable`."""
    first = several[0]
    if not omittable and all(each == first for each in several):
        return first
    default = next((each.default for each in several if each.default), None)
    type_ = _union([each.type for each in several])
    if omittable and default is None:
        type_, default = with_null(type_), "OMIT"
    return replace(
        first,
        type=type_,
        annotation=annotate(type_, names, shadowed).text,
        takes=_takes(type_, names, shadowed),
        default=default,
        description=next(
            (each.description for each in several if each.description), None
        ),
    )


def _union(types: Sequence[Type]) -> Type:
    """The type of any value of these types; of literals it is one."""
    several = tuple(dict.fromkeys(types))
    if len(several) == 1:
        return several[0]
    values = [v for each in several if isinstance(each, Literal) for v in each.values]
    if all(isinstance(each, Literal) for each in several):
        return Literal(tuple(values))
    either = Union(tuple(dict.fromkeys(map(without_null, several))), open=False)
    null = any(isinstance(each, Nullable) for each in several)
    return Nullable(either) if null else either


def _parameter(
    operation: nodes.Operation,
    parameter: nodes.Parameter,
    names: NameTable,
    shadowed: frozenset[str],
) -> ArgumentView:
    required = parameter.required or parameter.place is nodes.Place.PATH
    type_ = parameter.type if required else with_null(parameter.type)
    return ArgumentView(
        name=names.argument(operation.pointer, parameter.pointer),
        annotation=annotate(type_, names, shadowed).text,
        takes=_takes(type_, names, shadowed),
        default=None if required else "None",
        place=parameter.place.value,
        wire=parameter.name,
        positional=parameter.place is nodes.Place.PATH,
        type=type_,
        description=_described(parameter),
        deprecated=parameter.doc.deprecated,
        document_default=_default(parameter.default),
        examples=shown_at(parameter),
        constraints=parameter.constraints,
    )


def _described(parameter: nodes.Parameter) -> str | None:
    said = parameter.doc.description
    made = "Where none is given, one is made and kept over retries."
    if parameter.generated:
        return f"{said.rstrip()}\n\n{made}" if said else made
    return said


def _body(
    operation: nodes.Operation,
    content: nodes.Content,
    names: NameTable,
    shadowed: frozenset[str],
) -> tuple[ArgumentView, ...]:
    body = operation.body
    if body is None:
        return ()
    if content.fields is not None:
        return tuple(
            _property(operation, each, names, shadowed) for each in content.fields
        )
    type_ = content.type if body.required else with_null(content.type)
    beside = None if operation.stream is None else operation.stream.beside
    return (
        ArgumentView(
            name=names.body_argument(operation.pointer),
            annotation=annotate(type_, names, shadowed).text,
            takes=_takes(type_, names, shadowed),
            default=None if body.required else "OMIT",
            place="body",
            wire="",
            positional=False,
            type=type_,
            description=said_of(type_, body.doc.description),
            deprecated=False,
            document_default=None,
        ),
        *(() if beside is None else (_property(operation, beside, names, shadowed),)),
    )


def _takes(type_: Type, names: NameTable, shadowed: frozenset[str]) -> str | None:
    """What can be given beside models and enums, where there are any."""
    if not any(each in names.twins for each in named_in(type_)):
        return None
    return accepted(type_, names, shadowed).text


def _property(
    operation: nodes.Operation,
    field: Field,
    names: NameTable,
    shadowed: frozenset[str],
) -> ArgumentView:
    type_ = field.type if field.required else with_null(field.type)
    return ArgumentView(
        name=names.argument(operation.pointer, field.pointer),
        annotation=annotate(type_, names, shadowed).text,
        takes=_takes(type_, names, shadowed),
        default=None if field.required else "OMIT",
        place="body",
        wire=field.name,
        positional=False,
        type=type_,
        description=said_of(type_, field.doc.description),
        deprecated=field.doc.deprecated,
        document_default=_default(field.default),
        examples=shown_at(field),
        constraints=field.constraints,
    )


def _default(default: tuple[Json] | None) -> str | None:
    return None if default is None else literal(default[0])
