"""Operations of hostile pieces, and what belongs to them."""

from __future__ import annotations

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
from hostile.schemas import docs, references
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from sdkwright.spec.objects import Json

STATUS = st.one_of(
    st.sampled_from(("200", "201", "204", "default", "4XX", "404", "500", "2xx")),
    texts(),
)
MEDIA = st.one_of(
    st.sampled_from(
        (
            "application/json",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "text/plain",
            "text/event-stream",
            "application/jsonl",
            "application/problem+json; charset=utf-8",
            "*/*",
        )
    ),
    texts(),
)
_STYLES = ("form", "simple", "deepObject", "pipeDelimited", "matrix", "label", "cookie")
PLACES = ("path", "query", "header", "cookie", "querystring")


def _examples() -> dict[str, SearchStrategy[Json]]:
    return {
        "example": values(),
        "examples": named(mapping({}, {"value": values(), "summary": said()}), 2),
    }


def contents(schema: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """Media Type Objects by media type."""
    encoding = mapping(
        {},
        {
            "contentType": said(),
            "style": choice(*_STYLES),
            "explode": flags(),
            "allowReserved": flags(),
            "headers": named(mapping({"schema": schema}), 1),
        },
    )
    one = mapping(
        {},
        {
            "schema": schema,
            "itemSchema": schema,
            "encoding": named(encoding, 2),
            **_examples(),
        },
    )
    return named(mostly(one), 2, MEDIA)


def parameters(schema: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """Parameter Objects, and references to some."""
    one = mapping(
        {"name": said(), "in": choice(*PLACES)},
        {
            "schema": schema,
            "content": contents(schema),
            "required": flags(),
            "style": choice(*_STYLES),
            "explode": flags(),
            "allowReserved": flags(),
            **docs(),
            **_examples(),
        },
    )
    return mostly(st.one_of(one, one, one, references("#/components/parameters")))


def operations(schema: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """Operation Objects."""
    response = mapping(
        {"description": said()},
        {
            "content": contents(schema),
            "headers": named(mapping({}, {"schema": schema, **docs()}), 2),
        },
    )
    body = mapping({"content": contents(schema)}, {"required": flags(), **docs()})
    return mapping(
        {"responses": named(mostly(response), 3, STATUS)},
        {
            "operationId": said(),
            "tags": several(texts(), 2),
            "parameters": several(parameters(schema)),
            "requestBody": mostly(body),
            "security": several(named(several(texts(), 1), 2)),
            "servers": several(servers(), 1),
            "callbacks": named(named(mapping({}, {"post": st.just({})}), 1), 1),
            **docs(),
        },
    )


def servers() -> SearchStrategy[Json]:
    """Server Objects."""
    variable = mapping(
        {"default": said()}, {"enum": several(texts()), "description": said()}
    )
    url = st.one_of(
        texts(), texts().map(lambda text: "https://a.example/{" + text + "}/" + text)
    )
    return mapping(
        {"url": mostly(url)},
        {"variables": named(mostly(variable), 2), "name": said(), **docs()},
    )


def paths(operation: SearchStrategy[Json]) -> SearchStrategy[Json]:
    """The Paths Object."""
    path = st.one_of(
        texts().map(lambda text: f"/{text}"),
        texts().map(lambda text: f"/a/{{{text}}}"),
        texts(),
        st.sampled_from(("/../../etc/passwd", "//x", "/a/{a}/{b}", "/")),
    )
    methods = {
        method: mostly(operation)
        for method in ("get", "put", "post", "delete", "head", "query")
    }
    item = mapping(
        {"get": mostly(operation)},
        {
            **methods,
            "additionalOperations": named(mostly(operation), 1),
            "parameters": several(parameters(st.just({"type": "string"})), 1),
            "$ref": said(),
            "servers": several(servers(), 1),
        },
    )
    return named(mostly(item), 3, path)


def securities() -> SearchStrategy[Json]:
    """Security Scheme Objects by name."""
    flow = mapping(
        {},
        {
            "authorizationUrl": said(),
            "tokenUrl": said(),
            "refreshUrl": said(),
            "scopes": named(said(), 2),
        },
    )
    flows = named(
        flow, 2, st.sampled_from(("clientCredentials", "password", "implicit", "x"))
    )
    return named(
        mostly(
            mapping(
                {"type": choice("apiKey", "http", "oauth2", "openIdConnect", "basic")},
                {
                    "in": choice("header", "query", "cookie"),
                    "name": said(),
                    "scheme": choice("bearer", "basic", "digest"),
                    "bearerFormat": said(),
                    "flows": flows,
                    "openIdConnectUrl": said(),
                    **docs(),
                },
            )
        ),
        2,
    )
