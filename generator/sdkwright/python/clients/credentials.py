"""Credentials: the constructor's arguments for them, and the schemes in code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...config import Target
from ...ir import nodes
from ...ir.nodes import AuthKind, Grant
from ...prose import question
from ..names.credentials import credential_parts
from ..names.table import NameTable
from ..text.imports import Import
from ..text.layout import Group
from ..text.literals import literal
from ..views import OptionView

_SAID = {
    AuthKind.API_KEY: "The key that the API gave you; sent as it is.",
    AuthKind.BEARER: "The bearer token.",
    AuthKind.HTTP: "The credentials of the `Authorization` header, after the scheme.",
    AuthKind.OAUTH2: "The OAuth 2 access token.",
    AuthKind.OPEN_ID_CONNECT: "The OpenID Connect access token.",
}
_PARTS = {
    "username": "The username of HTTP Basic authentication.",
    "password": "The password of HTTP Basic authentication.",
}
_GRANT_PARTS = {
    "token": "Without one the client fetches its own, and renews it in time.",
    "client_id": "What the API calls your program, to fetch tokens.",
    "client_secret": "The secret that belongs to it.",
    "username": "The user for whom tokens are fetched.",
    "password": "The password of that user.",
    "refresh_token": "What renews the access tokens of a user.",
    "token_url": "Where tokens are fetched, if it is not where the API's document "
    "says.",
}
# Never secret, or never changing: no function needs to give them.
_FIXED = ("username", "client_id", "token_url")
_CLASSES = {
    AuthKind.API_KEY: "ApiKey",
    AuthKind.BASIC: "Basic",
    AuthKind.HTTP: "Http",
    AuthKind.MUTUAL_TLS: "ByHttpClient",
    AuthKind.CHALLENGE: "ByHttpClient",
}
# Where they stand, but for those of HTTP's own authentication.
_HOMES = {"ApiKey": "auth", "OAuth2": "oauth", "QueryKey": "query_keys"}
_GRANTS = {
    Grant.CLIENT_CREDENTIALS: "client_credentials",
    Grant.PASSWORD: "password",
    Grant.REFRESH: "refresh",
}


def credential_options(
    api: nodes.Api, names: NameTable, target: Target
) -> Iterator[OptionView]:
    """The constructor's arguments: for each scheme one or more."""
    always = frozenset(api.security[0]) if len(api.security) == 1 else frozenset[str]()
    for auth in _given(api):
        env = names.env_of(auth.name)
        required = auth.name in always and not auth.fetches and not env
        parts = zip(credential_parts(auth), names.credential(auth.name), strict=True)
        for part, name in parts:
            called = target.credentials == "callables" and part not in _FIXED
            end = "" if required else " | None"
            yield OptionView(
                name=name,
                annotation=("str | Callable[[], str]" if called else "str") + end,
                async_annotation=(
                    "str | Callable[[], str | Awaitable[str]]" if called else "str"
                )
                + end,
                default=None if required else "None",
                description=_description(auth, part, env.get(part)),
                common=False,
                scheme=auth.name if part in _example(auth) and not env else None,
                tested=part == "token" or not auth.fetches,
            )


def _example(auth: nodes.Auth) -> tuple[str, ...]:
    """The parts that an example gives: what a program has from the beginning."""
    if not auth.fetches:
        return credential_parts(auth)
    if Grant.CLIENT_CREDENTIALS in auth.grants or auth.discovery:
        return ("client_id", "client_secret")
    return ("username", "password") if Grant.PASSWORD in auth.grants else ("token",)


def annotation_imports(options: Iterable[OptionView]) -> frozenset[Import]:
    """What the arguments' annotations need of the standard library."""
    text = " ".join(option.async_annotation for option in options)
    return frozenset(
        Import("collections.abc", name)
        for name in ("Awaitable", "Callable")
        if f"{name}[" in text
    )


def _description(auth: nodes.Auth, part: str, variable: str | None) -> str:
    own = auth.doc.description or (
        _PARTS[part] if part and not auth.fetches else _SAID.get(auth.kind, "")
    )
    several = [own] if own else []
    if auth.fetches:
        several = [*(several if part == "token" else ()), _GRANT_PARTS[part]]
    said = " ".join(several)
    if variable is None:
        return said
    end = "" if several and _ends(several[-1]) else "."
    gap = "\n\n" if any(map(_has_lines, several)) else " "
    default = f"By default what `{variable}` holds in the environment."
    return f"{said.rstrip()}{end}{gap}{default}"


@question
def _ends(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?"))


@question
def _has_lines(text: str) -> bool:
    return "\n" in text.strip()


def credentials_argument(api: nodes.Api, names: NameTable) -> tuple[Group, ...]:
    """`credentials={…}`: what the constructor hands to the runtime, if anything."""
    items = tuple(_handed(auth, names.credential(auth.name)) for auth in _given(api))
    return (Group("credentials={", items, "}"),) if items else ()


def _handed(auth: nodes.Auth, names: tuple[str, ...]) -> str | Group:
    parts = credential_parts(auth)
    head = f"{literal(auth.name)}: "
    if parts == ("",):
        return f"{head}{names[0]}"
    pairs = zip(parts, names, strict=True)
    items = tuple(f"{literal(part)}: {name}" for part, name in pairs)
    return Group(f"{head}{{", items, "}")


def _given(api: nodes.Api) -> tuple[nodes.Auth, ...]:
    """The schemes whose credentials are given to the constructor."""
    return tuple(auth for auth in api.auths.values() if not auth.kind.by_http_client)


def scheme_imports(api: nodes.Api) -> frozenset[Import]:
    """The runtime's classes that the API's schemes need."""
    return frozenset(
        Import(f"._core.{_HOMES.get(each, 'http_auth')}", each)
        for each in map(_class, api.auths.values())
    )


def security_facts(api: nodes.Api, names: NameTable) -> Iterator[Group]:
    """What `_API` says of schemes, and of what calls ask for by default."""
    schemes = tuple(
        Group(f"{literal(auth.name)}: {_class(auth)}(", _facts(auth, names), ")")
        for auth in api.auths.values()
    )
    if schemes:
        yield Group("schemes={", schemes, "}")
    if api.security:
        yield from asked("security", api.security, api)


def asked(
    keyword: str, security: tuple[nodes.Requirement, ...], api: nodes.Api
) -> tuple[Group, ...]:
    """`keyword=((…), …)`: requirements, each the names of its schemes.

    `scopes={…}` follows where tokens that the client fetches have to be good for
    something.
    """
    names = (
        Group("(", tuple(map(literal, each)), ")", is_tuple=True) for each in security
    )
    found: dict[str, tuple[str, ...]] = {}
    for requirement in security:
        for name, several in requirement.items():
            if several and api.auths[name].fetches:
                found.setdefault(name, several)
    items = tuple(
        Group(f"{literal(name)}: (", tuple(map(literal, each)), ")", is_tuple=True)
        for name, each in found.items()
    )
    whole = Group(f"{keyword}=(", tuple(names), ")", is_tuple=True)
    return (whole, Group("scopes={", items, "}")) if items else (whole,)


def _class(auth: nodes.Auth) -> str:
    if auth.fetches:
        return "OAuth2"
    return "QueryKey" if auth.in_query else _CLASSES.get(auth.kind, "Bearer")


def _facts(auth: nodes.Auth, names: NameTable) -> tuple[str | Group, ...]:
    facts: list[str | Group] = []
    if auth.kind is AuthKind.API_KEY and auth.place is not None:
        if not auth.in_query:
            facts.append(f"place={literal(auth.place.value)}")
        facts.append(f"name={literal(auth.parameter or '')}")
    if auth.kind is AuthKind.HTTP:
        facts.append(f"scheme={literal(auth.scheme or '')}")
    facts += [f"{_GRANTS[each]}={literal(url)}" for each, url in auth.grants.items()]
    if auth.discovery:
        facts.append(f"discovery={literal(auth.discovery)}")
    arguments = names.credential(auth.name)
    if arguments != (auth.name,) and not auth.kind.by_http_client:
        facts.append(_several("arguments", arguments))
    if env := names.env_of(auth.name):
        variables = (env.get(part, "") for part in credential_parts(auth))
        facts.append(_several("env", tuple(variables)))
    return tuple(facts)


def _several(keyword: str, texts: tuple[str, ...]) -> Group:
    return Group(f"{keyword}=(", tuple(map(literal, texts)), ")", is_tuple=True)
