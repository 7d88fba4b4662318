"""Servers and security requirements (OpenAPI 3.2, 4.5 and 4.30)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .keys import check_keys
from .objects import Json, SecurityRequirement, Server, ServerVariable
from .reader import Reader


def read_servers(reader: Reader) -> Iterator[Server]:
    """The Server Objects of an object."""
    for entry in reader.listed("servers"):
        check_keys(entry, "server")
        url = entry.text("url")
        if url is None:
            continue
        variables = entry.mapping("variables")
        yield Server(
            pointer=entry.at,
            url=url,
            name=entry.text("name"),
            description=entry.prose("description"),
            variables={
                name: ServerVariable(
                    default=each.text("default") or "",
                    enum=each.texts("enum"),
                    description=each.prose("description"),
                )
                for name, each in (() if variables is None else variables.named())
            },
            extensions=entry.extensions(),
        )


def read_security(reader: Reader) -> tuple[SecurityRequirement, ...] | None:
    """The Security Requirement Objects of an object; None where it is silent."""
    if "security" not in reader.values:
        return None
    return tuple(_requirement(entry.values) for entry in reader.listed("security"))


def _requirement(values: Mapping[str, Json]) -> SecurityRequirement:
    return {
        name: tuple(str(scope) for scope in scopes) if isinstance(scopes, list) else ()
        for name, scopes in values.items()
    }
