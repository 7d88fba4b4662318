"""What a document says in extensions, in the words of several generators."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from ..spec.objects import Json

Extensions: TypeAlias = Mapping[str, Json]

# Extensions by what they name, first the ones that win. A slash leads into a mapping.
TYPE_NAMES = (
    "x-sdkwright-name",
    "x-fern-type-name",
    "x-speakeasy-name-override",
    "x-stainless-naming/python/type_name",
    "x-stainless-naming/python/model_name",
    "x-ms-enum/name",
)
PROPERTY_NAMES = (
    "x-sdkwright-name",
    "x-fern-property-name",
    "x-speakeasy-name-override",
    "x-stainless-naming/python/property_name",
)
METHOD_NAMES = (
    "x-sdkwright-name",
    "x-fern-sdk-method-name",
    "x-speakeasy-name-override",
    "x-stainless-naming/python/method_name",
)
PARAMETER_NAMES = (
    "x-sdkwright-name",
    "x-fern-parameter-name",
    "x-speakeasy-name-override",
    "x-stainless-param",
    "x-stainless-naming/python/param_name",
)
SERVER_NAMES = ("x-sdkwright-name", "x-fern-server-name", "x-speakeasy-server-id")
SCHEME_NAMES = ("x-sdkwright-name", "x-speakeasy-name-override")
TAG_VALUE = "x-ms-discriminator-value"
_GROUPS = ("x-sdkwright-group", "x-fern-sdk-group-name", "x-speakeasy-group")
_IGNORED = ("x-sdkwright-ignore", "x-fern-ignore", "x-speakeasy-ignore")
_STEP = re.compile(r"[A-Za-z_][\w-]*(\s[\w-]+)*")


def first_text(extensions: Extensions, keys: tuple[str, ...]) -> str | None:
    """The first of several extensions that is set to text."""
    for key in keys if extensions else ():
        first, *rest = key.split("/")
        value = extensions.get(first)
        for step in rest:
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, str) and value:
            return value
    return None


def is_ignored(extensions: Extensions) -> bool:
    """Whether the SDK is to be made as if this were not in the document."""
    if not extensions:
        return False
    if any(extensions.get(key) is True for key in _IGNORED):
        return True
    skipped = extensions.get("x-stainless-skip")
    return skipped is True or (isinstance(skipped, list) and "python" in skipped)


def is_any(extensions: Extensions) -> bool:
    """Whether any value is to be taken, whatever the schema says."""
    return extensions.get("x-speakeasy-type-override") == "any"


def is_flattened(extensions: Extensions) -> bool | None:
    """Whether each property of a body is to be an argument; None: no word of it."""
    said = extensions.get("x-sdkwright-flatten") if extensions else None
    return said if isinstance(said, bool) else None


def group_of(extensions: Extensions) -> tuple[str, ...] | None:
    """The resource that an operation is put on, step by step; None: no word of it."""
    for key in _GROUPS:
        value = extensions.get(key)
        if isinstance(value, list):
            return tuple(each for each in value if isinstance(each, str) and each)
        if isinstance(value, str) and value:
            return steps(value)
    return None


def steps(name: str) -> tuple[str, ...]:
    """`chat.completions` is `completions` on `chat`; another text is one step."""
    several = tuple(each.strip() for each in name.split("."))
    return several if all(map(_STEP.fullmatch, several)) else (name,)
