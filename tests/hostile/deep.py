"""Documents that are too deep, or would be without end, and what makes them.

With `HOSTILE_EXAMPLES` set, those that only take their time are several times larger.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from typing import Any

HEAD = "openapi: 3.1.0\ninfo: {title: Large, version: '1'}\n"
MEGABYTE = 1024 * 1024
TIMES = 5 if "HOSTILE_EXAMPLES" in os.environ else 1


def document(**schemas: Any) -> dict[str, Any]:
    """A document with nothing but schemas."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def schemas(**several: Any) -> Callable[[], bytes]:
    """What makes a document of schemas."""
    return lambda: as_json(document(**several))


def _nested(count: int, key: str, **beside: Any) -> dict[str, Any]:
    value: dict[str, Any] = {"type": "string"}
    for _ in range(count):
        value = {**beside, key: value}
    return value


def deep_yaml() -> bytes:
    return f"{HEAD}x: {'[' * 100_000}{']' * 100_000}\n".encode()


def deep_json() -> bytes:
    return b'{"a":' * 100_000 + b"1" + b"}" * 100_000


def deep_items() -> bytes:
    levels = "{type: array, items: " * 400 + "{}" + "}" * 400
    return f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {levels}}}}}\n".encode()


def alias_ladder() -> bytes:
    """Aliases in aliases, each 90 levels deep."""
    lines = ["x0: &a0 {type: string}"]
    for n in range(1, 30):
        start = "{type: array, items: " * 90
        lines.append(f"x{n}: &a{n} {start}*a{n - 1}{'}' * 90}")
    text = "\n".join(lines)
    return f"{HEAD}paths: {{}}\n{text}\ncomponents: {{schemas: {{A: *a29}}}}\n".encode()


def many_aliases() -> bytes:
    """No bomb, but the models of all these aliases would be a million lines."""
    row = ", ".join(f"p{n}: {{type: string}}" for n in range(1000))
    uses = ", ".join(f"S{n}: *a" for n in range(190))
    return (
        f"{HEAD}paths: {{}}\nx-a: &a {{type: object, properties: {{{row}}}}}\n"
        f"components: {{schemas: {{{uses}}}}}\n"
    ).encode()


def chain(count: int, link: Callable[[int], Any]) -> bytes:
    """Schemas, each made of a number; the last one is text."""
    several = {f"S{n}": link(n) for n in range(count)}
    return as_json(document(**several, **{f"S{count}": {"type": "string"}}))


def reference_chain() -> bytes:
    return chain(3000, lambda n: _ref(f"S{n + 1}"))


def reference_chain_inside() -> bytes:
    """References from place to place inside a schema, each of them followed once."""
    properties: dict[str, Any] = {
        f"p{n}": {"$ref": f"#/components/schemas/A/properties/p{n + 1}"}
        for n in range(30_000)
    }
    properties["p30000"] = {"type": "string"}
    return as_json(document(A={"type": "object", "properties": properties}))


def array_chain_inside() -> bytes:
    """The same with an array at every step, which no bracket may close."""
    properties: dict[str, Any] = {
        f"p{n}": {
            "type": "array",
            "items": {"$ref": f"#/components/schemas/A/properties/p{n + 1}"},
        }
        for n in range(400)
    }
    properties["p400"] = {"type": "string"}
    return as_json(document(A={"type": "object", "properties": properties}))


def property_chain() -> bytes:
    return chain(
        400, lambda n: {"type": "object", "properties": {"next": _ref(f"S{n + 1}")}}
    )


def allof_chain() -> bytes:
    def link(n: int) -> Any:
        own = {"type": "object", "properties": {f"p{n}": {"type": "string"}}}
        return {"allOf": [_ref(f"S{n + 1}"), own]}

    return chain(1000, link)


def oneof_chain() -> bytes:
    return chain(
        TIMES * 200, lambda n: {"oneOf": [_ref(f"S{n + 1}"), {"type": "integer"}]}
    )


def allof_of_all() -> bytes:
    """Every schema is made of every other one."""
    names = [f"S{n}" for n in range(12)]
    return as_json(
        document(
            **{
                name: {"allOf": [_ref(each) for each in names if each != name]}
                for name in names
            }
        )
    )


def wide_tree() -> bytes:
    """Two parts each, forty levels: a path for every leaf would be a billion."""
    several: dict[str, Any] = {
        f"S{n}": {"allOf": [_ref(f"S{n + 1}"), _ref(f"S{n + 1}")]} for n in range(40)
    }
    return as_json(document(**several, S40={"type": "object", "properties": {"a": {}}}))


def wide_union() -> bytes:
    several: dict[str, Any] = {
        f"S{n}": {"oneOf": [_ref(f"S{n + 1}"), _ref(f"S{n + 1}")]} for n in range(40)
    }
    return as_json(document(**several, S40={"type": "object", "properties": {"a": {}}}))


# What each gives: "files", or the code of the error that is expected.
CASES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "alias-ladder.yaml": (alias_ladder, "too-deep"),
    "allof-chain.json": (allof_chain, "too-deep"),
    "allof-of-all.json": (allof_of_all, "files"),
    "array-chain-inside.json": (array_chain_inside, "too-deep"),
    "deep-items.yaml": (deep_items, "too-deep"),
    "deep-json.json": (deep_json, "too-deep"),
    "deep-yaml.yaml": (deep_yaml, "too-deep"),
    "many-aliases.yaml": (many_aliases, "alias-bomb"),
    "oneof-chain.json": (oneof_chain, "files"),
    "property-chain.json": (property_chain, "files"),
    "reference-chain.json": (reference_chain, "too-deep"),
    "reference-chain-inside.json": (reference_chain_inside, "files"),
    "wide-tree.json": (wide_tree, "files"),
    "wide-union.json": (wide_union, "files"),
}
