"""Schemas of hostile pieces, often in circles.

Names are drawn from a short list too, so that references between them lead somewhere.
"""

from __future__ import annotations

from hostile.pieces import (
    NUMBERS,
    choice,
    flags,
    mapping,
    mostly,
    named,
    said,
    several,
    texts,
    values,
)
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from sdkwright.pointer import escape
from sdkwright.spec.objects import Json

# Components that the references lead to; they are there in most documents.
KNOWN = ("A", "a", "B/~b", 'C"""', "../../x", "CON", "名", "\ud800", "")
_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")
_FORMATS = (
    "date",
    "date-time",
    "binary",
    "byte",
    "uuid",
    "int64",
    "decimal",
    "duration",
    "password",
)
_EXTENSIONS = (
    "x-sdkwright-name",
    "x-sdkwright-stream",
    "x-fern-type-name",
    "x-fern-property-name",
    "x-fern-parameter-name",
    "x-fern-sdk-method-name",
    "x-fern-sdk-group-name",
    "x-fern-server-name",
    "x-fern-streaming",
    "x-speakeasy-name-override",
    "x-stainless-naming",
    "x-enum-varnames",
)
EXTENSIONS = {key: said() for key in _EXTENSIONS}
_ENUM_NAMES = {
    "x-fern-enum": named(mapping({}, {"name": said(), "description": said()})),
    "x-speakeasy-enums": mostly(st.lists(texts(), max_size=4)),
    "x-enum-descriptions": mostly(st.lists(texts(), max_size=4)),
}


def references(section: str) -> SearchStrategy[Json]:
    """A reference: into a section of the document most often."""
    inside = st.sampled_from(KNOWN).map(lambda name: f"{section}/{escape(name)}")
    strange = st.sampled_from(
        (
            "#",
            "#/",
            "#/paths",
            "#/info/title",
            f"{section}/A/properties/a",
            f"{section}/A/allOf/0",
            "../x.yaml",
            "https://evil.example/x",
            "#%2Fpaths",
            "openapi.json",
            ".",
            "%00",
            "#a",
            "\ud800",
            "x\0y",
        )
    )
    target = mostly(st.one_of(inside, inside, inside, strange, texts()))
    return mapping({"$ref": target}, {"description": said(), "summary": said()})


def docs() -> dict[str, SearchStrategy[Json]]:
    """What may be said of nearly everything."""
    return {
        "summary": said(),
        "description": said(),
        "deprecated": flags(),
        "externalDocs": mostly(mapping({"url": said()}, {"description": said()})),
        **EXTENSIONS,
    }


def schemas(section: str) -> SearchStrategy[Json]:
    """A schema of any shape."""
    leaves = st.one_of(
        references(section), references(section), _plain(), st.booleans(), values()
    )
    return st.recursive(leaves, _nested, max_leaves=5)


def _plain() -> SearchStrategy[Json]:
    return mapping(
        {"type": mostly(st.sampled_from(_TYPES))},
        {
            "format": choice(*_FORMATS),
            "enum": mostly(st.lists(values(), max_size=4)),
            "const": values(),
            "default": values(),
            "example": values(),
            "examples": several(values()),
            "title": said(),
            "pattern": said(),
            "minLength": mostly(NUMBERS),
            "maximum": mostly(NUMBERS),
            "exclusiveMinimum": mostly(NUMBERS),
            "multipleOf": mostly(NUMBERS),
            "nullable": flags(),
            "readOnly": flags(),
            "writeOnly": flags(),
            "contentMediaType": said(),
            "contentEncoding": choice("base64"),
            **docs(),
            **_ENUM_NAMES,
        },
    )


def _nested(inner: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """A schema that holds others."""
    some = mostly(st.lists(inner, max_size=3))
    types = mostly(
        st.one_of(
            st.sampled_from(_TYPES),
            st.lists(st.sampled_from(_TYPES), max_size=3).map(list[Json]),
        )
    )
    optional: dict[str, SearchStrategy[Json]] = {
        "type": types,
        "properties": named(inner),
        "required": several(texts()),
        "additionalProperties": inner,
        "unevaluatedProperties": inner,
        "patternProperties": named(inner, 2),
        "items": mostly(inner),
        "prefixItems": some,
        "allOf": some,
        "oneOf": some,
        "anyOf": some,
        "not": inner,
        "$ref": references("#/components/schemas").map(_target),
        "$anchor": said(),
        "$defs": named(inner, 2),
        "discriminator": _discriminator(),
        "nullable": flags(),
        "default": values(),
        "example": values(),
        "title": said(),
        **docs(),
    }
    chosen = st.one_of(
        mapping({"type": st.just("object"), "properties": named(inner)}, optional),
        mapping({"allOf": some}, optional),
        mapping({"oneOf": some}, optional),
        mapping({}, optional),
    )
    return chosen


def _target(reference: Json) -> Json:
    return reference.get("$ref") if isinstance(reference, dict) else reference


def _discriminator() -> SearchStrategy[Json]:
    where = st.one_of(
        st.sampled_from(KNOWN),
        st.sampled_from(KNOWN).map(lambda name: f"#/components/schemas/{escape(name)}"),
        texts(),
    )
    return mostly(
        mapping({"propertyName": said()}, {"mapping": named(mostly(where), 3)})
    )
