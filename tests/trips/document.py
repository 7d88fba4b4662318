"""A description of an API as it stands in its files, and what its references name."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import yaml

_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")


class _Core(yaml.CSafeLoader):
    """YAML with the core schema of YAML 1.2: dates, `on` and `12:30` are text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own way of setting it


def _number(loader: Any, node: Any) -> Any:
    """Integers as the core schema has them, whatever PyYAML would make of `010`."""
    text = str(loader.construct_scalar(node))
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


for tag, pattern, first in (
    ("null", r"(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    ("float", _FLOAT.pattern, list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
_Core.add_constructor("tag:yaml.org,2002:int", _number)


class Document:
    """The files of a description, loaded when a reference first leads there.

    Every `$ref` is made absolute at loading: what it names depends no more on
    where it stands.
    """

    def __init__(self, path: Path) -> None:
        self.uri = path.resolve().as_uri()
        self._files: dict[str, Any] = {}
        self._anchors: dict[str, Any] = {}
        self.root: dict[str, Any] = self._file(self.uri)
        self.version = str(self.root.get("openapi") or self.root.get("swagger"))[:3]
        self.resolve = cache(self._resolve)

    @property
    def legacy(self) -> bool:
        """Whether schemas are those of OpenAPI 3.0 or before, no JSON Schema."""
        return self.version in ("2.0", "3.0")

    def _resolve(self, reference: str) -> Any:
        """What an absolute reference names.

        Raises:
            LookupError: Nothing.
        """
        uri, _, fragment = reference.partition("#")
        value = self._file(uri)
        if fragment and not fragment.startswith("/"):
            return self._anchors[reference]
        for token in fragment.split("/")[1:]:
            key = unquote(token).replace("~1", "/").replace("~0", "~")
            value = value[int(key) if isinstance(value, list) else key]
        return value

    def follow(self, value: Any) -> Any:
        """An object, or what stands where its reference leads, through any number."""
        seen: set[str] = set()
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            if value["$ref"] in seen:
                raise LookupError(f"{value['$ref']} leads to itself")
            seen.add(value["$ref"])
            value = self.resolve(value["$ref"])
        return value

    def _file(self, uri: str) -> Any:
        if uri not in self._files:
            if not uri.startswith("file:"):
                raise LookupError(f"{uri} is not on this machine")
            path = Path(unquote(uri.removeprefix("file://")))
            try:
                text = path.read_text(encoding="utf-8-sig")
            except OSError as error:
                raise LookupError(str(error)) from None
            self._files[uri] = loaded = _load(text)
            self._place(loaded, uri)
        return self._files[uri]

    def _place(self, value: Any, uri: str) -> None:
        if isinstance(value, dict):
            if isinstance(reference := value.get("$ref"), str):
                value["$ref"] = urljoin(uri, reference)
            if isinstance(anchor := value.get("$anchor"), str):
                self._anchors[f"{uri}#{anchor}"] = value
            _with_any_of(value)
            for each in value.values():
                self._place(each, uri)
        elif isinstance(value, list):
            for each in value:
                self._place(each, uri)


def _with_any_of(schema: dict[str, Any]) -> None:
    """A list of schemas in `items` as what is meant by it: any of them.

    Swagger 2.0 has neither such lists nor `anyOf`; documents that were made for a
    JSON Schema with both write the one in place of the other.
    """
    items = schema.get("items")
    if isinstance(items, list) and all(isinstance(each, dict) for each in items):
        if schema.get("type") == "array":
            schema["items"] = {"anyOf": items}
        else:
            schema["anyOf"] = schema.pop("items")


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return _texts(yaml.load(text, _Core))


def _texts(value: Any) -> Any:
    """The same with every key as text, as JSON has it, and no node shared.

    What an alias repeats is told apart by where it stands.
    """
    if isinstance(value, dict):
        return {_key(key): _texts(each) for key, each in value.items()}
    return [_texts(each) for each in value] if isinstance(value, list) else value


def _key(key: Any) -> str:
    return key if isinstance(key, str) else json.dumps(key)
