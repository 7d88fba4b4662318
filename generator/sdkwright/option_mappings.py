"""Options that are mappings: how webhooks are signed, where credentials stand."""

from __future__ import annotations

import re

from .options import Section, kind, suggestion
from .pointer import child

_SIGNATURE = ("header", "algorithm", "encoding", "prefix", "timestamp")


def signature(section: Section, key: str) -> dict[str, str]:
    """How webhooks are signed: `standard`, or the facts of a header."""
    value = section.value.get(key)
    if value is None or value == "standard":
        return {} if value is None else {"standard": "webhook"}
    if not isinstance(value, dict):
        section.wrong(key, "'standard', or a mapping with a 'header'")
        return {}
    at = child(section.at, key)
    inner = Section(value=value, at=at, folder=section.folder, found=section.found)
    for each in value:
        if each not in _SIGNATURE:
            section.found.error(
                "unknown-option",
                f"there is no option '{each}'",
                child(at, each),
                on_key=True,
                hint=suggestion(each, _SIGNATURE),
            )
    made = {
        "header": inner.text("header", needed=True),
        "algorithm": inner.choice("algorithm", ("sha1", "sha256", "sha512")),
        "encoding": inner.choice("encoding", ("hex", "base64")),
        "prefix": inner.text("prefix"),
        "timestamp": inner.text("timestamp"),
    }
    return {name: each for name, each in made.items() if each is not None}


def variables(section: Section, key: str) -> dict[str, dict[str, str]]:
    """Environment variables by security scheme, and by part: `password`.

    A scheme that is one secret has just a variable: its part is an empty text.
    """
    value = section.value.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        section.wrong(key, "a mapping of security schemes to variables")
        return {}
    made: dict[str, dict[str, str]] = {}
    for scheme, each in value.items():
        at = child(section.at, key, scheme)
        parts = each if isinstance(each, dict) else {"": each}
        for part, name in parts.items():
            if is_variable(name):
                made.setdefault(scheme, {})[part] = str(name)
            else:
                section.found.error(
                    "wrong-option",
                    f"{kind(name)} is no name of an environment variable",
                    child(at, part) if part else at,
                    hint="it is letters, digits and _",
                )
    return made


def is_variable(value: object) -> bool:
    """Whether an environment variable can be called so everywhere (POSIX, 8.1)."""
    return isinstance(value, str) and bool(
        re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", value)
    )
