"""Options that are mappings: signatures, credentials, findings to be ignored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .options import NAME, Section, is_device, is_name, kind, suggestion
from .pointer import Pointer, child

if TYPE_CHECKING:
    from .spec.objects import Json

ALGORITHMS = ("sha1", "sha256", "sha512")
ENCODINGS = ("hex", "base64")
SECRETS = ("text", "base64")
# What an environment variable can be called everywhere (POSIX, 8.1).
VARIABLE = "[A-Za-z_][A-Za-z0-9_]*"
# Where a name is imported from, and it itself: `types.chat.Message`.
DOTTED = rf"({NAME}\.)*{NAME}"
_SIGNATURE = (
    "header",
    "separator",
    "prefix",
    "algorithm",
    "encoding",
    "timestamp",
    "timestamp_prefix",
    "signed",
    "secret",
)
_PLACE = re.compile(r"\{([^{}]+)\}")


def standard_webhooks(prefix: str = "webhook") -> dict[str, str]:
    """The scheme of standardwebhooks.com; `prefix` begins the names of its headers."""
    return {
        "header": f"{prefix}-signature",
        "separator": " ",
        "prefix": "v1,",
        "encoding": "base64",
        "timestamp": f"{prefix}-timestamp",
        "signed": f"{{{prefix}-id}}.{{timestamp}}.{{body}}",
        "secret": "base64",
    }


def signature(section: Section, key: str) -> dict[str, str]:
    """How webhooks are signed: `standard`, or the facts of a header."""
    value = section.value.get(key)
    if value is None or value == "standard":
        return {} if value is None else standard_webhooks()
    inner = section.inner(key, "'standard', or a mapping with a 'header'")
    if not isinstance(value, dict):
        return {}
    for each in value:
        if each not in _SIGNATURE:
            section.found.error(
                "unknown-option",
                f"there is no option '{each}'",
                child(inner.at, each),
                on_key=True,
                hint=suggestion(each, _SIGNATURE),
            )
    made = {
        "header": inner.text("header", needed=True),
        "separator": inner.text("separator", blank=True),
        "prefix": inner.text("prefix"),
        "algorithm": inner.choice("algorithm", ALGORITHMS),
        "encoding": inner.choice("encoding", ENCODINGS),
        "timestamp": inner.text("timestamp"),
        "timestamp_prefix": inner.text("timestamp_prefix"),
        "signed": inner.text("signed"),
        "secret": inner.choice("secret", SECRETS),
    }
    facts = {name: each for name, each in made.items() if each is not None}
    timed = facts.keys() & {"timestamp", "timestamp_prefix"}
    if len(timed) > 1:
        inner.wrong("timestamp_prefix", "left out beside 'timestamp'")
    if timed:
        facts.setdefault("signed", "{timestamp}.{body}")
    _check_signed(inner, facts.get("signed", "{body}"), timed=bool(timed))
    return facts


def _check_signed(section: Section, signed: str, *, timed: bool) -> None:
    """What is not signed could be changed by anybody: the body, the time."""
    places = set(_PLACE.findall(signed))
    if "body" not in places or timed != ("timestamp" in places):
        also = "and" if timed else "and, without a timestamp, no"
        section.wrong("signed", f"a text with '{{body}}' {also} '{{timestamp}}'")


def variables(section: Section, key: str) -> dict[str, dict[str, str]]:
    """Environment variables by security scheme, and by part: `password`.

    A scheme that is one secret has just a variable: its part is an empty text.
    """
    inner = section.inner(key, "a mapping of security schemes to variables")
    made: dict[str, dict[str, str]] = {}
    for scheme, each in inner.value.items():
        at = child(inner.at, scheme)
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
    """Whether an environment variable can be called so everywhere."""
    return isinstance(value, str) and bool(re.fullmatch(VARIABLE, value))


def exports(section: Section, key: str) -> dict[str, str]:
    """Names of the SDK by where else programs import them from, below the package."""
    inner = section.inner(key, "a mapping of import paths to names of the SDK")
    return inner.identifiers(
        lambda path: all(is_name(e) and not is_device(e) for e in path.split(".")),
        "cannot be imported",
        "it is a name, or modules below the package and a name: 'types.chat.Message'",
    )


def ignored(section: Section, key: str) -> dict[str, tuple[str, ...]]:
    """Findings that are not told, by code: everywhere, or below some pointers.

    `[code, …]`, or a mapping of codes to true, a pointer or several.
    """
    value = section.value.get(key)
    if value is None:
        return {}
    if not isinstance(value, list | dict):
        section.wrong(key, "codes of findings, or a mapping of codes to pointers")
        return {}
    at = child(section.at, key)
    pairs = value.items() if isinstance(value, dict) else _everywhere(value)
    made: dict[str, tuple[str, ...]] = {}
    for number, (code, places) in enumerate(pairs):
        place = child(at, str(code) if isinstance(value, dict) else number)
        if _is_code(section, code, place, on_key=isinstance(value, dict)):
            pointers = _pointers(section, places, place)
            if pointers is not None:
                made[str(code)] = pointers
    return made


def _everywhere(codes: list[Json]) -> Iterator[tuple[Json, Json]]:
    return ((code, True) for code in codes)


def _is_code(section: Section, code: Json, at: Pointer, *, on_key: bool) -> bool:
    from .rules.every import RULES

    known = isinstance(code, str) and code in RULES
    if not known:
        section.found.error(
            "wrong-option",
            f"{kind(code)} is no code of a finding",
            at,
            on_key=on_key,
            hint=suggestion(str(code), RULES),
        )
    return known


def _pointers(section: Section, value: Json, at: Pointer) -> tuple[str, ...] | None:
    """Pointers below which a finding is ignored; None where there is nothing."""
    if value is True or value is False or value is None:
        return () if value is True else None
    several = value if isinstance(value, list) else [value]
    for index, each in enumerate(several):
        if not isinstance(each, str) or "#" not in each:
            section.found.error(
                "wrong-option",
                f"{kind(each)} is no JSON Pointer",
                child(at, index) if isinstance(value, list) else at,
                hint="one looks like '#/paths/~1pets~1{id}/get'",
            )
    return tuple(each.rstrip("/") for each in several if isinstance(each, str))
