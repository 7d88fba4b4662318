"""More and more of what is written in schemas."""

from __future__ import annotations

from .making import NUMBER, TEXT, Files, Json, document, model, operation, ref, schemas

_FIRST = "#/components/schemas/Thing0"


def plain(size: int) -> Files:
    return schemas({f"Thing{n}": model(id=TEXT, size=NUMBER) for n in range(size)})


def properties(size: int) -> Files:
    fields = {f"field_{n}": TEXT for n in range(size)}
    return schemas({"Thing": {**model(**fields), "required": list(fields)}})


def enum_values(size: int) -> Files:
    values = [f"value_{n}" for n in range(size)]
    return schemas({"Kind": {"type": "string", "enum": values}})


def enums_merged(size: int) -> Files:
    """Every value in both parts of an `allOf`."""
    kind = {"type": "string", "enum": [f"value_{n}" for n in range(size)]}
    return schemas({"Thing0": kind, "Kind": {"allOf": [ref(0), kind]}})


def enum_clashes(size: int) -> Files:
    """Values that all want one name."""
    values = [f"a{_unseen(n)}" for n in range(size)]
    return schemas({"Kind": {"type": "string", "enum": values}})


def property_clashes(size: int) -> Files:
    names = [f"a{_unseen(n)}" for n in range(size)]
    return schemas({"Thing": model(**dict.fromkeys(names, TEXT))})


def schema_clashes(size: int) -> Files:
    return schemas({f"a{_unseen(n)}": model(id=TEXT) for n in range(size)})


def chain_of_models(size: int) -> Files:
    several = {f"Thing{n}": model(next=ref(n + 1)) for n in range(size)}
    return schemas(several | {f"Thing{size}": model(id=TEXT)})


def chain_of_references(size: int) -> Files:
    """Components that are nothing but the next one; each thirtieth is the end."""
    several = {f"Thing{n}": ref(n + 1) if (n + 1) % 30 else TEXT for n in range(size)}
    return schemas(several)


def chain_inside(size: int) -> Files:
    """References from property to property of one schema."""
    fields: Json = {
        f"p{n}": {"$ref": f"{_FIRST}/properties/p{n + 1}"} for n in range(size)
    }
    return schemas({"Thing0": model(**fields, **{f"p{size}": TEXT})})


def one_group(size: int) -> Files:
    """Models that all need each other, so that they stand in one module."""
    return schemas(
        {
            f"Thing{n}": model(next=ref((n + 1) % size), other=ref((n * 7) % size))
            for n in range(size)
        }
    )


def all_of_wide(size: int) -> Files:
    """Models that each add to a base of their own."""
    made: Json = {}
    for n in range(size):
        made[f"Base{n}"] = model(id=TEXT)
        base = {"$ref": f"#/components/schemas/Base{n}"}
        made[f"Thing{n}"] = {"allOf": [base, model(size=NUMBER)]}
    return schemas(made)


def all_of_parts(size: int) -> Files:
    """One model of many parts."""
    parts = [model(**{f"field_{n}": TEXT}) for n in range(size)]
    return schemas({"Thing": {"allOf": parts}})


def all_of_deep(size: int) -> Files:
    """Each model is the one before and says something new of its one property."""
    made: Json = {"Thing0": model(id=TEXT)}
    for n in range(1, size):
        made[f"Thing{n}"] = {"allOf": [ref(n - 1), {"description": f"Kind {n}."}]}
    return schemas(made)


def one_base(size: int) -> Files:
    """A base with a discriminator, and all that extend it."""
    made: Json = {
        f"Thing{n}": {"allOf": [ref(0), model(size=NUMBER)]} for n in range(1, size)
    }
    mapping = {f"k{n}": ref(n)["$ref"] for n in range(1, size)}
    base = {
        **model(kind=TEXT),
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    return schemas({"Thing0": base, **made, "User": model(value=ref(0))})


def union_variants(size: int) -> Files:
    made: Json = {f"Thing{n}": model(kind={"const": f"k{n}"}) for n in range(size)}
    made["Any"] = {
        "oneOf": [ref(n) for n in range(size)],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {f"k{n}": ref(n)["$ref"] for n in range(size)},
        },
    }
    return schemas(made)


def untold_variants(size: int) -> Files:
    """Variants that are written in place, with nothing that tells them."""
    several = [model(**{f"field_{n}": TEXT}) for n in range(size)]
    return schemas({"Any": {"anyOf": several}, "User": model(value={"anyOf": several})})


def unions(size: int) -> Files:
    two = {
        "oneOf": [
            {"$ref": "#/components/schemas/A"},
            {"$ref": "#/components/schemas/B"},
        ]
    }
    made: Json = {
        f"Thing{n}": model(value=two, values={"type": "array", "items": two})
        for n in range(size)
    }
    return schemas(made | {"A": model(a=TEXT), "B": model(b=TEXT)})


def inline(size: int) -> Files:
    deep = model(inner=model(value=TEXT))
    return schemas({f"Thing{n}": model(first=deep, second=deep) for n in range(size)})


def nested(size: int) -> Files:
    """Objects in objects, again and again as deep as they may lie."""

    def below(depth: int) -> Json:
        return model(value=below(depth - 1)) if depth else TEXT

    return schemas({f"Thing{n}": below(30) for n in range(size)})


def items_of_tuples(size: int) -> Files:
    row = {"type": "array", "prefixItems": [TEXT, NUMBER] * size}
    return schemas({"Thing": model(row=row)})


def patterns(size: int) -> Files:
    several = {f"^x{n}": {"const": f"k{n}"} for n in range(size)}
    return schemas({"Thing": {"type": "object", "patternProperties": several}})


def example_values(size: int) -> Files:
    """A large example of a body and of what is answered, and a large default."""
    value = [{"id": f"value {n}", "size": n} for n in range(size)]
    rows = {"type": "array", "items": ref(0), "default": value}
    content = {"application/json": {"schema": rows, "example": value}}
    put = operation(
        "putThings",
        requestBody={"content": content},
        responses={"200": {"description": "Done.", "content": content}},
    )
    return document(
        paths={"/things": {"put": put}},
        components={"schemas": {"Thing0": model(id=TEXT, size=NUMBER)}},
    )


def _unseen(number: int) -> str:
    """A number in two characters that are in no name."""
    return f"{number:b}".replace("0", "-").replace("1", ".")
