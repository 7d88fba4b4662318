"""How a client of Fern's authenticates: `auth-schemes`, and which of them `auth` is."""

from __future__ import annotations

from collections.abc import Iterator

from ..pointer import child
from ..spec.objects import Json
from .carried import Scheme, Secret
from .keys import Keys, Reasons

_PARTS = {"token": "", "username": "username", "password": "password"}
_CLIENTS = {"client-id-env": "client_id", "client-secret-env": "client_secret"}
# Schemes that need not be declared.
_BUILT_IN = ("basic", "bearer")
_UNUSED = ("`auth` does not name it, so the document's own counts", "name it in `auth`")
_FETCHED = ("how tokens are fetched is in the document", "set `flows` in an overlay")
_REASONS: Reasons = {
    "header": _UNUSED,
    "scheme": _UNUSED,
    "prefix": ("a header holds the credential alone", "give the credential with it"),
    "get-token": _FETCHED,
    "refresh-token": _FETCHED,
    "scopes": _FETCHED,
}


def auth_of(keys: Keys) -> tuple[tuple[Secret, ...], tuple[Scheme, ...]]:
    """What the client calls its credentials, and the schemes that `auth` names.

    Any of the latter is what every operation asks for; a scheme that it does not name
    stands for what the document has under its name.
    """
    secrets: list[Secret] = []
    schemes: list[Scheme] = []
    api = keys.mapping("api")
    asked = dict((*_asked(keys), *_asked(api)))
    for place in (keys, api):
        for name, scheme in place.mapping("auth-schemes").mappings():
            secrets += _secrets(name, scheme)
            made = _made(scheme) if name in asked else None
            if made is not None:
                schemes.append(Scheme(name=name, value=made, at=scheme.at))
            scheme.take("type")  # of the credential, which is a text
            scheme.rest(_REASONS)
            asked.pop(name, None)
    for name, where in asked.items():
        if name in _BUILT_IN:
            said: dict[str, Json] = {"type": "http", "scheme": name}
            schemes.append(Scheme(name=name, value=said, at=child(where.at, "auth")))
        else:
            where.leave("auth", f"there is no scheme '{name}' in `auth-schemes`")
    return tuple(secrets), tuple(schemes)


def _asked(keys: Keys) -> Iterator[tuple[str, Keys]]:
    """The names of `auth`, and where it stands: one, or any of several."""
    if (one := keys.text("auth")) is not None:
        yield one, keys
    for _, name, _ in keys.mapping("auth").listed("any").texts():
        yield name, keys


def _secrets(name: str, scheme: Keys) -> Iterator[Secret]:
    if "header" in scheme.value:
        yield from _secret(name, scheme, "")
    for key, part in _PARTS.items():
        inside = scheme.mapping(key)
        yield from _secret(name, inside, part)
        inside.rest()
    for key, part in _CLIENTS.items():
        if (variable := scheme.text(key)) is not None:
            yield Secret(scheme=name, at=scheme.at, part=part, variable=variable)


def _secret(name: str, keys: Keys, part: str) -> Iterator[Secret]:
    argument, variable = keys.text("name"), keys.text("env")
    if argument is not None or variable is not None:
        yield Secret(
            scheme=name, at=keys.at, part=part, argument=argument, variable=variable
        )


def _made(scheme: Keys) -> dict[str, Json] | None:
    """A security scheme; with a word before the credential, one of HTTP."""
    if "get-token" in scheme.value:
        return None
    made: dict[str, Json] = {}
    if (kind := scheme.text("scheme")) in ("basic", "bearer"):
        made = {"type": "http", "scheme": kind}
    elif (header := scheme.text("header")) is not None:
        is_http = header.lower() == "authorization"
        if is_http and (word := scheme.text("prefix")):
            made = {"type": "http", "scheme": "bearer" if word == "Bearer" else word}
        else:
            made = {"type": "apiKey", "in": "header", "name": header}
    if made and (description := scheme.text("docs")):
        made["description"] = description
    return made or None
