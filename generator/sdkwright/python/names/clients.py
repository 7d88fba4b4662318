"""Names of the client: methods, resources, credentials and environments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from ...config import Target
from ...diagnostics import Diagnostics
from ...ir import nodes
from ...ir.nodes import AuthKind, Grant
from ...option_mappings import is_variable
from ...pointer import ROOT, Pointer
from . import reserved
from .operations import operation_name
from .resources import ResourceNames
from .settle import Claim, Memory, numbered, settle
from .words import (
    attribute,
    constant_case,
    identifier,
    snake_case,
    words,
)

# What the name of a scheme may end in and says nothing of what is asked for.
_KINDS = frozenset({"auth", "authentication", "authorization", "scheme", "security"})


def method_names(
    api: nodes.Api,
    target: Target,
    resources: Mapping[tuple[str, ...], ResourceNames],
    found: Diagnostics,
    memory: Memory,
) -> dict[Pointer, str]:
    """Names of methods, unique on the client and on each of its resources."""
    scopes: dict[tuple[str, ...], list[nodes.Operation]] = {}
    for operation in api.operations:
        group = operation.group if resources else ()
        scopes.setdefault(group, []).append(operation)
    settled: dict[Pointer, str] = {}
    for group, several in scopes.items():
        claims: list[Claim] = []
        for operation in several:
            pinned = target.names.get(operation.pointer) or _wanted(operation)
            wishes = operation_name(operation, group)
            if not group and wishes[0] in reserved.CLIENT:
                wishes = (f"{wishes[0]}_", *wishes[1:])
            claims.append(
                (operation.pointer, (*((pinned,) if pinned else ()), *wishes))
            )
        taken = set(reserved.RESOURCE if group else reserved.CLIENT)
        below = (path for path in resources if path[:-1] == group)
        taken.update(resources[path].attribute for path in below)
        warn = numbered(found, "method name")
        settled |= settle(claims, taken, warn, memory, lasting=True)
    return settled


def webhook_names(
    api: nodes.Api, target: Target, found: Diagnostics, memory: Memory
) -> dict[Pointer, str]:
    """Functions that read payloads: `parse_new_pet`."""
    claims: list[Claim] = []
    for each in api.webhooks:
        pinned = target.names.get(each.pointer) or _wanted(each)
        plain = f"parse_{snake_case(each.name)}".rstrip("_")
        claims.append((each.pointer, (*((pinned,) if pinned else ()), plain)))
    warn = numbered(found, "function name")
    return settle(claims, {"models", "payload", "verify"}, warn, memory, lasting=True)


def _wanted(each: nodes.Operation | nodes.Webhook) -> str | None:
    """The name that the document asks for, which may be any text."""
    name = snake_case(each.wanted or "")
    return identifier(name, "call") if name else None


def credential_names(api: nodes.Api) -> dict[str, tuple[str, ...]]:
    """The constructor's arguments for each scheme, one for each of its parts."""
    several = [auth for auth in api.auths.values() if not auth.kind.by_http_client]
    settled: dict[str, tuple[str, ...]] = {
        auth.name: ("httpx_client",) for auth in api.auths.values()
    }
    wanted = Counter(name for auth in several for name in _usual_credential(auth))
    used: set[str] = set(reserved.OPTIONS)
    for auth in several:
        usual = _usual_credential(auth)
        own = attribute(_without_kind(auth.name))
        shared = {name for name in usual if wanted[name] > 1 and own not in usual}
        names = _own_credential(auth, own, shared)
        if used & set(names):
            names = _own_credential(auth, own, used)
        if used & set(names):
            names = _own_credential(auth, f"{own}_credential", used)
        used |= set(names)
        settled[auth.name] = names
    return settled


def _without_kind(scheme: str) -> str:
    """`AdminApiKeyAuth` asks for an `admin_api_key`: a scheme is one by itself."""
    several = words(scheme)
    kind = several[-1].lower() if len(several) > 1 else ""
    return "_".join(several[:-1]) if kind in _KINDS else scheme


def credential_parts(auth: nodes.Auth) -> tuple[str, ...]:
    """What a scheme takes, in order; an empty text where that is just one secret."""
    if auth.kind is AuthKind.BASIC:
        return ("username", "password")
    if not auth.fetches:
        return ("",)
    user = ("username", "password") if Grant.PASSWORD in auth.grants else ()
    refresh = ("refresh_token",) if Grant.REFRESH in auth.grants else ()
    return ("token", "client_id", "client_secret", *user, *refresh, "token_url")


def environment_variables(
    api: nodes.Api, target: Target, found: Diagnostics
) -> dict[str, dict[str, str]]:
    """Variables that stand in for credentials, by scheme and part.

    The target's count more than the document's. What has no use is said.
    """
    settled: dict[str, dict[str, str]] = {}
    for name in {**api.auths, **target.env}:
        auth = api.auths.get(name)
        parts = () if auth is None else credential_parts(auth)
        given = target.env.get(name) or ({} if auth is None else auth.env)
        for part, variable in given.items():
            kind = "token" if not part and "token" in parts else part
            if kind in parts and is_variable(variable):
                settled.setdefault(name, {})[kind] = variable
            else:
                found.warning(
                    "unused-variable",
                    f"the environment variable '{variable}' cannot stand for "
                    f"{f'the {part} of ' if part else ''}the scheme '{name}'",
                    ROOT if auth is None else auth.pointer,
                    hint=(
                        f"it takes {' and '.join(filter(None, parts))}"
                        if any(parts)
                        else None
                    ),
                )
    return settled


def _usual_credential(auth: nodes.Auth) -> tuple[str, ...]:
    parts = credential_parts(auth)
    if parts != ("",):
        return parts
    match auth.kind:
        case AuthKind.API_KEY:
            return ("api_key",)
        case AuthKind.HTTP:
            return ("credentials",)
        case _:
            return ("token",)


def _own_credential(
    auth: nodes.Auth, own: str, taken: Collection[str]
) -> tuple[str, ...]:
    """The usual names, with the scheme's own in place of those that are taken."""
    usual = _usual_credential(auth)
    if not set(usual) & set(taken):
        return usual
    if len(usual) == 1:
        return (own,)
    whole = auth.kind is AuthKind.BASIC  # the two are always called alike
    return tuple(f"{own}_{name}" if whole or name in taken else name for name in usual)


def variable_names(
    api: nodes.Api, credentials: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """Arguments for the variables of the servers' URLs."""
    several = {each.name for server in api.servers for each in server.variables}
    taken = {name for names in credentials.values() for name in names}
    claims = (
        (Pointer(name), (attribute(name), f"server_{attribute(name)}"))
        for name in sorted(several)
    )
    names = settle(claims, taken | reserved.OPTIONS, lambda at, name: None)
    return {str(at): name for at, name in names.items()}


def environment_names(api: nodes.Api) -> dict[Pointer, str]:
    if len(api.servers) == 1 and not api.servers[0].label:
        return {api.servers[0].pointer: "DEFAULT"}
    claims: list[Claim] = []
    for index, server in enumerate(api.servers):
        label = server.label or _short(server.doc.description)
        host = server.url.partition("//")[2].partition("/")[0] or "relative"
        first = constant_case(label) if label else "DEFAULT" if index == 0 else ""
        wishes = [
            identifier(text, "SERVER", "N")
            for text in (first, constant_case(host))
            if text
        ]
        claims.append((server.pointer, tuple(wishes)))
    return settle(claims, (), lambda at, name: None)


def _short(description: str | None) -> str | None:
    text = (description or "").strip().rstrip(".")
    return text if text and len(text.split()) <= 3 else None
