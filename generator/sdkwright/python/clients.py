"""The client classes: how they are made, where their servers are, who calls."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Target
from ..ir import nodes
from ..ir.nodes import AuthKind
from .addresses import server_facts, variable_options, variables_of
from .layout import Group, lay_out
from .literals import literal
from .names import NameTable
from .signatures import IN_CLASS
from .views import Lines, OptionView, SignatureView

_SECRETS = {
    AuthKind.API_KEY: "The key that the API gave you; sent as it is.",
    AuthKind.BASIC: "The {part} of HTTP Basic authentication.",
    AuthKind.BEARER: "The bearer token.",
    AuthKind.HTTP: "The credentials of the `Authorization` header, after the scheme.",
    AuthKind.OAUTH2: "The OAuth 2 access token.",
    AuthKind.OPEN_ID_CONNECT: "The OpenID Connect access token.",
}


def options_of(
    api: nodes.Api, names: NameTable, target: Target
) -> tuple[OptionView, ...]:
    """The arguments of the client's constructor, in their order."""
    place = (*_place(api, names), *variable_options(api, names))
    return (*place, *_credentials(api, names), *_common(target))


def constructor(options: tuple[OptionView, ...], *, end: str) -> SignatureView:
    """`def __init__(self, *, …) -> None`, followed by `end`."""

    def lines(is_async: bool) -> Lines:
        items = tuple(declaration(option, is_async) for option in options)
        head = Group("def __init__(", ("self", "*", *items), f"){end}")
        return lay_out(head, IN_CLASS)

    return SignatureView(lines=lines(is_async=False), async_lines=lines(is_async=True))


def declaration(option: OptionView, is_async: bool) -> str:
    """`name: annotation = default`, as it stands in the signature."""
    annotation = option.async_annotation if is_async else option.annotation
    tail = "" if option.default is None else f" = {option.default}"
    return f"{option.name}: {annotation}{tail}"


def super_call(api: nodes.Api, names: NameTable) -> Lines:
    """The statement that hands everything to the runtime."""
    secrets = tuple(
        f"{literal(auth.name)}: {_secret(names.credential(auth.name))}"
        for auth in usable_auths(api)
    )
    items: tuple[str | Group, ...] = (
        "_API",
        "base_url=base_url",
        *(("server=environment.value",) if api.servers else ()),
        *_variables(api, names),
        *((Group("credentials={", secrets, "}"),) if secrets else ()),
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


def api_constant(
    api: nodes.Api, names: NameTable, version: str, target: Target
) -> Lines:
    """`_API = Api(…)`: what is true of every call."""
    schemes = tuple(
        Group(
            f"{literal(auth.name)}: {_scheme(auth)}(", _scheme_facts(auth, names), ")"
        )
        for auth in usable_auths(api)
    )
    requirements = [
        f"({', '.join(literal(name) for name in several)}{',' * (len(several) == 1)})"
        for several in api.security
    ]
    if len(requirements) == 1:
        requirements[0] += ","
    items: tuple[str | Group, ...] = (
        f"name={literal(names.package)}",
        f"version={literal(version)}",
        *((Group("schemes={", schemes, "}"),) if schemes else ()),
        *((Group("security=(", tuple(requirements), ")"),) if requirements else ()),
        *server_facts(api),
        *_idempotency(target),
    )
    return lay_out(Group("_API = Api(", items, ")", exploded=True))


def _idempotency(target: Target) -> Iterator[str]:
    if target.idempotency_header is not None:
        yield f"idempotency_header={literal(target.idempotency_header)}"


def usable_auths(api: nodes.Api) -> tuple[nodes.Auth, ...]:
    """The schemes whose credentials travel in a request."""
    return tuple(
        auth for auth in api.auths.values() if auth.kind is not AuthKind.MUTUAL_TLS
    )


def scheme_classes(api: nodes.Api) -> frozenset[str]:
    """The runtime's classes that the API's schemes need."""
    return frozenset(_scheme(auth) for auth in usable_auths(api))


def creation(client_class: str, options: tuple[OptionView, ...]) -> str:
    """The expression that makes a client in an example."""
    items = [
        f"{option.name}={literal(_placeholder(option.name))}"
        for option in options
        if option.default is None
    ]
    return f"{client_class}({', '.join(items)})"


def _placeholder(name: str) -> str:
    return "https://example.com" if name == "base_url" else f"YOUR_{name.upper()}"


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


def _credentials(api: nodes.Api, names: NameTable) -> Iterator[OptionView]:
    always = frozenset(api.security[0]) if len(api.security) == 1 else frozenset[str]()
    for auth in usable_auths(api):
        required = auth.name in always
        annotation = "str" if required else "str | None"
        for part in names.credential(auth.name):
            yield OptionView(
                name=part,
                annotation=annotation,
                async_annotation=annotation,
                default=None if required else "None",
                description=auth.doc.description
                or _SECRETS[auth.kind].format(part=part.rpartition("_")[2]),
                common=False,
            )


def _common(target: Target) -> Iterator[OptionView]:
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
        description="An HTTP client of your own, for proxies and the like; "
        "it is left open.",
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


def _secret(parts: tuple[str, ...]) -> str:
    match parts:
        case (only,):
            return only
        case _:
            return f"({', '.join(parts)})"


def _scheme(auth: nodes.Auth) -> str:
    match auth.kind:
        case AuthKind.API_KEY:
            return "ApiKey"
        case AuthKind.BASIC:
            return "Basic"
        case AuthKind.HTTP:
            return "Http"
        case _:
            return "Bearer"


def _scheme_facts(auth: nodes.Auth, names: NameTable) -> tuple[str, ...]:
    facts: list[str] = []
    if auth.kind is AuthKind.API_KEY and auth.place is not None:
        facts.append(f"place={literal(auth.place.value)}")
        facts.append(f"name={literal(auth.parameter or '')}")
    if auth.kind is AuthKind.HTTP:
        facts.append(f"scheme={literal(auth.scheme or '')}")
    arguments = names.credential(auth.name)
    if arguments != (auth.name,):
        several = ", ".join(literal(each) for each in arguments)
        facts.append(f"arguments=({several}{',' * (len(arguments) == 1)})")
    return tuple(facts)
