"""What a document holds, counted from its text alone, by none of the generator's code.

Operations are those of the paths: a method of a path item (OpenAPI 3.2, 4.9.1), an
entry of its `additionalOperations`, wherever the item stands. Schemas are those of
the components, or the definitions of Swagger 2.0. What is an extension is neither.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_MERGE = "tag:yaml.org,2002:merge"


class _Text(yaml.CSafeLoader):
    """Reads every scalar as text: `on` and `2020-01-01` are keys like others."""


_Text.yaml_implicit_resolvers = {
    first: [each for each in several if each[0] == _MERGE]
    for first, several in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class Whole:
    """The operations, as method and path, and the names of the schemas."""

    operations: tuple[tuple[str, str], ...]
    schemas: tuple[str, ...]


def whole(spec: Path) -> Whole:
    """Everything that a document holds."""
    files = _Files()
    document = files.read(spec)
    where = files.follow(document.get("paths"), spec)
    operations = tuple(_operations(files, *where))
    components = files.follow(document.get("components"), spec)
    schemas = _below(files, *components, "schemas") | _below(
        files, document, spec, "definitions"
    )
    return Whole(operations=operations, schemas=tuple(schemas))


@dataclass(slots=True)
class _Files:
    """Files that were read, and where references lead."""

    values: dict[Path, Any] = field(default_factory=dict[Path, Any])

    def read(self, file: Path) -> Any:
        if file not in self.values:
            text = file.read_text(encoding="utf-8-sig")
            is_json = file.suffix == ".json"
            self.values[file] = json.loads(text) if is_json else yaml.load(text, _Text)
        return self.values[file]

    def follow(self, value: Any, file: Path) -> tuple[Any, Path]:
        """What a mapping is, or what its reference leads to; None where to nothing."""
        seen = 0
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            other, _, pointer = value["$ref"].partition("#")
            file = (file.parent / unquote(other)).resolve() if other else file
            value = self.read(file) if file.is_file() else None
            for token in pointer.split("/")[1:]:
                value = _step(value, unquote(token))
            seen += 1
            if seen > 100:
                return None, file
        return value, file


def _step(value: Any, token: str) -> Any:
    key = token.replace("~1", "/").replace("~0", "~")
    if isinstance(value, dict):
        return value.get(key)
    return value[int(key)] if isinstance(value, list) else None


def _operations(files: _Files, paths: Any, file: Path) -> Iterator[tuple[str, str]]:
    for path, item in _entries(paths):
        if path.startswith("x-"):
            continue
        value, _ = files.follow(item, file)
        for method, operation in _entries(value):
            if method in (*_METHODS, "query") and isinstance(operation, dict):
                yield method.upper(), path
            elif method == "additionalOperations":
                for name, _ in _entries(operation):
                    yield name.upper(), path


def _below(files: _Files, value: Any, file: Path, key: str) -> dict[str, None]:
    inner = value.get(key) if isinstance(value, dict) else None
    entries, _ = files.follow(inner, file)
    return {name: None for name, _ in _entries(entries) if not name.startswith("x-")}


def _entries(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []
