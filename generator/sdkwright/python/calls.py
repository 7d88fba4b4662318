"""A call of a method that would run: as a program, and as a test of the wire."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..ir import nodes
from ..ir.nodes import Encoding, Place
from ..ir.types import Kind, Scalar, without_null
from ..spec.objects import Json
from .arguments import chosen_content
from .examples import Example, example
from .imports import Import, render_imports
from .layout import Group, lay_out, prefixed
from .literals import literal
from .names import NameTable
from .operations import simple_answer
from .views import ArgumentView, ExampleView, Lines, WireView


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """How a program reaches the methods of a class.

    `access` is the expression that an instance has (`client.agents`), `create`
    and `async_create` make the client, `client_class` names it.
    """

    package: str
    client_class: str
    async_client_class: str
    create: str
    async_create: str
    access: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A method called with examples of its required arguments."""

    method: str
    arguments: tuple[tuple[ArgumentView, Example], ...]

    @property
    def items(self) -> tuple[str | Group, ...]:
        return tuple(
            prefixed(f"{each.name}=", value.code) for each, value in self.arguments
        )

    @property
    def imports(self) -> frozenset[Import]:
        """What else the arguments mention."""
        return frozenset[Import]().union(
            *(value.imports for _, value in self.arguments)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The package's names that the arguments mention."""
        return tuple(
            sorted({name for _, value in self.arguments for name in value.names})
        )


def call_of(
    method: str,
    arguments: Iterable[ArgumentView],
    api: nodes.Api,
    names: NameTable,
) -> Call:
    """The shortest call: every required argument, and no other."""
    return Call(
        method=method,
        arguments=tuple(
            (each, example(each.type, api, names, hint=each.wire or each.name))
            for each in arguments
            if each.default is None
        ),
    )


def example_view(call: Call, program: Program) -> ExampleView:
    """The call in a whole program, sync and async."""
    return ExampleView(
        lines=_sync_program(call, program), async_lines=_async_program(call, program)
    )


def _sync_program(call: Call, program: Program) -> Lines:
    return (
        *_imports(call, program, program.client_class),
        "",
        f"with {program.create} as client:",
        *lay_out(Group(f"{program.access}.{call.method}(", call.items, ")"), "    "),
    )


def _async_program(call: Call, program: Program) -> Lines:
    start = f"await {program.access}.{call.method}("
    return (
        *_imports(call, program, program.async_client_class, Import("asyncio")),
        "",
        "",
        "async def main() -> None:",
        f"    async with {program.async_create} as client:",
        *lay_out(Group(start, call.items, ")"), "        "),
        "",
        "",
        "asyncio.run(main())",
    )


def _imports(call: Call, program: Program, client_class: str, *others: Import) -> Lines:
    own = {Import(program.package, name) for name in (client_class, *call.names)}
    standard = render_imports({*others, *call.imports})
    return (*standard, *(("",) if standard else ()), *render_imports(own))


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
    if not simple_answer(operation) or not all(map(_plain, call.arguments)):
        return None
    if operation.stream is not None and operation.stream.flag is None:
        return None
    answer = (
        None if operation.returns is None else example(operation.returns, api, names)
    )
    success = next(iter(operation.successes), None)
    return WireView(
        name=call.method,
        call=lay_out(Group(f"{program.access}.{call.method}(", call.items, ")")),
        verb=operation.method.upper(),
        path=_path(operation, call),
        query=_query(call),
        body=_json(call, content),
        answer=None if answer is None else literal(answer.value),
        status=_status(success),
        names=frozenset(call.names),
        imports=call.imports,
    )


def _plain(pair: tuple[ArgumentView, Example]) -> bool:
    """Whether a parameter's text on the wire can be told without its style."""
    argument, _ = pair
    if argument.place == "body":
        return True
    match without_null(argument.type):
        case Scalar(Kind.STRING | Kind.INTEGER | Kind.BOOLEAN | Kind.UUID):
            return argument.place in {Place.PATH.value, Place.QUERY.value}
        case _:
            return False


def _path(operation: nodes.Operation, call: Call) -> str:
    path = operation.path
    for argument, value in call.arguments:
        if argument.place == Place.PATH.value:
            path = path.replace(f"{{{argument.wire}}}", _text(value.value))
    return literal(path)


def _query(call: Call) -> str:
    return literal(
        {
            argument.wire: _text(value.value)
            for argument, value in call.arguments
            if argument.place == Place.QUERY.value
        }
    )


def _json(call: Call, content: nodes.Content | None) -> str | None:
    if content is None:
        return None
    body = [pair for pair in call.arguments if pair[0].place == "body"]
    if content.fields is not None:
        return literal({argument.wire: value.value for argument, value in body})
    return literal(body[0][1].value) if body else None


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _status(success: nodes.Response | None) -> int:
    status = "200" if success is None else success.status
    return int(status) if status.isdigit() else 200
