"""How a method is called: with whose leave, and how often; for pages and hovers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...ir.nodes import Api, Auth, Operation, Requirement
from ..names.credentials import credential_parts
from ..names.table import NameTable
from ..text.markdown import code
from ..views import MethodView

# Calls that may come twice (RFC 9110, 9.2.2).
_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"})


def needs(method: MethodView, auths: Mapping[str, Auth], names: NameTable) -> str:
    """Which credentials a call needs, and whether it is sent again when it fails.

    `auths` are the API's schemes.
    """
    again = method.keyed or method.verb in _IDEMPOTENT
    retried = (
        "Sent again when it fails in passing."
        if again
        else "Not sent again where it may have arrived."
    )
    leave = _credentials(method.security, auths, names)
    return " ".join(filter(None, (leave, retried)))


def route_of(
    operation: Operation,
    usual: tuple[Requirement, ...],
    auths: Mapping[str, Auth],
    names: NameTable,
    *,
    keyed: bool,
) -> str:
    """What a hover says besides the operation's own words, in a line.

    Its verb and path; that it is not sent again; its credentials where they are not
    the `usual` ones that most calls need, of which the class tells. One that is `keyed`
    has a key by which the server knows it when it comes again.
    """
    verb = operation.method.upper()
    again = keyed or verb in _IDEMPOTENT
    leave = ""
    if operation.security != usual:
        leave = _credentials(operation.security, auths, names)
    once = "" if again else ", not sent again where it may have arrived"
    return " ".join(filter(None, (f"{verb} {operation.path}{once}.", leave)))


def usual_security(api: Api) -> tuple[Requirement, ...]:
    """What most operations ask for."""
    if api.security:
        return api.security
    several = {repr(each.security): each.security for each in api.operations}
    counted = Counter(repr(each.security) for each in api.operations)
    return several[counted.most_common(1)[0][0]] if several else ()


def _credentials(
    security: tuple[Requirement, ...], auths: Mapping[str, Auth], names: NameTable
) -> str:
    if not auths:
        return ""
    wanted = asked(security, auths, names)
    if not wanted:
        return "Needs no credentials."
    verb = "Needs" if all(security) else "Takes, if there is one,"
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
