"""Documents that grow in one way each: of size 2n there is twice as much of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Json = Any
Shape = Callable[[int], Json]


def operations(size: int) -> Json:
    return _document(
        paths={f"/things/{n}": {"get": _get(f"getThing{n}")} for n in range(size)}
    )


def parameters(size: int) -> Json:
    several = [
        {
            "name": f"filter_{n}",
            "in": "query",
            "description": "Only those for which this is so.",
            "schema": {"type": "string"},
        }
        for n in range(size)
    ]
    return _document(paths={"/things": {"get": _get("listThings", parameters=several)}})


def tags(size: int) -> Json:
    return _document(
        paths={
            f"/things/{n}": {"get": _get(f"getThing{n}", tags=[f"Group {n}"])}
            for n in range(size)
        }
    )


def schemas(size: int) -> Json:
    return _schemas({f"Thing{n}": _model(id=_TEXT, size=_NUMBER) for n in range(size)})


def properties(size: int) -> Json:
    return _schemas({"Thing": _model(**{f"field_{n}": _TEXT for n in range(size)})})


def enum_values(size: int) -> Json:
    values = [f"value_{n}" for n in range(size)]
    return _schemas({"Kind": {"type": "string", "enum": values}})


def chain_of_references(size: int) -> Json:
    several = {f"Thing{n}": _model(next=_ref(n + 1)) for n in range(size)}
    return _schemas(several | {f"Thing{size}": _model(id=_TEXT)})


def one_group(size: int) -> Json:
    """Models that all need each other, so that they stand in one module."""
    return _schemas(
        {
            f"Thing{n}": _model(next=_ref((n + 1) % size), other=_ref((n * 7) % size))
            for n in range(size)
        }
    )


def all_of_wide(size: int) -> Json:
    """Models that each add to a base of their own."""
    made: Json = {}
    for n in range(size):
        made[f"Base{n}"] = _model(id=_TEXT)
        base = {"$ref": f"#/components/schemas/Base{n}"}
        made[f"Thing{n}"] = {"allOf": [base, _model(size=_NUMBER)]}
    return _schemas(made)


def all_of_deep(size: int) -> Json:
    """Each model is the one before and says something new of its one property."""
    made: Json = {"Thing0": _model(id=_TEXT)}
    for n in range(1, size):
        made[f"Thing{n}"] = {"allOf": [_ref(n - 1), {"description": f"Kind {n}."}]}
    return _schemas(made)


def union_variants(size: int) -> Json:
    made: Json = {f"Thing{n}": _model(kind={"const": f"k{n}"}) for n in range(size)}
    made["Any"] = {
        "oneOf": [_ref(n) for n in range(size)],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {f"k{n}": f"#/components/schemas/Thing{n}" for n in range(size)},
        },
    }
    return _schemas(made)


def unions(size: int) -> Json:
    two = {
        "oneOf": [
            {"$ref": "#/components/schemas/A"},
            {"$ref": "#/components/schemas/B"},
        ]
    }
    made: Json = {
        f"Thing{n}": _model(value=two, values={"type": "array", "items": two})
        for n in range(size)
    }
    return _schemas(made | {"A": _model(a=_TEXT), "B": _model(b=_TEXT)})


def inline_schemas(size: int) -> Json:
    deep = _model(inner=_model(value=_TEXT))
    return _schemas({f"Thing{n}": _model(first=deep, second=deep) for n in range(size)})


def long_descriptions(size: int) -> Json:
    text = " ".join(
        f"Word `{n}` of a [long](https://e.org/{n}) text <b>that" for n in range(size)
    )
    return _document(paths={"/things": {"get": _get("listThings", description=text)}})


def paragraphs(size: int) -> Json:
    text = "\n\n".join(f"* Point {n}: what it is, and why." for n in range(size))
    return _schemas({"Thing": {**_model(id=_TEXT), "description": text}})


def name_collisions(size: int) -> Json:
    several = {f"/a/{'x' * (n + 1)}": {"get": _get("get_it")} for n in range(size)}
    return _document(paths=several)


# Each with the size at which it begins to be measured.
SHAPES: dict[Shape, int] = {
    operations: 60,
    parameters: 150,
    tags: 60,
    schemas: 120,
    properties: 400,
    enum_values: 400,
    chain_of_references: 120,
    one_group: 120,
    all_of_wide: 80,
    all_of_deep: 7,  # no deeper than DEEPEST in `ir/compose.py`
    union_variants: 100,
    unions: 60,
    inline_schemas: 40,
    long_descriptions: 2000,
    paragraphs: 1500,
    name_collisions: 60,
}

_TEXT: Json = {"type": "string", "description": "What it says."}
_NUMBER: Json = {"type": "integer"}


def _document(**parts: Json) -> Json:
    return {"openapi": "3.1.0", "info": {"title": "Growth", "version": "1"}, **parts}


def _schemas(several: Json) -> Json:
    return _document(paths={}, components={"schemas": several})


def _model(**fields: Json) -> Json:
    return {"type": "object", "properties": fields}


def _ref(number: int) -> Json:
    return {"$ref": f"#/components/schemas/Thing{number}"}


def _get(name: str, **parts: Json) -> Json:
    content = {"application/json": {"schema": _model(id=_TEXT)}}
    answer = {"200": {"description": "The thing.", "content": content}}
    return {"operationId": name, "responses": answer, **parts}
