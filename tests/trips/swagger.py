"""The parts of an operation as Swagger 2.0 has them."""

from __future__ import annotations

from typing import Any

from .document import Document
from .shapes import Answer, Body, Parameter

_FORM, _MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
# collectionFormat as style and explode
_STYLES = {
    "csv": (None, False),
    "ssv": ("spaceDelimited", False),
    "tsv": ("tabDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}


def usual(raw: dict[str, Any]) -> bool:
    return raw["in"] not in ("body", "formData")


def parameter(raw: dict[str, Any]) -> Parameter:
    style, explode = _STYLES.get(str(raw.get("collectionFormat")), (None, False))
    usual_style = "form" if raw["in"] in ("query", "formData") else "simple"
    return Parameter(
        name=str(raw["name"]),
        place=raw["in"],
        required=raw.get("required") is True or raw["in"] == "path",
        schema=_schema(raw),
        style=style or usual_style,
        explode=explode,
    )


def _schema(raw: dict[str, Any]) -> dict[str, Any]:
    beside = ("name", "in", "required", "collectionFormat", "description")
    return {key: each for key, each in raw.items() if key not in beside}


def bodies(
    document: Document, operation: dict[str, Any], parameters: list[dict[str, Any]]
) -> list[Body]:
    consumes = _types(document, operation, "consumes")
    for each in parameters:
        if each["in"] == "body":
            required = each.get("required") is True
            schema = each.get("schema", True)
            return [
                Body(media_type=name, schema=schema, required=required)
                for name in consumes or ["application/json"]
            ]
    fields = [each for each in parameters if each["in"] == "formData"]
    if not fields:
        return []
    files = any(each.get("type") == "file" for each in fields)
    forms = [each for each in consumes if each in (_FORM, _MULTIPART)]
    forms = [_MULTIPART] if files else forms or [_FORM]
    needed = [str(each["name"]) for each in fields if each.get("required") is True]
    schema = {
        "type": "object",
        "required": needed,
        "properties": {str(each["name"]): _schema(each) for each in fields},
    }
    encoding = {
        str(each["name"]): {"style": p.style, "explode": p.explode}
        for each in fields
        for p in [parameter(each)]
    }
    return [
        Body(media_type=e, schema=schema, encoding=encoding, required=bool(needed))
        for e in forms
    ]


def answers(document: Document, operation: dict[str, Any]) -> list[Answer]:
    produces = _types(document, operation, "produces") or ["application/json"]
    made: list[Answer] = []
    for status, each in (operation.get("responses") or {}).items():
        if status.startswith("x-"):
            continue
        answer = document.follow(each) or {}
        if "schema" not in answer:
            made.append(Answer(status.upper(), None, None, None))
            continue
        made += [
            Answer(status.upper(), media_type, answer["schema"], None)
            for media_type in produces
        ]
    return made


def _types(document: Document, operation: dict[str, Any], key: str) -> list[str]:
    found = operation.get(key, document.root.get(key))
    return [str(each) for each in found] if isinstance(found, list) else []
