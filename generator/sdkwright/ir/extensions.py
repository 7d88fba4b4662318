"""Names that a document gives in extensions, in the words of several generators."""

from __future__ import annotations

from collections.abc import Mapping

from ..spec.objects import Json

TYPE_NAMES = ("x-sdkwright-name", "x-fern-type-name", "x-speakeasy-name-override")
PROPERTY_NAMES = (
    "x-sdkwright-name",
    "x-fern-property-name",
    "x-speakeasy-name-override",
    "x-stainless-naming",
)
METHOD_NAMES = (
    "x-sdkwright-name",
    "x-fern-sdk-method-name",
    "x-speakeasy-name-override",
    "x-stainless-naming",
)
PARAMETER_NAMES = (
    "x-sdkwright-name",
    "x-fern-parameter-name",
    "x-speakeasy-name-override",
)


def first_text(extensions: Mapping[str, Json], keys: tuple[str, ...]) -> str | None:
    """The first of several extensions that is set to text."""
    for key in keys:
        value = extensions.get(key)
        if isinstance(value, str) and value:
            return value
    return None
