"""Whole programs that make one call, for pages."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.nodes import Operation, Requirement
from ...records import dataclass, replace
from ..text.imports import Import, render_imports
from ..text.layout import STEP, Group, lay_out
from ..text.literals import literal
from ..views import ExampleView, Lines, OptionView
from .calls import Call

# Where an example stands in the docstring of a method.
IN_DOCSTRING = STEP * 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """How a program reaches the methods of a class.

    `access` is the expression that an instance has (`client.agents`), `client_class`
    names the client. It is made with those `options` that must be given, and with the
    credentials of the `schemes` that are asked for; `usual` is what most calls need.
    """

    package: str
    client_class: str
    async_client_class: str
    options: tuple[OptionView, ...]
    access: str
    schemes: frozenset[str] = frozenset()
    usual: tuple[Requirement, ...] = ()

    def of(self, operation: Operation) -> Program:
        """The program that calls an operation: with credentials, if it takes any."""
        asked = [frozenset(each) for each in operation.security if each]
        return replace(self, schemes=asked[0] if asked else frozenset[str]())

    @property
    def create(self) -> Group:
        return self._made(self.client_class)

    @property
    def async_create(self) -> Group:
        return self._made(self.async_client_class)

    def _made(self, client_class: str) -> Group:
        given = (
            option.name
            for option in self.options
            if option.default is None or option.scheme in self.schemes
        )
        items = (f"{name}={literal(_placeholder(name))}" for name in given)
        return Group(f"{client_class}(", tuple(items), ")")


def _placeholder(name: str) -> str:
    return "https://example.com" if name == "base_url" else f"YOUR_{name.upper()}"


def making(
    create: Group, head: str, *options: str, tail: str = "", indent: str = ""
) -> Lines:
    """The statement that makes a client, with further options."""
    items = (*create.items, *options)
    return lay_out(Group(head + create.head, items, create.tail + tail), indent)


def opening(create: Group, *options: str, indent: str = "", wait: str = "") -> Lines:
    """`with Client(…) as client:`"""
    head = f"{wait}with "
    return making(create, head, *options, tail=" as client:", indent=indent)


def example_view(call: Call, program: Program, *, answers: bool) -> ExampleView:
    """The call in a program that prints what comes back, if anything does."""
    return _programs(
        call,
        program,
        _call_lines(call, program, answers, "", STEP),
        _call_lines(call, program, answers, "await ", STEP * 2),
    )


def stream_view(call: Call, program: Program) -> ExampleView:
    """The call in a program that prints the items of the answer as they come."""

    return _programs(
        call,
        program,
        tuple(_stream_lines(call, program, "", STEP)),
        tuple(_stream_lines(call, program, "await ", STEP * 2)),
    )


def pages_view(call: Call, program: Program) -> ExampleView:
    """The call in a program that prints the items of every page."""

    return _programs(
        call,
        program,
        tuple(_pages_lines(call, program, "", STEP)),
        tuple(_pages_lines(call, program, "await ", STEP * 2)),
    )


def example_lines(
    operation: Operation, call: Call, program: Program, wait: str
) -> Lines:
    """The call alone as a docstring has it, with the loop where it gives items."""
    if operation.only_streams:
        lines = tuple(_stream_lines(call, program, wait, IN_DOCSTRING))
    elif operation.paging is not None:
        lines = tuple(_pages_lines(call, program, wait, IN_DOCSTRING))
    else:
        lines = _call_lines(call, program, False, wait, IN_DOCSTRING)
    return tuple(line.removeprefix(IN_DOCSTRING) for line in lines)


def _stream_lines(
    call: Call, program: Program, wait: str, indent: str
) -> Iterator[str]:
    again = wait.replace("await", "async")
    head = f"{again}with {wait}{program.access}.{call.method}("
    yield from lay_out(Group(head, call.items, ") as stream:"), indent)
    yield f"{indent}{STEP}{again}for item in stream:"
    yield f"{indent}{STEP * 2}print(item)"


def _pages_lines(call: Call, program: Program, wait: str, indent: str) -> Iterator[str]:
    again = wait.replace("await", "async")
    head = f"{again}for item in {wait}{program.access}.{call.method}("
    yield from lay_out(Group(head, call.items, "):"), indent)
    yield f"{indent}{STEP}print(item)"


def _call_lines(
    call: Call, program: Program, answers: bool, wait: str, indent: str
) -> Lines:
    start = f"{'answer = ' if answers else ''}{wait}{program.access}.{call.method}("
    lines = lay_out(Group(start, call.items, ")"), indent)
    return (*lines, f"{indent}print(answer)") if answers else lines


def _programs(
    call: Call, program: Program, body: Lines, async_body: Lines
) -> ExampleView:
    return ExampleView(
        lines=(
            *_imports(call, program, program.client_class),
            "",
            *opening(program.create),
            *body,
        ),
        async_lines=(
            *_imports(call, program, program.async_client_class, Import("asyncio")),
            "",
            "",
            "async def main() -> None:",
            *opening(program.async_create, indent=STEP, wait="async "),
            *async_body,
            "",
            "",
            "asyncio.run(main())",
        ),
        create=program.create,
        statement=tuple(line.removeprefix(STEP) for line in body),
        names=call.names,
    )


def _imports(call: Call, program: Program, client_class: str, *others: Import) -> Lines:
    own = {Import(program.package, name) for name in (client_class, *call.names)}
    standard = render_imports({*others, *call.imports})
    return (*standard, *(("",) if standard else ()), *render_imports(own))
