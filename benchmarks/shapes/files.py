"""More and more files, and what only text has: aliases, comments, overlays."""

from __future__ import annotations

import json

from .making import HEAD, TEXT, Files, Json, document, model, operation

_HEAD = "openapi: 3.1.0\ninfo: {title: Growth, version: '1'}\npaths: {}\n"


def many_files(size: int) -> Files:
    """A schema in each, and each needs the next."""
    made: dict[str, str] = {}
    for n in range(size):
        following = {"$ref": f"thing{(n + 1) % size}.json"}
        made[f"thing{n}.json"] = json.dumps(model(id=TEXT, next=following))
    several = {f"Thing{n}": {"$ref": f"thing{n}.json"} for n in range(size)}
    return {**document(paths={}, components={"schemas": several}), **made}


def paths_in_files(size: int) -> Files:
    """A file for each path, one for all schemas."""
    thing = {"$ref": "../schemas.json#/Thing"}
    response = {
        "description": "The thing.",
        "content": {"application/json": {"schema": thing}},
    }
    made = {
        f"paths/thing{n}.json": json.dumps(
            {"get": operation(f"getThing{n}", responses={"200": response})}
        )
        for n in range(size)
    }
    several = {f"/things/{n}": {"$ref": f"paths/thing{n}.json"} for n in range(size)}
    thing_file = json.dumps({"Thing": model(id=TEXT)})
    return {**document(paths=several), **made, "schemas.json": thing_file}


def yaml(size: int) -> Files:
    rows = "".join(
        f"    Thing{n}:\n      type: object  # a thing\n      description: |\n"
        f"        What it is,\n        and why.\n      properties:\n"
        f"        id: {{type: string, enum: [a, 'b', \"c\"]}}\n"
        for n in range(size)
    )
    return {"openapi.yaml": f"{_HEAD}components:\n  schemas:\n{rows}"}


def aliases(size: int) -> Files:
    """One anchor, many aliases of it."""
    rows = "".join(
        f"    Thing{n}: {{type: object, properties: *a}}\n" for n in range(size)
    )
    anchor = "x-a: &a {id: {type: string}, size: {type: integer}}\n"
    return {"openapi.yaml": f"{_HEAD}{anchor}components:\n  schemas:\n{rows}"}


def anchors(size: int) -> Files:
    """Many anchors, each with one alias."""
    several = "".join(f"  a{n}: &a{n} {{id: {{type: string}}}}\n" for n in range(size))
    rows = "".join(
        f"    Thing{n}: {{type: object, properties: *a{n}}}\n" for n in range(size)
    )
    return {"openapi.yaml": f"{_HEAD}x-a:\n{several}components:\n  schemas:\n{rows}"}


def swagger(size: int) -> Files:
    """Swagger 2.0, which is converted first."""
    several = {
        f"/things/{n}": {
            "post": {
                "operationId": f"postThing{n}",
                "consumes": ["application/json"],
                "produces": ["application/json"],
                "parameters": [
                    {"name": "limit", "in": "query", "type": "integer"},
                    {"name": "body", "in": "body", "schema": _definition(n)},
                ],
                "responses": {
                    "200": {"description": "The thing.", "schema": _definition(n)}
                },
            }
        }
        for n in range(size)
    }
    definitions = {f"Thing{n}": model(id=TEXT) for n in range(size)}
    info: Json = {"swagger": "2.0", "info": HEAD["info"]}
    return {
        "swagger.json": json.dumps(
            {**info, "paths": several, "definitions": definitions}
        )
    }


def overlay_actions(size: int) -> Files:
    """An action for each operation, found by its path."""
    return _overlaid(
        size,
        [
            {
                "target": f"$.paths['/things/{n}'].get",
                "update": {"summary": f"Get thing {n}"},
            }
            for n in range(size)
        ],
    )


def overlay_removals(size: int) -> Files:
    return _overlaid(
        size,
        [
            {"target": f"$.paths['/things/{n}'].get.tags", "remove": True}
            for n in range(size)
        ],
    )


def overlay_queries(size: int) -> Files:
    """A few actions that each look at all of a document that grows."""
    target = "$.paths.*.get[?@ == 'a']"
    whole = [
        {"target": "$.paths.*.get", "update": {"x-seen": True}},
        {"target": "$..tags", "update": ["more"]},
        {"target": target, "update": "b"},
    ]
    return _overlaid(size, whole)


def _overlaid(size: int, actions: Json) -> Files:
    several = {
        f"/things/{n}": {"get": operation(f"getThing{n}", tags=["a"])}
        for n in range(size)
    }
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "More", "version": "1"},
        "actions": actions,
    }
    return {**document(paths=several), "overlay.json": json.dumps(overlay)}


def _definition(number: int) -> Json:
    return {"$ref": f"#/definitions/Thing{number}"}
