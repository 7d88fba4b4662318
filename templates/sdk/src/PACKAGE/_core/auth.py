"""Credentials: how each scheme puts them into a request (OpenAPI 3.2, 4.27)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

from .errors import InvalidRequestError, MissingCredentialError

# What a client is given for a scheme: a secret, or a user name and a password.
Credential: TypeAlias = "str | tuple[str | None, str | None] | None"


@dataclass(slots=True)
class Signed:
    """What credentials add to a request."""

    headers: dict[str, str] = field(default_factory=dict[str, str])
    query: list[str] = field(default_factory=list[str])
    cookies: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A way to say who calls.

    `arguments` are the client's for it, where they are not called as the scheme is.
    """

    arguments: tuple[str, ...] = ()

    def sign(self, secret: str, signed: Signed) -> None:
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey(Scheme):
    """A key in a header, the query or a cookie, as it is."""

    place: str
    name: str

    def sign(self, secret: str, signed: Signed) -> None:
        match self.place:
            case "query":
                signed.query.append(f"{quote(self.name)}={quote(secret, safe='')}")
            case "cookie":
                signed.cookies.append(f"{self.name}={quote(secret, safe='')}")
            case _:
                signed.headers[self.name] = secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Basic(Scheme):
    """User name and password (RFC 7617)."""

    def sign(self, secret: str, signed: Signed) -> None:
        encoded = b64encode(secret.encode()).decode()
        signed.headers["Authorization"] = f"Basic {encoded}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer(Scheme):
    """A token (RFC 6750)."""

    def sign(self, secret: str, signed: Signed) -> None:
        signed.headers["Authorization"] = f"Bearer {secret}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Http(Scheme):
    """Any other scheme of HTTP authentication (RFC 9110, 11)."""

    scheme: str

    def sign(self, secret: str, signed: Signed) -> None:
        signed.headers["Authorization"] = f"{self.scheme} {secret}"


def sign(
    requirements: tuple[tuple[str, ...], ...],
    schemes: Mapping[str, Scheme],
    credentials: Mapping[str, Credential],
) -> Signed:
    """What the first requirement that can be met adds to a request.

    Raises:
        MissingCredentialError: None can be met, and the call needs one.
    """
    signed = Signed()
    if not requirements:
        return signed
    secrets = {name: _secret(credentials.get(name)) for name in schemes}
    for names in requirements:
        if all(secrets.get(name) is not None for name in names):
            for name in names:
                schemes[name].sign(_checked(name, secrets[name]), signed)
            return signed
    wanted = " or ".join(" and ".join(names) for names in requirements)
    lacking = next(name for name in requirements[0] if secrets.get(name) is None)
    scheme = schemes.get(lacking)
    arguments = (scheme.arguments if scheme is not None else ()) or (lacking,)
    raise MissingCredentialError(
        f"this call needs credentials ({wanted}): "
        f"give the client {' and '.join(arguments)}"
    )


def _secret(credential: Credential) -> str | None:
    if not isinstance(credential, tuple):
        return credential
    username, password = credential
    if username is None and password is None:
        return None
    return f"{username or ''}:{password or ''}"


def _checked(name: str, secret: str | None) -> str:
    """A secret that can stand in a header; the message does not show it."""
    written = secret or ""
    if any(ord(each) < 32 or ord(each) == 127 for each in written):
        raise InvalidRequestError(
            f"the credential for {name} holds a control character"
        )
    return written
