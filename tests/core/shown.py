"""A client that holds a credential of each kind, so that tests can look for them."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from PACKAGE._core.api import Api
from PACKAGE._core.auth import ApiKey, Scheme
from PACKAGE._core.http_auth import Basic, Bearer, Http
from PACKAGE._core.query_keys import QueryKey

SECRET = "s3cret"
USER = {"username": "ann", "password": SECRET}
SCHEMES: dict[str, tuple[Scheme, Any]] = {
    "header": (ApiKey(place="header", name="X-Pet-Key"), SECRET),
    "cookie": (ApiKey(place="cookie", name="session"), SECRET),
    "query": (QueryKey(name="key"), SECRET),
    "basic": (Basic(), USER),
    "bearer": (Bearer(), lambda: SECRET),
    "http": (Http(scheme="Token"), SECRET),
}
WRITTEN = (SECRET, b64encode(f"ann:{SECRET}".encode()).decode())


def asking(kind: str) -> tuple[Api, dict[str, Any]]:
    """An API that asks for a credential of a kind, and the credentials."""
    scheme, given = SCHEMES[kind]
    api = Api(name="pets", version="1", schemes={"it": scheme}, security=(("it",),))
    return api, {"it": given}


def told(text: str) -> bool:
    """Whether a text has the secret in it."""
    return any(each in text for each in WRITTEN)
