"""Servers whose URL has variables."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .errors import InvalidRequestError
from .records import dataclass

_ODD = re.compile(r"[^!-~]|[?#@\\]")


@dataclass(frozen=True, slots=True)
class Server:
    """A URL with variables in braces, and their defaults."""

    url: str
    variables: Mapping[str, str]

    def __call__(self, given: Mapping[str, str | None]) -> str:
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
