"""A call with the request that it makes and an answer to it, for a test."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl, unquote

from ...ir import nodes
from ...ir.declarations import Enum
from ...ir.nodes import Encoding, Place
from ...ir.types import Kind, Literal, Named, Scalar, kinds_in, without_null
from ...records import replace
from ...spec.objects import Json
from ..names.table import NameTable
from ..text.layout import STEP, Group, lay_out, prefixed
from ..text.literals import literal, literal_group
from ..views import ArgumentView, WireView
from .calls import Call
from .choices import chosen_content
from .constants import simple_answer
from .examples import Maker
from .programs import Program

# Where a parameter of one plain value is written in one way.
_PLACES = (Place.PATH.value, Place.QUERY.value, Place.HEADER.value)


def wire_view(
    operation: nodes.Operation,
    call: Call,
    program: Program,
    api: nodes.Api,
    names: NameTable,
) -> WireView | None:
    """The request that the call makes and an answer to it; None where the

    expected request would have to be made by the code that is under test.
    """
    content = chosen_content(operation)
    if content is not None and content.encoding is not Encoding.JSON:
        return None
    if not _in_json(operation):
        return None
    if not all(_plain(argument, api) for argument, _ in call.arguments):
        return None
    if operation.only_streams:
        return None
    first = next(iter(operation.choices), None)
    returns = operation.returns if first is None else first.returns
    if returns is not None and Kind.BYTES in kinds_in(returns):
        return None
    answer = None if returns is None else Maker(api, names).make(returns, "value")
    success = _success(operation, whole=answer is not None)
    sent = _as_sent(operation, call)
    facts: dict[str, str | Group] = {
        "make": prefixed(
            "lambda client: ",
            Group(f"{program.access}.{call.method}(", call.items, ")"),
        ),
        "method": literal(operation.method.upper()),
        "path": literal(_path(operation, sent)),
    }
    if query := _query(operation, sent):
        facts["query"] = literal_group(query)
    if headers := _texts(sent, Place.HEADER):
        facts["headers"] = literal_group(headers)
    body = None if content is None else _json(call, content, operation)
    if body is not None:
        facts["body"] = literal_group(body[0])
    facts["status"] = literal(_status(success))
    if answer is not None:
        facts["answer"] = literal_group(answer.value)
    items = tuple(prefixed(f"{name}=", fact) for name, fact in facts.items())
    head = f"{literal(call.method)}: Call("
    *lines, end = lay_out(Group(head, items, ")", exploded=True), STEP)
    return WireView(
        lines=(*lines, f"{end},"), names=frozenset(call.names), imports=call.imports
    )


def _in_json(operation: nodes.Operation) -> bool:
    """Whether JSON, or nothing, comes where no other form is asked for."""
    if operation.choices:
        return operation.choices[0].media_type == "application/json"
    return simple_answer(operation)


def _plain(argument: ArgumentView, api: nodes.Api) -> bool:
    """Whether a parameter's text on the wire can be told without its style."""
    if argument.place == "body":
        return True
    if argument.place not in _PLACES or not argument.wire.isascii():
        return False
    match without_null(argument.type):
        case Scalar(Kind.STRING | Kind.INTEGER | Kind.BOOLEAN | Kind.UUID) | Literal():
            return True
        case Named(pointer):
            return isinstance(api.declarations[pointer], Enum)
        case _:
            return False


def _as_sent(operation: nodes.Operation, call: Call) -> Call:
    """The call with the text of its JSON for each parameter that is sent as such."""
    in_json = {
        (each.place.value, each.name)
        for each in operation.parameters
        if each.media_type is not None and not each.media_type.startswith("text/")
    }
    arguments = (
        (
            (
                argument,
                replace(value, value=json.dumps(value.value, ensure_ascii=False)),
            )
            if (argument.place, argument.wire) in in_json
            else (argument, value)
        )
        for argument, value in call.arguments
    )
    return replace(call, arguments=tuple(arguments))


def _path(operation: nodes.Operation, call: Call) -> str:
    """The path as it is when percent-encoding is undone."""
    return _filled(unquote(operation.path.partition("?")[0]), call)


def _query(operation: nodes.Operation, call: Call) -> dict[str, Json]:
    """What the path's own query has, and what the call gives."""
    fixed = parse_qsl(operation.path.partition("?")[2], keep_blank_values=True)
    own: dict[str, Json] = {name: _filled(value, call) for name, value in fixed}
    return own | _texts(call, Place.QUERY)


def _filled(template: str, call: Call) -> str:
    """A part of the path, with what the call gives for it."""
    for argument, value in call.arguments:
        if argument.place == Place.PATH.value:
            template = template.replace(f"{{{argument.wire}}}", _text(value.value))
    return template


def _texts(call: Call, place: Place) -> dict[str, Json]:
    """What the call gives in a place, as text."""
    return {
        argument.wire: _text(value.value)
        for argument, value in call.arguments
        if argument.place == place.value
    }


def _json(
    call: Call, content: nodes.Content, operation: nodes.Operation
) -> tuple[Json] | None:
    """The body in a tuple; None where none is sent."""
    body = [pair for pair in call.arguments if pair[0].place == "body"]
    if not body and operation.body is not None and not operation.body.required:
        return None
    if content.fields is not None:
        return ({argument.wire: value.value for argument, value in body},)
    return (body[0][1].value,) if body else None


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _success(operation: nodes.Operation, *, whole: bool) -> nodes.Response | None:
    """The first success; the first with a body, where one is answered."""
    several = [each for each in operation.successes if each.contents or not whole]
    return next(iter(several or operation.successes), None)


def _status(success: nodes.Response | None) -> int:
    status = "200" if success is None else success.status
    return int(status) if status.isdigit() else 200
