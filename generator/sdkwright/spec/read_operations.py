"""Path Items, Operations and what stands in them (OpenAPI 3.2, 4.8 to 4.19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from ..diagnostics import Respell
from ..pointer import Pointer
from ..records import dataclass, replace
from .keys import check_keys
from .objects import Operation, Parameter, Server
from .read_contents import Contents
from .read_parameters import Parameters
from .read_said import external_docs
from .read_servers import read_security, read_servers
from .read_streaming import with_streams
from .reader import Reader

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


@dataclass(frozen=True, slots=True)
class Operations:
    """Reads path items; what is sent and answered is left to others."""

    contents: Contents
    parameters: Parameters
    _open: set[Pointer] = field(default_factory=set[Pointer])

    def of_paths(self, paths: Reader) -> Iterator[Operation]:
        """Every operation of a Paths Object, in the document's order."""
        yield from self.of_items(self._of_paths(paths), check_path=True)

    def _of_paths(self, paths: Reader) -> Iterator[tuple[str, Reader]]:
        """The path items, each with a path that begins with a slash."""
        for path, item in paths.items():
            whole = path if path.startswith("/") else f"/{path}"
            if path != whole:
                paths.found.warning(
                    "wrong-path",
                    f"the path '{path}' must begin with a slash; it is taken to",
                    item.at,
                    on_key=True,
                    hint=f"write '{whole}'",
                    mend=Respell(text=whole, on_key=True),
                )
            yield whole, item

    def of_items(
        self, items: Iterable[tuple[str, Reader]], *, check_path: bool = False
    ) -> Iterator[Operation]:
        """Every operation of several path items, no two of one identity.

        Where more than one leads to the same item, an operation of the later ones is
        known by the place that leads there.
        """
        several = tuple(items)
        known = {item.at for _, item in several if "$ref" not in item.values}
        for path, item in several:
            resolved = item.resolved()
            if resolved is None:
                continue
            again = resolved.at in known and "$ref" in item.values
            known.add(resolved.at)
            for made in self._of_item(path, resolved, check_path):
                below = made.pointer.removeprefix(resolved.at)
                at = Pointer(f"{item.at}{below}") if again else made.pointer
                yield replace(made, pointer=at)

    def _of_item(
        self, path: str, resolved: Reader, check_path: bool
    ) -> Iterator[Operation]:
        """Every operation of a Path Item Object."""
        shared = self.parameters.listed(resolved)
        servers = tuple(read_servers(resolved))
        for method, reader in self._methods(resolved):
            made = self._operation(path, method, reader, shared, servers, check_path)
            yield replace(
                made,
                summary=made.summary or resolved.prose("summary"),
                description=made.description or resolved.prose("description"),
            )

    def _methods(self, item: Reader) -> Iterator[tuple[str, Reader]]:
        check_keys(item, "path item")
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
        check_keys(reader, "operation")
        path, parameters = self.parameters.of(
            path, reader, shared, check_path=check_path
        )
        return Operation(
            pointer=reader.at,
            method=method,
            path=path,
            operation_id=reader.text("operationId"),
            tags=reader.texts("tags"),
            summary=reader.prose("summary"),
            description=reader.prose("description"),
            external_docs=external_docs(reader),
            parameters=parameters,
            request_body=self.contents.body(reader),
            responses=with_streams(
                reader, self.contents.responses(reader), self.contents
            ),
            callbacks=self._callbacks(reader),
            deprecated=reader.flag("deprecated"),
            security=read_security(reader),
            servers=tuple(read_servers(reader)) or servers,
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
                for operation in self.of_items([(expression, item)])
            )
            self._open.discard(resolved.at)
        return made
