"""What is true of every call to an API, stated once in its client module."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from dataclasses import field

from .auth import Scheme
from .errors import InvalidRequestError
from .records import dataclass

_PYTHON = platform.python_version()
_ODD = re.compile(r"[^!-~]|[?#@\\]")


@dataclass(frozen=True, slots=True)
class Server:
    """A URL with variables in braces, and their defaults."""

    url: str
    variables: Mapping[str, str]

    def filled(self, given: Mapping[str, str | None]) -> str:
        """The URL with the values given, else with the defaults.

        A value cannot add a query, a fragment or another host.
        """
        url = self.url
        for name, default in self.variables.items():
            value = given.get(name)
            value = default if value is None else value
            if _ODD.search(value):
                raise InvalidRequestError(f"{name} is no part of a URL: {value!r}")
            url = url.replace(f"{{{name}}}", value)
        return url


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """`security` is what operations ask for unless they say otherwise; `scopes` are
    what a token has to be good for then, by scheme.

    `servers` are those whose URL has variables, by what it is without any given.
    `idempotency_header` is sent with every call that is not idempotent by itself.
    """

    name: str
    version: str
    schemes: Mapping[str, Scheme] = field(default_factory=dict[str, Scheme])
    security: tuple[tuple[str, ...], ...] = ()
    scopes: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    servers: Mapping[str, Server] = field(default_factory=dict[str, Server])
    idempotency_header: str | None = None

    def address(self, server: str, variables: Mapping[str, str | None]) -> str:
        """The base URL of a server."""
        known = self.servers.get(server)
        return server if known is None else known.filled(variables)

    @property
    def user_agent(self) -> str:
        return f"{self.name}/{self.version} python/{_PYTHON}"
