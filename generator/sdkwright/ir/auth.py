"""Security schemes: who calls, and where that is said in a request."""

from __future__ import annotations

from ..diagnostics import Diagnostics
from ..spec.objects import OpenAPI, SecurityScheme
from .declarations import Doc
from .nodes import Auth, AuthKind, Place

_PLACES = {"header": Place.HEADER, "query": Place.QUERY, "cookie": Place.COOKIE}
_HTTP = {"basic": AuthKind.BASIC, "bearer": AuthKind.BEARER}


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
        else:
            made[name] = auth
    return made


def _auth(scheme: SecurityScheme) -> Auth | None:
    kind = _kind(scheme)
    place = _PLACES.get(scheme.location or "")
    if kind is None:
        return None
    if kind is AuthKind.API_KEY and (place is None or not scheme.parameter_name):
        return None
    flows = scheme.flows.values()
    return Auth(
        pointer=scheme.pointer,
        name=scheme.name,
        kind=kind,
        place=place if kind is AuthKind.API_KEY else None,
        parameter=scheme.parameter_name if kind is AuthKind.API_KEY else None,
        scheme=scheme.scheme,
        token_url=next((flow.token_url for flow in flows if flow.token_url), None),
        scopes=tuple(dict.fromkeys(scope for flow in flows for scope in flow.scopes)),
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
