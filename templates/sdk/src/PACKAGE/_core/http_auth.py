"""Schemes of HTTP authentication, and what an HTTP client does by itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from .auth import Credential, Scheme, Secret, Signed
from .errors import InvalidRequestError
from .records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Basic(Scheme):
    """User name and password (RFC 7617)."""

    def sign(self, values: Mapping[str, str], signed: Signed) -> None:
        username = values.get("username", "")
        if ":" in username:  # RFC 7617, 2: it would end there
            raise InvalidRequestError("a user name of HTTP Basic has no colon in it")
        encoded = b64encode(f"{username}:{values.get('password', '')}".encode())
        signed.headers["Authorization"] = f"Basic {encoded.decode()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Http(Scheme):
    """A scheme of HTTP authentication whose credential is one word (RFC 9110, 11)."""

    scheme: str

    def sign(self, values: Mapping[str, str], signed: Signed) -> None:
        signed.headers["Authorization"] = f"{self.scheme} {values['']}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer(Http):
    """A token (RFC 6750)."""

    scheme: str = "Bearer"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHttpClient(Scheme):
    """What the user's own HTTP client does: certificates (mutual TLS), dialogues."""

    arguments: tuple[str, ...] = ("httpx_client",)

    def given(self, credential: Credential, own_http_client: bool) -> dict[str, Secret]:
        return {"": ""} if own_http_client else {}

    def sign(self, values: Mapping[str, str], signed: Signed) -> None:
        """Nothing: who gives an HTTP client has seen to it."""
