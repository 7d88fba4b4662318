"""The document of the Julep API, read without a line of the generator.

What a call should send and what an answer holds is told here from the YAML
alone, so that generator and test cannot be wrong in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DOCUMENT: dict[str, Any] = yaml.safe_load(
    (ROOT / "spec" / "julep" / "openapi.yaml").read_text(encoding="utf-8")
)
METHODS = ("get", "put", "post", "delete")


@dataclass(frozen=True, kw_only=True)
class Argument:
    """An argument of a method: where it travels, and its schema."""

    name: str
    place: str
    required: bool
    schema: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Operation:
    """A method: what it sends and the schema of what it gets (None: nothing)."""

    name: str
    verb: str
    path: str
    arguments: tuple[Argument, ...]
    answer: Mapping[str, Any] | None


def follow(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference leads to; anything else is itself."""
    while "$ref" in value:
        place: Any = DOCUMENT
        for step in value["$ref"].removeprefix("#/").split("/"):
            place = place[step]
        value = place
    return value


def operations() -> tuple[Operation, ...]:
    """Every operation, in the document's order."""
    return tuple(
        _operation(path, verb, item)
        for path, item in DOCUMENT["paths"].items()
        for verb in METHODS
        if verb in item
    )


def _operation(path: str, verb: str, item: Mapping[str, Any]) -> Operation:
    operation = item[verb]
    listed = [*item.get("parameters", ()), *operation.get("parameters", ())]
    parameters = [
        Argument(
            name=parameter["name"],
            place=parameter["in"],
            required=parameter.get("required", False),
            schema=parameter["schema"],
        )
        for parameter in map(follow, listed)
    ]
    content = operation["responses"]["200"].get("content")
    return Operation(
        name=operation["operationId"],
        verb=verb.upper(),
        path=path,
        arguments=(*parameters, *_body(operation)),
        answer=content["application/json"]["schema"] if content else None,
    )


def _body(operation: Mapping[str, Any]) -> Iterator[Argument]:
    if "requestBody" not in operation:
        return
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    if "$ref" in schema:
        yield Argument(name="request", place="whole body", required=True, schema=schema)
        return
    for part in map(follow, schema.get("allOf", [schema])):
        for name, inner in part["properties"].items():
            required = name in part.get("required", ())
            yield Argument(name=name, place="body", required=required, schema=inner)


def sample(schema: Mapping[str, Any], *, whole: bool = True) -> Any:
    """A JSON value that fits a schema; `whole` fills in what is not required."""
    schema = follow(schema)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return sample(schema["anyOf"][0], whole=whole)
    kind: Any = schema.get("type")
    match str(kind[0] if isinstance(kind, list) else kind):
        case "object":
            required = schema.get("required", ())
            return {
                name: sample(inner, whole=whole)
                for name, inner in schema.get("properties", {}).items()
                if whole or name in required
            }
        case "array":
            return [sample(schema["items"], whole=whole)]
        case "integer":
            return 7
        case "number":
            return 0.5
        case "boolean":
            return True
        case _:
            date_time = schema.get("format") == "date-time"
            return "2030-01-02T03:04:05Z" if date_time else "täxt/ &?"


def model_name(schema: Mapping[str, Any]) -> str | None:
    """The component that a schema refers to, where it is an object."""
    if "$ref" in schema and follow(schema).get("type") == "object":
        return str(schema["$ref"]).rpartition("/")[2]
    return None
