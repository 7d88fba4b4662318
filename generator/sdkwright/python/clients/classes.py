"""The client classes: how they are made, where their servers are, who calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...config import Target
from ...ir import nodes
from ..names.table import NameTable
from ..operations.signatures import IN_CLASS
from ..text.docstrings import Section, docstring
from ..text.layout import STEP, Group, lay_out
from ..text.literals import literal
from ..views import Lines, OptionView, SignatureView
from .addresses import server_facts, variable_options, variables_of
from .credentials import credential_options, credentials_argument, security_facts


def options_of(
    api: nodes.Api, names: NameTable, target: Target
) -> tuple[OptionView, ...]:
    """The arguments of the client's constructor, in their order."""
    place = (*_place(api, names), *variable_options(api, names))
    return (*place, *credential_options(api, names, target), *_common(api, target))


def constructor(options: tuple[OptionView, ...], *, end: str) -> SignatureView:
    """`def __init__(self, *, …) -> None`, followed by `end`."""

    def lines(is_async: bool) -> Lines:
        items = tuple(declaration(option, is_async) for option in options)
        head = Group("def __init__(", ("self", "*", *items), f"){end}")
        return lay_out(head, IN_CLASS)

    return SignatureView(lines=lines(is_async=False), async_lines=lines(is_async=True))


def constructor_docstring(options: tuple[OptionView, ...]) -> Lines:
    """What the constructor says of its arguments."""
    entries = tuple((option.name, option.description) for option in options)
    arguments = Section(title="Args", entries=entries)
    return docstring("Nothing is sent before the first call.", 8, (arguments,))


def declaration(option: OptionView, is_async: bool) -> str:
    """`name: annotation = default`, as it stands in the signature."""
    annotation = option.async_annotation if is_async else option.annotation
    tail = "" if option.default is None else f" = {option.default}"
    return f"{option.name}: {annotation}{tail}"


def super_call(api: nodes.Api, names: NameTable) -> Lines:
    """The statement that hands everything to the runtime."""
    items: tuple[str | Group, ...] = (
        "_API",
        "base_url=base_url",
        *(("server=environment.value",) if api.servers else ()),
        *_variables(api, names),
        *credentials_argument(api, names),
        "timeout=timeout",
        "httpx_client=httpx_client",
        "max_retries=max_retries",
        "strict=strict",
        "hooks=hooks",
    )
    body = IN_CLASS * 2
    lines = lay_out(Group("super().__init__(", items, ")", exploded=True), body)
    return tuple(line.removeprefix(body) for line in lines)


def _variables(api: nodes.Api, names: NameTable) -> tuple[Group, ...]:
    items = tuple(
        f"{literal(each.name)}: {names.variable(each.name)}"
        for each in variables_of(api)
    )
    return (Group("variables={", items, "}"),) if items else ()


def api_constant(api: nodes.Api, names: NameTable, target: Target) -> Lines:
    """`_API = Api(…)`: what is true of every call."""
    items: tuple[str | Group, ...] = (
        f"name={literal(names.package)}",
        f"version={literal(names.version)}",
        *security_facts(api, names),
        *server_facts(api),
        *_idempotency(target),
    )
    return lay_out(Group("_API = Api(", items, ")", exploded=True))


def _idempotency(target: Target) -> Iterator[str]:
    if target.idempotency_header is not None:
        yield f"idempotency_header={literal(target.idempotency_header)}"


def _place(api: nodes.Api, names: NameTable) -> Iterator[OptionView]:
    given = bool(api.servers)
    yield OptionView(
        name="base_url",
        annotation="str | None" if given else "str",
        async_annotation="str | None" if given else "str",
        default="None" if given else None,
        description="Where the API is served"
        + ("; wins over `environment`." if given else "."),
        common=False,
        tested=not given,
    )
    if given:
        first = names.environment(api.servers[0].pointer)
        yield OptionView(
            name="environment",
            annotation=names.environment_class,
            async_annotation=names.environment_class,
            default=f"{names.environment_class}.{first}",
            description="Which of the API's servers to call.",
            common=False,
        )


def _common(api: nodes.Api, target: Target) -> Iterator[OptionView]:
    timeout = target.timeout
    whole = timeout is not None and float(timeout).is_integer()
    yield OptionView(
        name="timeout",
        annotation="float | None",
        async_annotation="float | None",
        default=repr(int(timeout)) if whole and timeout else repr(timeout),
        description="Seconds that a call may take, its retries included; None: any.",
        common=False,
    )
    yield OptionView(
        name="httpx_client",
        annotation=f"{target.http_library}.Client | None",
        async_annotation=f"{target.http_library}.AsyncClient | None",
        default="None",
        description=f"An HTTP client of your own, for {_uses(api)}; it is left open.",
        common=False,
    )
    yield OptionView(
        name="max_retries",
        annotation="int",
        async_annotation="int",
        default=repr(target.max_retries),
        description="How often a call that failed in passing is sent again.",
        common=True,
    )
    yield OptionView(
        name="strict",
        annotation="bool",
        async_annotation="bool",
        default="False",
        description="Whether an answer that departs from the API's document is an "
        "error: an unknown field, enum value or variant, a time without zone.",
        common=True,
    )
    yield OptionView(
        name="hooks",
        annotation="Hooks | None",
        async_annotation="AsyncHooks | None",
        default="None",
        description="Functions that see each request before it is sent, and each "
        "answer when it comes.",
        common=True,
    )


def _uses(api: nodes.Api) -> str:
    """What users need an HTTP client of their own for."""
    outside = [auth for auth in api.auths.values() if auth.kind.by_http_client]
    if not outside:
        return "proxies and the like"
    uses = (
        (
            "a client certificate (mutual TLS)"
            if auth.kind is nodes.AuthKind.MUTUAL_TLS
            else f"HTTP {auth.scheme} authentication"
        )
        for auth in outside
    )
    return f"{' and '.join(dict.fromkeys(uses))}, proxies and the like"


def test_client(names: NameTable, secrets: list[OptionView]) -> SignatureView:
    """The statements that make a client in a test, sync and async."""
    items = (*dummies(secrets), "httpx_client=http")

    def lines(client_class: str, indent: str) -> Lines:
        head = f"client = {names.package}.{client_class}("
        made = lay_out(Group(head, items, ")"), indent)
        return tuple(line.removeprefix(indent) for line in made)

    return SignatureView(
        lines=lines(names.client_class, STEP * 3),
        async_lines=lines(names.async_client_class, STEP * 4),
    )


def dummies(options: Iterable[OptionView]) -> tuple[str, ...]:
    """Arguments with which a client in a test has whatever operations ask for."""
    return tuple(f"{each.name}={_dummy(each)}" for each in options if each.tested)


def _dummy(option: OptionView) -> str:
    return literal("https://test" if option.name == "base_url" else "secret")
