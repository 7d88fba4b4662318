"""The version of a distribution: the document's, as far as Python's tools take it."""

from __future__ import annotations

import re

from ...diagnostics import Diagnostics
from ...options import VERSION
from ...pointer import Pointer

_NONE = "0.0.0"
_NUMBERS = re.compile(r"v?([0-9]+([._-][0-9]+)*)(?![0-9A-Za-z])")


def version_of(said: str, found: Diagnostics) -> str:
    """The version for what `info.version` says, which may be any text.

    OpenAPI has no rule for it (3.2, 4.2), Python's tools have one: what does not
    follow it, none of them would install. So of `2026-01-02.stable` the numbers
    are taken, and of `latest` nothing.
    """
    if not said:
        return _NONE
    if re.fullmatch(VERSION, said.strip().lower()):
        return said.strip()
    numbers = _NUMBERS.match(said.strip().lower())
    several = re.split("[._-]", numbers[1]) if numbers else []
    version = ".".join(each.lstrip("0") or "0" for each in several) or _NONE
    found.warning(
        "unusual-version",
        f"'{said}' is no version that Python's tools take, so the SDK's is {version}",
        Pointer("#/info/version"),
        hint="give the SDK one with 'version' in the configuration",
    )
    return version
