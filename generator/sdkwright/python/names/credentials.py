"""Names of credentials: the client's arguments, and what stands in for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from ...config import Target
from ...diagnostics import Diagnostics
from ...ir import nodes
from ...ir.nodes import AuthKind, Grant
from ...option_mappings import is_variable
from ...pointer import ROOT
from . import reserved
from .words import attribute, words

# What the name of a scheme may end in and says nothing of what is asked for.
_KINDS = frozenset({"auth", "authentication", "authorization", "scheme", "security"})


def credential_names(
    api: nodes.Api, pinned: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The constructor's arguments for each scheme, one for each of its parts.

    Schemes that are called by a name of their own come first.
    """
    several = [auth for auth in api.auths.values() if not auth.kind.by_http_client]
    settled: dict[str, tuple[str, ...]] = {
        auth.name: ("httpx_client",) for auth in api.auths.values()
    }
    used: set[str] = set(reserved.OPTIONS)
    rest: list[nodes.Auth] = []
    for auth in several:
        names = _wanted(auth, pinned.get(auth.pointer))
        if not names or used & set(names) or len(set(names)) < len(names):
            rest.append(auth)
            continue
        used |= set(names)
        settled[auth.name] = names
    wanted = Counter(name for auth in rest for name in _usual_credential(auth))
    for auth in rest:
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


def _wanted(auth: nodes.Auth, pinned: str | None) -> tuple[str, ...]:
    """What a scheme's arguments are to be called; empty where nobody says.

    One name for a scheme of several parts stands before what each usually is.
    """
    whole = pinned or auth.wanted.get("")
    usual = _usual_credential(auth)
    if whole:
        own = attribute(whole)
        return (own,) if len(usual) == 1 else tuple(f"{own}_{name}" for name in usual)
    if not auth.wanted:
        return ()
    parts = zip(credential_parts(auth), usual, strict=True)
    return tuple(attribute(auth.wanted.get(part) or name) for part, name in parts)


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
