"""Where the API is served."""

from __future__ import annotations

from ..spec import objects
from .declarations import Doc
from .nodes import Server, Variable


def servers_of(servers: tuple[objects.Server, ...]) -> tuple[Server, ...]:
    """Each base URL once, without its trailing slash; `/` alone says nothing."""
    made: dict[str, Server] = {}
    for server in servers:
        url = server.url.rstrip("/")
        if url:
            made.setdefault(url, _server(server, url))
    return tuple(made.values())


def _server(server: objects.Server, url: str) -> Server:
    label = server.extensions.get("x-sdkwright-name") or server.extensions.get(
        "x-fern-server-name"
    )
    return Server(
        pointer=server.pointer,
        url=url,
        label=label if isinstance(label, str) else server.name,
        variables=tuple(
            Variable(
                name=name,
                default=each.default,
                values=each.enum,
                description=each.description,
            )
            for name, each in server.variables.items()
        ),
        doc=Doc(description=server.description),
    )
