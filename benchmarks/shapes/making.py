"""What documents that grow are made of."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

Json = Any
# Texts by file name. The first is the document, those named `overlay…` go over it.
Files = Mapping[str, str]
# Of size 2n there is twice as much of it.
Shape = Callable[[int], Files]

TEXT: Json = {"type": "string", "description": "What it says."}
NUMBER: Json = {"type": "integer"}
HEAD: Json = {"openapi": "3.2.0", "info": {"title": "Growth", "version": "1"}}


def document(**parts: Json) -> Files:
    return {"openapi.json": json.dumps({**HEAD, **parts})}


def schemas(several: Json) -> Files:
    return document(paths={}, components={"schemas": several})


def model(**fields: Json) -> Json:
    return {"type": "object", "properties": fields}


def ref(number: int) -> Json:
    return {"$ref": f"#/components/schemas/Thing{number}"}


def operation(name: str, **parts: Json) -> Json:
    return {"operationId": name, "responses": {"200": answer(model(id=TEXT))}, **parts}


def answer(schema: Json) -> Json:
    content = {"application/json": {"schema": schema}}
    return {"description": "The thing.", "content": content}


def one(**parts: Json) -> Files:
    """A document with one operation that says all of this."""
    return document(paths={"/things": {"get": operation("listThings", **parts)}})
