"""Where the API is served."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Diagnostics
from ..pointer import child
from ..spec import objects
from .declarations import Doc
from .extensions import SERVER_NAMES, first_text
from .nodes import Server, Variable


def servers_of(
    servers: Iterable[objects.Server], found: Diagnostics
) -> tuple[Server, ...]:
    """Each base URL once, without its trailing slash; `/` alone says nothing.

    One that is relative to where the document was found says no host (4.5): it is
    left to whoever makes a client.
    """
    made: dict[str, Server] = {}
    for server in servers:
        url = server.url.rstrip("/")
        if "://" in url:
            made.setdefault(url, _server(server, url))
        elif url:
            found.warning(
                "relative-server",
                f"'{server.url}' says no host, so a client has to be told",
                child(server.pointer, "url"),
                hint=f"name the whole URL here, or give 'base_url' with '{url}' in it",
            )
    return tuple(made.values())


def own_servers(
    operation: objects.Operation, everywhere: tuple[Server, ...], found: Diagnostics
) -> tuple[Server, ...]:
    """Where an operation is served, if that is not where the API is."""
    first, *others = servers_of(operation.servers, found) or (None,)
    if first is None or (everywhere and everywhere[0].url == first.url):
        return ()
    for other in others:
        found.warning(
            "unused-server",
            f"this operation is called at '{first.url}'; this server is left out",
            other.pointer,
        )
    return (first,)


def _server(server: objects.Server, url: str) -> Server:
    label = first_text(server.extensions, SERVER_NAMES)
    return Server(
        pointer=server.pointer,
        url=url,
        label=label or server.name,
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
