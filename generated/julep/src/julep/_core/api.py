"""What is true of every call to an API, stated once in its client module."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TypeAlias

from .auth import Scheme
from .records import dataclass

_PYTHON = platform.python_version()
# What gives a server's URL with the values of its variables.
Address: TypeAlias = Callable[[Mapping[str, str | None]], str]


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
    servers: Mapping[str, Address] = field(default_factory=dict[str, Address])
    idempotency_header: str | None = None

    def address(self, server: str, variables: Mapping[str, str | None]) -> str:
        """The base URL of a server."""
        known = self.servers.get(server)
        return server if known is None else known(variables)

    @property
    def user_agent(self) -> str:
        return f"{self.name}/{self.version} python/{_PYTHON}"
