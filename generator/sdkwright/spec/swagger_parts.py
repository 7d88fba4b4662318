"""The objects of Swagger 2.0 that are written otherwise in OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Mapping

from .objects import Json

_MOVED = {
    "#/definitions/": "#/components/schemas/",
    "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}
_STYLES: Mapping[str, tuple[str, bool]] = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "tsv": ("tabDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}
# What a parameter says beside its schema; the rest is its schema.
_PARAMETER = frozenset(
    {"name", "in", "description", "required", "collectionFormat", "allowEmptyValue"}
)


def as_written(reference: str) -> str:
    """A reference as the document had it before."""
    for old, new in _MOVED.items():
        reference = reference.replace(new, old, 1)
    return reference


def mapping(value: Json) -> dict[str, Json]:
    """The mapping that a value is, else an empty one."""
    return value if isinstance(value, dict) else {}


def texts(value: Json) -> tuple[str, ...]:
    """The texts in a list; nothing where it is none."""
    several = value if isinstance(value, list) else []
    return tuple(each for each in several if isinstance(each, str))


def moved(value: Json) -> Json:
    """A value with its references to where things stand now, `file` as binary text."""
    if isinstance(value, list):
        return [moved(each) for each in value]
    if not isinstance(value, dict):
        return value
    made = {key: moved(each) for key, each in value.items()}
    reference = made.get("$ref")
    if isinstance(reference, str):
        made["$ref"] = now_at(reference)
    if made.get("type") == "file":
        made |= {"type": "string", "format": "binary"}
    return made


def now_at(reference: str) -> str:
    """A reference into this document as it is now; other files are not converted."""
    for old, new in _MOVED.items():
        if reference.startswith(old):
            return new + reference.removeprefix(old)
    return reference


def schema_of(parameter: Mapping[str, Json]) -> dict[str, Json]:
    """The schema that a parameter of 2.0 is beside its other facts."""
    own = {key: each for key, each in parameter.items() if key not in _PARAMETER}
    schema = mapping(moved(own))
    if "description" in parameter:
        schema["description"] = parameter["description"]
    return schema


def parameter_of(parameter: dict[str, Json]) -> Json:
    """A parameter that is no body."""
    if "$ref" in parameter:
        return moved(parameter)
    made = {key: value for key, value in parameter.items() if key in _PARAMETER}
    made |= {key: value for key, value in parameter.items() if key[:2] == "x-"}
    schema = schema_of(parameter)
    schema.pop("description", None)
    made |= style_of(parameter)
    made["schema"] = schema
    return made


def style_of(parameter: Mapping[str, Json]) -> dict[str, Json]:
    """How the items of a list are told apart, in words of 3.0; nothing for others.

    Outside of queries and forms, commas are what is usual.
    """
    if parameter.get("type") != "array":
        return {}
    written = str(parameter.get("collectionFormat") or "csv")
    style, explode = _STYLES.get(written, ("form", False))
    if style == "form" and parameter.get("in") not in ("query", "formData"):
        return {}
    return {"style": style, "explode": explode}


def response_of(response: dict[str, Json], produces: tuple[str, ...]) -> Json:
    """An answer, its schema under each of its media types."""
    if "$ref" in response:
        return moved(response)
    made = {
        key: value
        for key, value in response.items()
        if key not in ("schema", "headers")
    }
    headers = mapping(response.get("headers"))
    made["headers"] = {
        name: {"schema": schema_of(each)}
        for name, each in headers.items()
        if isinstance(each, dict)
    }
    schema = mapping(moved(response.get("schema")))
    if "schema" not in response:
        return made
    binary = schema.get("format") == "binary"
    types = (
        produces
        if not binary
        else tuple(each for each in produces if "json" not in each)
        or ("application/octet-stream",)
    )
    made["content"] = {each: {"schema": schema} for each in types}
    return made
