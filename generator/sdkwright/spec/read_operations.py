"""Path Items, Operations and what stands in them (OpenAPI 3.2, 4.8 to 4.19)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..pointer import Pointer, child
from .objects import (
    Operation,
    Parameter,
    Schema,
    Server,
)
from .read_contents import Contents
from .read_schemas import external_docs, named_examples
from .read_servers import read_security, read_servers
from .reader import Reader

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_PLACES = ("path", "query", "header", "cookie", "querystring")
_PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")


def placeholders(path: str) -> tuple[str, ...]:
    """The names in braces in a path template, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(path)))


@dataclass(frozen=True, slots=True)
class Operations:
    """Reads path items; what is sent and answered is left to `Contents`."""

    contents: Contents
    _open: set[Pointer] = field(default_factory=set[Pointer])

    def of_paths(self, paths: Reader) -> Iterator[Operation]:
        """Every operation of a Paths Object, in the document's order."""
        for path, item in paths.items():
            whole = path if path.startswith("/") else f"/{path}"
            if path != whole:
                paths.found.warning(
                    "wrong-path",
                    f"the path '{path}' must begin with a slash; it is taken to",
                    item.at,
                    on_key=True,
                    hint=f"write '{whole}'",
                )
            yield from self.of_item(whole, item, check_path=True)

    def of_item(
        self, path: str, item: Reader, *, check_path: bool = False
    ) -> Iterator[Operation]:
        """Every operation of a Path Item Object."""
        resolved = item.resolved()
        if resolved is None:
            return
        shared = tuple(self._parameters(resolved))
        servers = tuple(read_servers(resolved))
        for method, reader in self._methods(resolved):
            yield self._operation(path, method, reader, shared, servers, check_path)

    def _methods(self, item: Reader) -> Iterator[tuple[str, Reader]]:
        for method in item.values:
            if method in METHODS:
                reader = item.mapping(method)
                if reader is not None:
                    yield method, reader
        additional = item.mapping("additionalOperations")
        for method, reader in () if additional is None else additional.items():
            yield method, reader

    def _operation(
        self,
        path: str,
        method: str,
        reader: Reader,
        shared: tuple[Parameter, ...],
        servers: tuple[Server, ...],
        check_path: bool,
    ) -> Operation:
        own = tuple(self._parameters(reader))
        merged = {(each.name, each.location): each for each in (*shared, *own)}
        parameters = tuple(merged.values())
        if check_path:
            parameters = self._checked(path, reader, parameters)
        return Operation(
            pointer=reader.at,
            method=method,
            path=path,
            operation_id=reader.text("operationId"),
            tags=reader.texts("tags"),
            summary=reader.text("summary"),
            description=reader.text("description"),
            external_docs=external_docs(reader),
            parameters=parameters,
            request_body=self.contents.body(reader),
            responses=self.contents.responses(reader),
            callbacks=self._callbacks(reader),
            deprecated=reader.flag("deprecated"),
            security=read_security(reader),
            servers=tuple(read_servers(reader)) or servers,
            extensions=reader.extensions(),
        )

    def _checked(
        self, path: str, reader: Reader, parameters: tuple[Parameter, ...]
    ) -> tuple[Parameter, ...]:
        """Path parameters as the template has them: none missing, none too many."""
        names = placeholders(path)
        declared = {each.name for each in parameters if each.location == "path"}
        for name in names:
            if name not in declared:
                reader.found.warning(
                    "undeclared-path-parameter",
                    f"the path has '{{{name}}}', but no path parameter is called so; "
                    "it is taken to be text",
                    reader.at,
                    on_key=True,
                    hint=f"add {{name: {name}, in: path, required: true, …}} "
                    "to 'parameters'",
                )
        kept: list[Parameter] = []
        for each in parameters:
            if each.location == "path" and each.name not in names:
                reader.found.warning(
                    "unused-path-parameter",
                    f"the path has no '{{{each.name}}}', so this parameter is left out",
                    each.pointer,
                )
            else:
                kept.append(each)
        missing = tuple(
            _undeclared(reader.at, name) for name in names if name not in declared
        )
        return (*missing, *kept)

    def _parameters(self, reader: Reader) -> Iterator[Parameter]:
        for entry in reader.listed("parameters"):
            resolved = entry.resolved()
            if resolved is not None:
                made = self._parameter(resolved, entry.at)
                if made is not None:
                    yield made

    def _parameter(self, reader: Reader, at: Pointer) -> Parameter | None:
        name, location = reader.text("name"), reader.text("in")
        if name is None or location not in _PLACES:
            what = "has no 'name'" if name is None else f"is in '{location}'"
            reader.documents.report(
                "unusable-parameter",
                (
                    f"this parameter {what}; it has to be in {', '.join(_PLACES)}"
                    if name is not None
                    else f"this parameter {what}"
                ),
                at,
            )
            return None
        style = reader.text("style") or _STYLES.get(location, "form")
        explode = reader.optional_flag("explode")
        return Parameter(
            pointer=at,
            name=name,
            location=location,
            description=reader.text("description"),
            required=reader.flag("required") or location == "path",
            deprecated=reader.flag("deprecated"),
            style=style,
            explode=(
                style in ("form", "cookie", "deepObject")
                if explode is None
                else explode
            ),
            allow_reserved=reader.flag("allowReserved"),
            schema=self.contents.schema(reader),
            content=self.contents.content(reader),
            examples=named_examples(reader),
            extensions=reader.extensions(),
        )

    def _callbacks(self, reader: Reader) -> dict[str, tuple[Operation, ...]]:
        inner = reader.mapping("callbacks")
        made: dict[str, tuple[Operation, ...]] = {}
        for name, entry in () if inner is None else inner.items():
            resolved = entry.resolved()
            if resolved is None:
                continue
            if resolved.at in self._open:
                reader.found.warning(
                    "unusable-reference",
                    "this callback is called back by itself, so it is left out",
                    entry.at,
                )
                continue
            self._open.add(resolved.at)
            made[name] = tuple(
                operation
                for expression, item in resolved.items()
                for operation in self.of_item(expression, item)
            )
            self._open.discard(resolved.at)
        return made


def _undeclared(at: Pointer, name: str) -> Parameter:
    """What only the template of a path names: text."""
    place = child(at, "parameters", name)
    return Parameter(
        pointer=place,
        name=name,
        location="path",
        required=True,
        style="simple",
        explode=False,
        schema=Schema(pointer=child(place, "schema"), types=("string",)),
    )
