"""The operations of a document: what is sent, what comes back, who may call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from . import swagger
from .document import Document
from .shapes import Answer, Body, Operation, Parameter

_HOLE = re.compile(r"\{([^{}/]+)\}")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+$")
_IGNORED = ("accept", "content-type", "authorization")
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_METHODS_32 = (*_METHODS, "query")


def operations(document: Document) -> Iterator[Operation]:
    """Each operation of the document's paths, in its order."""
    for path, item in _items(_whole(document, document.root.get("paths"))):
        item = _whole(document, item)
        methods = [(name, item[name]) for name in _METHODS_32 if name in item]
        methods += _items(item.get("additionalOperations"))
        for method, operation in methods:
            if isinstance(operation, dict):
                yield _operation(document, path, method, item, operation)


def _items(value: Any) -> list[tuple[str, Any]]:
    pairs = value.items() if isinstance(value, dict) else ()
    return [(key, each) for key, each in pairs if not key.startswith("x-")]


def _whole(document: Document, item: Any) -> dict[str, Any]:
    """An object with what its reference has, where it has one."""
    if not isinstance(item, dict):
        return {}
    try:
        followed = document.follow(item)
    except LookupError:
        followed = {}
    followed = followed if isinstance(followed, dict) else {}
    return {**followed, **{k: v for k, v in item.items() if k != "$ref"}}


def _operation(
    document: Document, path: str, method: str, item: Any, operation: dict[str, Any]
) -> Operation:
    parameters: dict[tuple[str, str], dict[str, Any]] = {}
    for each in [*_list(item.get("parameters")), *_list(operation.get("parameters"))]:
        try:
            followed = document.follow(each)
        except LookupError:
            continue
        if isinstance(followed, dict) and "name" in followed and "in" in followed:
            name = str(followed["name"])
            name = name.lower() if followed["in"] == "header" else name
            parameters[followed["in"], name] = followed
    security = operation.get("security", document.root.get("security"))
    if document.version == "2.0":
        made = [swagger.parameter(e) for e in parameters.values() if swagger.usual(e)]
        bodies = swagger.bodies(document, operation, list(parameters.values()))
        answers = swagger.answers(document, operation)
    else:
        made = [_parameter(each) for each in parameters.values()]
        bodies = _bodies(document, operation.get("requestBody"))
        answers = _answers(document, operation.get("responses"))
        answers = [_as_fern_tells(each, operation) for each in answers]
    return Operation(
        method=method.upper() if method.lower() in _METHODS_32 else method,
        path=path,
        parameters=_of_path(path, [e for e in made if not _taken(e)]),
        bodies=bodies,
        body_required=any(each.required for each in bodies),
        answers=answers,
        security=[
            {name: _list(scopes) for name, scopes in each.items()}
            for each in _list(security)
            if isinstance(each, dict)
        ],
    )


def _taken(parameter: Parameter) -> bool:
    """Header parameters that shall be ignored (OpenAPI, Parameter Object), and names
    that no header (RFC 9110, 5.1) and no cookie (RFC 6265, 4.1.1) can have.
    """
    if parameter.place not in ("header", "cookie"):
        return False
    ignored = parameter.place == "header" and parameter.name.lower() in _IGNORED
    return ignored or not _TOKEN.match(parameter.name)


def _of_path(path: str, declared: list[Parameter]) -> list[Parameter]:
    """Parameters of the path as its template has them, declared or not.

    Those of a query that is part of the template are parameters of the query.
    """
    path, _, query = path.partition("#")[0].partition("?")
    names = list(dict.fromkeys(_HOLE.findall(path)))
    known = {each.name for each in declared if each.place == "path"}
    undeclared = [
        Parameter(
            name=name,
            place="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        )
        for name in names
        if name not in known
    ]
    queried = [
        replace(each, place="query", style="form")
        for each in declared
        if each.place == "path" and f"{{{each.name}}}" in query
    ]
    kept = [each for each in declared if each.place != "path" or each.name in names]
    return kept + queried + undeclared


def _parameter(raw: dict[str, Any]) -> Parameter:
    content = raw.get("content")
    media_type, schema = None, raw.get("schema", True)
    if isinstance(content, dict) and content:
        media_type, value = next(iter(content.items()))
        schema = (value or {}).get("schema", True)
    place = raw["in"]
    style = raw.get("style") or {"query": "form", "cookie": "form"}.get(place, "simple")
    explode = raw.get("explode")
    return Parameter(
        name=str(raw["name"]),
        place=place,
        required=raw.get("required") is True or place == "path",
        schema=schema,
        style=style,
        explode=explode if isinstance(explode, bool) else style in ("form", "cookie"),
        media_type=media_type,
    )


def _bodies(document: Document, raw: Any) -> list[Body]:
    try:
        body = document.follow(raw)
    except LookupError:
        return []
    if not isinstance(body, dict):
        return []
    made: list[Body] = []
    for media_type, value in _items(body.get("content")):
        value = document.follow(value) or {}
        made.append(
            Body(
                media_type=media_type,
                schema=value.get("schema", True),
                items=value.get("itemSchema"),
                encoding=value.get("encoding") or {},
                required=body.get("required") is True,
            )
        )
    return made


def _as_fern_tells(answer: Answer, operation: dict[str, Any]) -> Answer:
    """A success as `x-fern-streaming` has it, which tells of both forms besides."""
    told = operation.get("x-fern-streaming")
    sub = (answer.media_type or "").partition("/")[2]
    key = "response-stream" if sub in ("event-stream", "stream+json") else "response"
    if not isinstance(told, dict) or key not in told or not answer.success:
        return answer
    return replace(answer, schema=told[key])


def _answers(document: Document, raw: Any) -> list[Answer]:
    made: list[Answer] = []
    for status, each in _items(raw):
        try:
            answer = document.follow(each)
        except LookupError:
            continue
        if not isinstance(answer, dict):
            continue
        content = _items(answer.get("content"))
        if not content:
            made.append(Answer(status.upper(), None, None, None))
        for media_type, value in content:
            value = document.follow(value) or {}
            made.append(
                Answer(
                    status.upper(),
                    media_type,
                    value.get("schema", True),
                    value.get("itemSchema"),
                )
            )
    return made


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
