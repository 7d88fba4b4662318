"""Whether a request carries credentials as its document asks."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from .decode import Pairs
from .document import Document
from .sdk import Sdk
from .server import Request
from .shapes import Operation


def difference(
    document: Document, sdk: Sdk, operation: Operation, got: Request, pairs: Pairs
) -> str | None:
    """What is missing; the query's credentials are taken from the pairs."""
    schemes = _schemes(document)
    known = [each for each in operation.security if each.keys() <= schemes.keys()]
    tried: list[str] = []
    for requirement in known:
        missing: list[str] = []
        for names in _by_place(requirement, schemes):
            found = [
                _missing(schemes[name], _secrets(sdk, name), got, pairs)
                for name in names
            ]
            missing += [] if None in found else filter(None, found)
        if not missing:
            return None
        tried += missing
    if not known or {} in operation.security:
        return None
    return f"no requirement is met: {'; '.join(tried)}"


def _by_place(
    requirement: Iterable[str], schemes: dict[str, dict[str, Any]]
) -> list[list[str]]:
    """The names of a requirement; those that share a place, which holds one, in one."""
    found: dict[object, list[str]] = {}
    for name in requirement:
        scheme = schemes[name]
        place: tuple[object, ...] = (scheme.get("in"), str(scheme.get("name")).lower())
        if scheme.get("type") != "apiKey":
            place = ("header", "authorization")
        key = name if scheme.get("type") == "mutualTLS" else place
        found.setdefault(key, []).append(name)
    return list(found.values())


def is_credential(document: Document, place: str, name: str) -> bool:
    """Whether a parameter is what a security scheme sends already."""
    return any(
        scheme.get("type") == "apiKey"
        and scheme.get("in") == place
        and str(scheme.get("name")).lower() == name.lower()
        for scheme in _schemes(document).values()
    )


def _schemes(document: Document) -> dict[str, dict[str, Any]]:
    if document.version == "2.0":
        found = document.root.get("securityDefinitions")
    else:
        found = (document.root.get("components") or {}).get("securitySchemes")
    return {name: document.follow(each) for name, each in (found or {}).items()}


def _secrets(sdk: Sdk, name: str) -> list[str]:
    return [sdk.secrets[each] for each in sdk.arguments(name)]


def _missing(
    scheme: dict[str, Any], secrets: list[str], got: Request, pairs: Pairs
) -> str | None:
    match (scheme.get("type"), str(scheme.get("scheme", "")).lower()):
        case ("apiKey", _):
            return _key(scheme["in"], scheme["name"], secrets[0], got, pairs)
        case ("basic", _) | ("http", "basic"):
            joined = ":".join(secrets).encode()
            wanted = f"Basic {b64encode(joined).decode()}"
        case ("http", "bearer") | ("oauth2" | "openIdConnect", _):
            wanted = f"Bearer {secrets[0]}"
        case ("http", _):
            wanted = f"{scheme['scheme']} {secrets[0]}"
        case _:
            return None  # mutual TLS, and what no version knows: nothing is sent
    found = got.headers.get("Authorization")
    return None if found == wanted else f"Authorization is {found!r}, not {wanted!r}"


def _key(place: str, name: str, secret: str, got: Request, pairs: Pairs) -> str | None:
    if place == "query":
        found = [value for _, value in pairs.take(lambda each: each == name)]
        return None if found == [secret] else f"query {name} is {found}"
    if place == "header":
        value = got.headers.get(name)
        return None if value == secret else f"header {name} is {value!r}"
    split = [e.strip().partition("=") for e in got.headers.get("Cookie", "").split(";")]
    cookies = {key: unquote(value) for key, _, value in split}
    return None if cookies.get(name) == secret else f"cookie {name} is missing"
