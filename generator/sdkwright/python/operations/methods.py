"""An operation as a method: signature, docstring, body, example."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ...config import Target
from ...ir import nodes
from ...ir.beside import Header, Link
from ...ir.types import Type
from ...records import dataclass, replace
from ..names.table import NameTable
from ..text.annotations import annotate
from ..views import (
    ArgumentView,
    ExampleView,
    MethodView,
    StreamView,
)
from .arguments import arguments_of, forms_of
from .calls import Call, call_of
from .checks import check_of
from .choices import accepts_of
from .constants import operation_view
from .delegates import delegate
from .docstrings import docstring_of, told_of
from .errors import raises_of
from .facades import variants_of
from .paging import returned
from .programs import Program, example_lines, example_view, pages_view, stream_view
from .sending import route_of
from .signatures import Way
from .streams import Asking, asked, asking_of, stream_ways, with_asking
from .wire import wire_view

Named = TypeVar("Named", Header, Link)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a method stands: the API, its names, and the class's own.

    `shadowed` are the names that mean something else inside the class, because
    a method is called so.
    """

    api: nodes.Api
    names: NameTable
    shadowed: frozenset[str]
    program: Program
    target: Target


def method_view(operation: nodes.Operation, around: Surroundings) -> MethodView:
    """Everything that code, page and test say of one operation."""
    names = around.names
    name = names.operation(operation.pointer)
    around = replace(around, program=around.program.of(operation))
    arguments = arguments_of(operation, names, around.shadowed)
    whole = returned(operation, names, around.shadowed).text
    raises = raises_of(operation)
    constant = f"_{name.upper()}"
    forms = forms_of(operation, names, around.shadowed)
    call = call_of(name, operation, forms[0], around.api, names)
    asking = asking_of(operation, arguments, around.api, names)
    way = _way(operation, arguments, whole, around)
    ways = _ways(operation, arguments, forms, whole, around)
    checked = around.target.check_requests
    check = check_of(operation, arguments, names) if checked else None
    program = around.program
    keyed = around.target.idempotency_header is not None or any(
        each.generated for each in operation.parameters
    )
    route = route_of(operation, program.usual, around.api.auths, names, keyed=keyed)
    told = told_of(operation, arguments, raises, route)
    return MethodView(
        pointer=operation.pointer,
        name=name,
        verb=operation.method.upper(),
        path=operation.path,
        operation=operation_view(operation, around.api, names, constant, check),
        arguments=arguments,
        signature=way.signature(name, end=":"),
        overloads=tuple(each.signature(name) for each in ways),
        variants=variants_of(name, way, ways),
        delegate=delegate(operation, constant, arguments, is_async=False),
        async_delegate=delegate(operation, constant, arguments, is_async=True),
        docstring=docstring_of(told, example_lines(operation, call, program, "")),
        async_docstring=docstring_of(
            told, example_lines(operation, call, program, "await ")
        ),
        doc=operation.doc,
        security=operation.security,
        keyed=keyed,
        returns=whole,
        returns_type=operation.returns,
        item_type=None if operation.stream is None else operation.stream.item,
        returns_description=next(
            (each.doc.description for each in operation.successes), None
        ),
        headers=_each_once(operation, lambda each: each.headers),
        links=_each_once(operation, lambda each: each.links),
        stream=_stream(operation, arguments, asking, call, around),
        pages=(None if operation.paging is None else pages_view(call, around.program)),
        raises=raises,
        example=_example(operation, call, around),
        wire=wire_view(operation, call, around.program, around.api, names),
    )


def _each_once(
    operation: nodes.Operation, of: Callable[[nodes.Response], tuple[Named, ...]]
) -> tuple[Named, ...]:
    """What the successes have by name, the first of each name."""
    several = (each for response in operation.successes for each in of(response))
    first: dict[str, Named] = {}
    for each in several:
        first.setdefault(each.name, each)
    return tuple(first.values())


def _annotation(type_: Type | None, around: Surroundings) -> str:
    if type_ is None:
        return "None"
    return annotate(type_, around.names, around.shadowed).text


def _way(
    operation: nodes.Operation,
    arguments: tuple[ArgumentView, ...],
    whole: str,
    around: Surroundings,
) -> Way:
    if operation.stream is None:
        return Way(arguments, whole, whole)
    item = _annotation(operation.stream.item, around)
    stream, async_stream = f"Stream[{item}]", f"AsyncStream[{item}]"
    if operation.only_streams:
        return Way(arguments, stream, async_stream)
    return Way(arguments, f"{whole} | {stream}", f"{whole} | {async_stream}")


def _ways(
    operation: nodes.Operation,
    arguments: tuple[ArgumentView, ...],
    forms: tuple[tuple[ArgumentView, ...], ...],
    whole: str,
    around: Surroundings,
) -> tuple[Way, ...]:
    """The ways to call a method that has several.

    One for each form of the body, if their arguments differ, with each value of a
    stream's flag, or in each form of the answer.
    """
    plain = {
        tuple(each.declaration for each in form if each.place != "choice")
        for form in forms
    }
    if len(plain) == 1:
        without = tuple(each for each in arguments if each.place != "accept")
        forms = (without,)
    stream = operation.stream
    if stream is not None and stream.flag is not None:
        item = _annotation(stream.item, around)
        ways = (
            stream_ways(form, asking, whole, item)
            for form in forms
            for asking in (asking_of(operation, form, around.api, around.names),)
        )
        return tuple(each for several in ways for each in several)
    accepts = accepts_of(operation, around.names)[1:]
    if len(forms) == 1 and not accepts:
        return ()
    if not accepts:
        return tuple(_way(operation, form, whole, around) for form in forms)
    return tuple(
        _way_in(operation, choice, (*form, accept), around)
        for choice, accept in zip(operation.choices, accepts, strict=True)
        for form in forms
    )


def _way_in(
    operation: nodes.Operation,
    choice: nodes.Choice,
    arguments: tuple[ArgumentView, ...],
    around: Surroundings,
) -> Way:
    """The way to call a method for its answer in one of its forms."""
    if choice.streams and operation.stream is not None:
        item = _annotation(operation.stream.item, around)
        return Way(arguments, f"Stream[{item}]", f"AsyncStream[{item}]")
    returns = _annotation(choice.returns, around)
    return Way(arguments, returns, returns)


def _stream(
    operation: nodes.Operation,
    arguments: tuple[ArgumentView, ...],
    asking: Asking | None,
    call: Call,
    around: Surroundings,
) -> StreamView | None:
    if operation.stream is None:
        return None
    asks = None
    if asking is not None:
        asks = f"{asking.argument.name}={asking.value}"
        arguments = with_asking(arguments, asking, asking.asks, None)
        call = asked(call, asking)
    return StreamView(
        asks=asks,
        arguments=arguments,
        item=_annotation(operation.stream.item, around),
        example=stream_view(call, around.program),
    )


def _example(
    operation: nodes.Operation, call: Call, around: Surroundings
) -> ExampleView:
    if operation.only_streams:
        return stream_view(call, around.program)
    return example_view(call, around.program, answers=operation.returns is not None)
