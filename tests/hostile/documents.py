"""Whole OpenAPI documents of hostile pieces: 3.0, 3.1, 3.2 and Swagger 2.0.

Any place may hold a value of a wrong type.
"""

from __future__ import annotations

from hostile.operations import (
    MEDIA,
    STATUS,
    operations,
    parameters,
    paths,
    securities,
    servers,
)
from hostile.pieces import (
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
from hostile.schemas import KNOWN, docs, schemas
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from sdkwright.spec.objects import Json


def infos() -> SearchStrategy[Json]:
    """The Info Object."""
    return mostly(
        mapping(
            {"title": said(), "version": said()},
            {
                "summary": said(),
                "description": said(),
                "termsOfService": said(),
                "contact": named(said(), 3, st.sampled_from(("name", "url", "email"))),
                "license": named(
                    said(), 3, st.sampled_from(("name", "url", "identifier"))
                ),
            },
        )
    )


def components(schema: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """The schemas by name: the known ones, and others."""
    known = st.fixed_dictionaries({}, optional=dict.fromkeys(KNOWN, schema))
    return mostly(
        st.tuples(known, st.dictionaries(texts(), schema, max_size=3)).map(
            lambda two: {**two[0], **two[1]}
        )
    )


def _root() -> dict[str, SearchStrategy[Json]]:
    tag = mapping({"name": said()}, {"parent": said(), **docs()})
    return {
        "tags": several(mostly(tag)),
        "security": several(named(several(texts(), 1), 2)),
        "externalDocs": mostly(mapping({"url": said()}, {"description": said()})),
        "x-fern-groups": values(),
        "x-tagGroups": values(),
    }


def modern() -> SearchStrategy[Json]:
    """A document of OpenAPI 3."""
    schema = schemas("#/components/schemas")
    operation = operations(schema)
    inside = mapping(
        {"schemas": components(schema)},
        {
            "parameters": named(parameters(schema), 2, st.sampled_from(KNOWN)),
            "responses": named(values(), 1),
            "securitySchemes": securities(),
        },
    )
    return mapping(
        {
            "openapi": st.sampled_from(("3.0.3", "3.1.0", "3.2.0")),
            "info": infos(),
            "paths": paths(operation),
            "components": mostly(inside),
        },
        {
            "servers": several(servers(), 2),
            "webhooks": named(mapping({}, {"post": operation}), 1),
            **_root(),
        },
    )


def swagger() -> SearchStrategy[Json]:
    """A document of Swagger 2.0."""
    schema = schemas("#/definitions")
    parameter = mapping(
        {"name": said(), "in": choice("path", "query", "header", "body", "formData")},
        {
            "schema": schema,
            "type": choice("string", "file", "array", "integer"),
            "items": mostly(mapping({"type": choice("string", "integer")})),
            "collectionFormat": choice("csv", "multi", "pipes"),
            "required": flags(),
            "default": values(),
            "enum": several(values()),
            **docs(),
        },
    )
    response = mapping({"description": said()}, {"schema": schema})
    operation = mapping(
        {"responses": named(mostly(response), 2, STATUS)},
        {
            "operationId": said(),
            "tags": several(texts(), 2),
            "parameters": several(mostly(parameter)),
            "consumes": several(MEDIA, 2),
            "produces": several(MEDIA, 2),
            **docs(),
        },
    )
    return mapping(
        {
            "swagger": st.just("2.0"),
            "info": infos(),
            "paths": paths(operation),
            "definitions": components(schema),
        },
        {
            "host": said(),
            "basePath": said(),
            "schemes": several(texts(), 2),
            "consumes": several(MEDIA, 2),
            "parameters": named(mostly(parameter), 2),
            "responses": named(mostly(response), 2),
            "securityDefinitions": securities(),
            **_root(),
        },
    )


def documents() -> SearchStrategy[Json]:
    """A whole document; seldom a value that is none."""
    return mostly(st.one_of(modern(), modern(), modern(), swagger()))
