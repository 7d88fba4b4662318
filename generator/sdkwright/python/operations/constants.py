"""The constant that states what is known of an operation before it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...ir import nodes
from ...ir.answers import error_type
from ...ir.media_types import RECORDS, essence
from ...ir.nodes import Encoding, Place
from ...ir.types import Type
from ...ir.xml import is_built
from ...pointer import Pointer
from ..clients.addresses import expanded
from ..clients.credentials import asked
from ..names.table import NameTable
from ..text.annotations import annotate, expression
from ..text.imports import Import
from ..text.layout import Group, prefixed
from ..text.literals import literal
from ..text.statements import assign
from ..views import OperationView
from .bodies import as_models, body_of, dicts_of, dicts_of_parameters, parts_of
from .called import called
from .choices import contents_of
from .paging import OPERATION as PAGED
from .paging import page_facts, returned

_STYLES = {
    Place.PATH: ("simple", False),
    Place.QUERY: ("form", True),
    Place.HEADER: ("simple", False),
    Place.COOKIE: ("form", True),
}
_PLAIN = (Place.PATH, Place.QUERY, Place.HEADER)
_QUERIES = (Place.QUERY, Place.QUERYSTRING)


def operation_view(
    operation: nodes.Operation,
    api: nodes.Api,
    names: NameTable,
    constant: str,
    check: Group | None,
) -> OperationView:
    """`constant: Operation[…] = Operation(…)`, one fact a line."""
    kind, generic = _kind(operation, names)
    facts = tuple(_facts(operation, api, names))
    items = facts if check is None else (*facts, check)
    made = Group(f"{kind}(", items, ")", exploded=True)
    return OperationView(name=constant, lines=assign(constant, kind, generic, made))


def simple_answer(operation: nodes.Operation) -> bool:
    """Whether one JSON type, or nothing at all, is every success's answer."""
    if operation.choices:
        return False
    contents = [whole_contents(operation, each) for each in operation.successes]
    if not any(contents):
        return True
    types = {content.type for several in contents for content in several}
    return len(types) == 1 and all(
        len(several) == 1 and several[0].encoding is Encoding.JSON
        for several in contents
    )


def whole_contents(
    operation: nodes.Operation, response: nodes.Response
) -> tuple[nodes.Content, ...]:
    """The contents of an answer that do not come in items."""
    stream = operation.stream
    return tuple(
        content
        for content in response.contents
        if stream is None or content.encoding is not stream.encoding
    )


def runtime_types(operation: nodes.Operation, names: NameTable) -> tuple[Type, ...]:
    """The types that the constant names, late, at run time."""
    types = [
        type_
        for response in operation.errors
        if (type_ := error_type(response)) is not None
    ]
    if operation.returns is not None:
        types += [
            content.type
            for response in operation.successes
            for content in whole_contents(operation, response)
        ]
    if operation.stream is not None:
        types.append(operation.stream.item)
    types += dicts_of_parameters(operation, names).values()
    for content in contents_of(operation):
        types += dicts_of(operation, content, names).values()
    return tuple(types)


def _kind(operation: nodes.Operation, names: NameTable) -> tuple[str, str]:
    whole = returned(operation, names).text
    if operation.stream is not None:
        item = annotate(operation.stream.item, names).text
        return "StreamOperation", f"{whole}, {item}"
    return PAGED if operation.paging is not None else "Operation", whole


def _facts(
    operation: nodes.Operation, api: nodes.Api, names: NameTable
) -> Iterator[str | Group]:
    yield f"method={literal(operation.method.upper())}"
    yield f"path={literal(operation.path)}"
    arguments = {
        each.pointer: names.argument(operation.pointer, each.pointer)
        for each in operation.parameters
    }
    in_path = _at(operation, Place.PATH)
    if any(
        not _usual(each) or arguments[each.pointer] != each.name for each in in_path
    ):
        yield _parameters("path_params", in_path, arguments)
    for places in (_QUERIES, (Place.HEADER,), (Place.COOKIE,)):
        if found := _at(operation, *places):
            yield _parameters(places[0].value, found, arguments)
    if dicts := dicts_of_parameters(operation, names):
        yield as_models(dicts, names)
    if body := body_of(operation, names):
        yield prefixed("body=", body)
    yield from _answers(operation, names)
    if operation.stream is not None:
        yield from _stream(operation.stream, names)
    if operation.paging is not None:
        yield from page_facts(operation.paging, names)
    if errors := _errors(operation, names):
        yield Group("errors={", errors, "}")
    if operation.servers:
        yield f"server={literal(expanded(operation.servers[0]))}"
    auth = asked("auth", operation.security, api)
    if auth != asked("auth", api.security, api):
        yield from auth


def _at(operation: nodes.Operation, *places: Place) -> tuple[nodes.Parameter, ...]:
    return tuple(each for each in operation.parameters if each.place in places)


def _usual(parameter: nodes.Parameter) -> bool:
    usual = _STYLES.get(parameter.place) == (parameter.style, parameter.explode)
    usual = usual and parameter.place in _PLAIN
    return usual and not parameter.allow_reserved and parameter.media_type is None


def _parameters(
    keyword: str,
    parameters: Sequence[nodes.Parameter],
    arguments: Mapping[Pointer, str],
) -> Group:
    items = tuple(_parameter(each, arguments[each.pointer]) for each in parameters)
    return Group(f"{keyword}=(", items, ")", is_tuple=True)


def _parameter(parameter: nodes.Parameter, argument: str) -> str | Group:
    name = called(parameter.name, argument)
    if _usual(parameter):
        return name
    style, explode = _STYLES.get(parameter.place, (None, None))
    items = [name]
    if parameter.media_type is not None:
        items.append(f"media_type={literal(parameter.media_type)}")
    else:
        if parameter.style != style:
            items.append(f"style={literal(parameter.style)}")
        if parameter.explode != explode:
            items.append(f"explode={parameter.explode}")
    if parameter.allow_reserved:
        items.append("allow_reserved=True")
    if parameter.place is Place.QUERYSTRING:
        items.append("whole=True")
    return Group("Param(", (*items, *parts_of(parameter.parts)), ")")


def _answers(operation: nodes.Operation, names: NameTable) -> Iterator[str | Group]:
    if operation.returns is None:
        return
    if simple_answer(operation):
        yield f"returns=lambda: {expression(operation.returns, names).text}"
        return
    answers = tuple(
        answer
        for response in operation.successes
        for answer in _answer(operation, response, names)
    )
    yield Group("answers=(", answers, ")", exploded=True, is_tuple=True)


def _answer(
    operation: nodes.Operation, response: nodes.Response, names: NameTable
) -> tuple[Group, ...]:
    status = literal(response.status)
    contents = whole_contents(operation, response)
    if not contents:
        return (Group("Answer(", (status,), ")"),)
    return tuple(
        Group(
            "XmlAnswer(" if is_built(content) else "Answer(",
            (
                status,
                literal(content.media_type),
                f"lambda: {expression(content.type, names).text}",
            ),
            ")",
        )
        for content in contents
    )


def _stream(stream: nodes.Stream, names: NameTable) -> Iterator[str]:
    yield f"item=lambda: {expression(stream.item, names).text}"
    if stream.media_type != "text/event-stream":
        yield f"media_type={literal(stream.media_type)}"
    if (cut := cut_of(stream)) is not None:
        yield f"cut={cut.name}"
    if stream.flag is not None:
        yield f"flag={literal(stream.flag)}"
    if stream.asks is not True:
        yield f"asks={literal(stream.asks)}"
    if stream.framed:
        yield "framed=True"
    if stream.end not in (None, "[DONE]"):
        yield f"end={literal(stream.end)}"


def cut_of(stream: nodes.Stream) -> Import | None:
    """What cuts an answer into items that are no server-sent events."""
    if stream.encoding is not Encoding.JSON_LINES:
        return None
    records = essence(stream.media_type) == RECORDS
    return Import("._core.json_texts", "TextSeq" if records else "TextLines")


def _errors(operation: nodes.Operation, names: NameTable) -> tuple[str | Group, ...]:
    # A default that is the success, as there is no other, is what errors are as well.
    default = (each for each in operation.successes if each.status == "default")
    return tuple(
        _error(response, f"lambda: {expression(type_, names).text}")
        for response in (*operation.errors, *default)
        if (type_ := error_type(response)) is not None
    )


def _error(response: nodes.Response, type_: str) -> str | Group:
    status = literal(response.status)
    if any(each.encoding is Encoding.JSON for each in response.contents):
        return f"{status}: {type_}"
    xml = next(each for each in response.contents if is_built(each))
    return Group(f"{status}: XmlAnswer(", (status, literal(xml.media_type), type_), ")")
