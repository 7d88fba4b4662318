"""Security schemes: who calls, and where that is said in a request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics
from ..pointer import ROOT, Pointer, child
from ..spec.objects import (
    Json,
    OAuthFlow,
    OpenAPI,
    SecurityRequirement,
    SecurityScheme,
)
from .declarations import Doc
from .extensions import SCHEME_NAMES, first_text
from .nodes import Auth, AuthKind, Grant, Place, Requirement

_PLACES = {"header": Place.HEADER, "query": Place.QUERY, "cookie": Place.COOKIE}
# HTTP schemes (IANA's registry); those that answer a challenge cannot be just sent.
_CHALLENGES = (
    "digest",
    "dpop",
    "hoba",
    "mutual",
    "negotiate",
    "ntlm",
    "scram-sha-1",
    "scram-sha-256",
)
_HTTP = {
    "basic": AuthKind.BASIC,
    "bearer": AuthKind.BEARER,
    **dict.fromkeys(_CHALLENGES, AuthKind.CHALLENGE),
}
# Whose tokens can be renewed (RFC 6749, 4.4.3 and 4.2.2: not all of them can).
_RENEWABLE = ("authorizationCode", "deviceAuthorization", "password")


def auths_of(openapi: OpenAPI, found: Diagnostics) -> dict[str, Auth]:
    """Every scheme that a client can serve, by its name in the document."""
    made: dict[str, Auth] = {}
    for name, scheme in openapi.security_schemes.items():
        auth = _auth(scheme)
        if auth is None:
            found.warning(
                "unknown-security-scheme",
                f"the security scheme '{name}' of type '{scheme.type}' is left out",
                scheme.pointer,
                hint="types are apiKey, http, oauth2, openIdConnect and mutualTLS",
            )
            continue
        made[name] = auth
        if auth.kind is AuthKind.CHALLENGE:
            found.warning(
                "challenge-scheme",
                f"'{scheme.scheme}' answers a challenge, which a client cannot do "
                "alone",
                child(scheme.pointer, "scheme"),
                hint="whoever makes a client gives it an HTTP client with this "
                "authentication",
            )
    return made


def requirements(
    security: tuple[SecurityRequirement, ...],
    auths: Mapping[str, Auth],
    found: Diagnostics,
    at: Pointer = ROOT,
) -> tuple[Requirement, ...]:
    """Requirements in the order in which a client tries them.

    That is the document's, but credentials that were given come before what an HTTP
    client may do, and that before none at all: `{}` can always be met. A name that
    is no scheme is said, and the requirement left out.
    """
    made: dict[tuple[str, ...], Requirement] = {}
    for requirement in security:
        unknown = [name for name in requirement if name not in auths]
        for name in unknown:
            found.warning(
                "unknown-security-scheme",
                f"'{name}' is no security scheme of the document, so this requirement "
                "is left out",
                child(at, "security"),
                hint="declare it in 'components/securitySchemes'",
            )
        for each in () if unknown else _sendable(requirement, auths, found):
            made.setdefault(tuple(each), each)

    def late(requirement: Requirement) -> tuple[bool, bool]:
        outside = any(auths[name].kind.by_http_client for name in requirement)
        return not requirement, outside

    return tuple(sorted(made.values(), key=late))


def place_of(auth: Auth) -> tuple[Place | None, str]:
    """What a credential travels in: a header in lower case; a certificate in none."""
    if auth.kind is AuthKind.MUTUAL_TLS:
        return None, auth.name
    if auth.place is None:
        return Place.HEADER, "authorization"
    name = auth.parameter or ""
    return auth.place, name.lower() if auth.place is Place.HEADER else name


def _sendable(
    requirement: SecurityRequirement, auths: Mapping[str, Auth], found: Diagnostics
) -> Iterator[SecurityRequirement]:
    """The requirement; where schemes of it share a place, one for each of these.

    A request has one `Authorization` (RFC 9110, 11.6.2): who asks for two credentials
    in it can only mean either.
    """
    sharing: dict[tuple[Place | None, str], list[str]] = {}
    for name in requirement:
        sharing.setdefault(place_of(auths[name]), []).append(name)
    for (_, place), (first, *others) in sharing.items():
        for name in others:
            found.warning(
                "one-credential",
                f"'{name}' is asked for together with '{first}', and both are sent as "
                f"'{place}', of which a request has one: either is taken to be enough",
                auths[name].pointer,
                hint="write a requirement of its own for each of them",
            )
    for turn in range(max(map(len, sharing.values()), default=1)):
        chosen = {several[min(turn, len(several) - 1)] for several in sharing.values()}
        yield {name: requirement[name] for name in requirement if name in chosen}


def _auth(scheme: SecurityScheme) -> Auth | None:
    kind = _kind(scheme)
    place = _PLACES.get(scheme.location or "")
    if kind is None:
        return None
    if kind is AuthKind.API_KEY and (place is None or not scheme.parameter_name):
        return None
    return Auth(
        pointer=scheme.pointer,
        name=scheme.name,
        kind=kind,
        place=place if kind is AuthKind.API_KEY else None,
        parameter=scheme.parameter_name if kind is AuthKind.API_KEY else None,
        scheme=scheme.scheme,
        grants=dict(_grants(scheme.flows)) if kind is AuthKind.OAUTH2 else {},
        discovery=(
            scheme.open_id_connect_url if kind is AuthKind.OPEN_ID_CONNECT else None
        ),
        env=_env(scheme),
        wanted=_names(scheme),
        doc=Doc(description=scheme.description, deprecated=scheme.deprecated),
    )


def _kind(scheme: SecurityScheme) -> AuthKind | None:
    match scheme.type:
        case "apiKey":
            return AuthKind.API_KEY
        case "basic":
            return AuthKind.BASIC
        case "http":
            return _HTTP.get((scheme.scheme or "").lower(), AuthKind.HTTP)
        case "oauth2":
            return AuthKind.OAUTH2
        case "openIdConnect":
            return AuthKind.OPEN_ID_CONNECT
        case "mutualTLS":
            return AuthKind.MUTUAL_TLS
        case _:
            return None


def _env(scheme: SecurityScheme) -> dict[str, str]:
    """Environment variables by part, in the words of several generators."""
    values = scheme.extensions
    own = values.get("x-sdkwright-env")
    if isinstance(own, str):
        return {"": own}
    parts = own if isinstance(own, dict) else _parts(scheme)
    names = {
        part: each.get("env") if isinstance(each, dict) else each
        for part, each in parts.items()
    }
    return {part: name for part, name in names.items() if isinstance(name, str)}


def _names(scheme: SecurityScheme) -> dict[str, str]:
    """What its arguments are to be called, by part, in the same words."""
    own = first_text(scheme.extensions, SCHEME_NAMES)
    if own is not None:
        return {"": own}
    ours = scheme.extensions.get("x-sdkwright-name")
    names: Mapping[str, Json] = {
        part: each.get("name") if isinstance(each, dict) else None
        for part, each in _parts(scheme).items()
    }
    names = ours if isinstance(ours, dict) else names
    return {part: name for part, name in names.items() if isinstance(name, str)}


def _parts(scheme: SecurityScheme) -> Mapping[str, Json]:
    """What Fern's words say of each part: its name, its environment variable."""
    values = scheme.extensions
    parts = values.get("x-fern-basic")
    if isinstance(parts, dict):
        return parts
    return {"": values.get("x-fern-bearer") or values.get("x-fern-header")}


def _grants(flows: Mapping[str, OAuthFlow]) -> Iterator[tuple[Grant, str]]:
    for grant in (Grant.CLIENT_CREDENTIALS, Grant.PASSWORD):
        flow = flows.get(grant.value)
        if flow is not None and flow.token_url:
            yield grant, flow.token_url
    renewable = [flows[name] for name in _RENEWABLE if name in flows]
    urls = (flow.refresh_url or flow.token_url for flow in renewable)
    if url := next(filter(None, urls), None):
        yield Grant.REFRESH, url
