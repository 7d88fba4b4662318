"""What a page says of how a method is called: with whose leave, and how often."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir.nodes import Auth, Requirement
from ..names.credentials import credential_parts
from ..names.table import NameTable
from ..text.markdown import code
from ..views import MethodView

# Calls that may come twice (RFC 9110, 9.2.2).
_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"})


def needs(
    method: MethodView, auths: Mapping[str, Auth], names: NameTable, *, keyed: bool
) -> str:
    """Which credentials a call needs, and whether it is sent again when it fails.

    `auths` are the API's schemes; `keyed` says that every call of the client has a
    key of its own.
    """
    again = keyed or method.keyed or method.verb in _IDEMPOTENT
    retried = (
        "Sent again when it fails in passing."
        if again
        else "Not sent again where it may have arrived."
    )
    return " ".join(filter(None, (_credentials(method, auths, names), retried)))


def _credentials(
    method: MethodView, auths: Mapping[str, Auth], names: NameTable
) -> str:
    if not auths:
        return ""
    wanted = asked(method.security, auths, names)
    if not wanted:
        return "Needs no credentials."
    verb = "Needs" if all(method.security) else "Takes, if there is one,"
    return f"{verb} {wanted}."


def asked(
    security: tuple[Requirement, ...], auths: Mapping[str, Auth], names: NameTable
) -> str:
    """What a call is sent with, as the client's arguments; empty where with nothing."""
    ways = dict.fromkeys(_requirement(each, auths, names) for each in security if each)
    last = ", or " if any(" and " in each for each in ways) else " or "
    return last.join(ways)


def _requirement(
    requirement: Requirement, auths: Mapping[str, Auth], names: NameTable
) -> str:
    """The schemes that are asked for together, each as the client's arguments."""
    return " and ".join(
        _scheme(auths[name], scopes, names) for name, scopes in requirement.items()
    )


def _scheme(auth: Auth, scopes: tuple[str, ...], names: NameTable) -> str:
    end = f" (with the scopes {', '.join(map(code, scopes))})" if scopes else ""
    if auth.kind.by_http_client:
        return f"what {code(auth.name)} asks of the HTTP client{end}"
    several = names.credential(auth.name)
    if auth.fetches:
        return f"a token of {code(auth.name)}{end}"
    parts = zip(credential_parts(auth), several, strict=True)
    return " and ".join(f"`{name}`" for _, name in parts) + end
