"""What is true of every call to an API, stated once in its client module."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass, field

from .auth import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """`security` is what operations ask for unless they say otherwise."""

    name: str
    version: str
    schemes: Mapping[str, Scheme] = field(default_factory=dict[str, Scheme])
    security: tuple[tuple[str, ...], ...] = ()

    @property
    def user_agent(self) -> str:
        return f"{self.name}/{self.version} python/{platform.python_version()}"
