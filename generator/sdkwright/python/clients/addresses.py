"""Where the API is served: environments, and the variables of their URLs."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import nodes
from ...ir.types import Literal, Type
from ..names.table import NameTable
from ..text.annotations import annotate
from ..text.docstrings import docstring
from ..text.layout import Group
from ..text.literals import literal
from ..views import EnvironmentView, OptionView


def environments_of(api: nodes.Api, names: NameTable) -> tuple[EnvironmentView, ...]:
    """The servers, each a member of the environment enum."""
    return tuple(
        EnvironmentView(
            name=names.environment(server.pointer),
            literal=literal(expanded(server)),
            docstring=docstring(server.doc.description or "", 4),
            url=expanded(server),
            description=server.doc.description,
        )
        for server in api.servers
    )


def expanded(server: nodes.Server) -> str:
    """A server's URL with the defaults of its variables."""
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url


def variables_of(api: nodes.Api) -> tuple[nodes.Variable, ...]:
    """The variables of all servers, each name once."""
    several: dict[str, nodes.Variable] = {}
    for server in api.servers:
        for variable in server.variables:
            several.setdefault(variable.name, variable)
    return tuple(several.values())


def variable_options(api: nodes.Api, names: NameTable) -> Iterator[OptionView]:
    """An argument of the constructor for each variable of the servers' URLs."""
    for variable in variables_of(api):
        annotation = "str | None"
        if variable.values:
            choice: Type = Literal(variable.values)
            annotation = f"{annotate(choice, names).text} | None"
        said = variable.description or f"The `{variable.name}` of the server's URL."
        default = f" By default {literal(variable.default)}."
        yield OptionView(
            name=names.variable(variable.name),
            annotation=annotation,
            async_annotation=annotation,
            default="None",
            description=said.rstrip() + default,
            common=False,
        )


def server_facts(api: nodes.Api) -> tuple[Group, ...]:
    """`servers={URL: Server(…)}`: the servers whose URL has variables."""
    groups = tuple(
        Group(
            f"{literal(expanded(server))}: Server(",
            (
                literal(server.url),
                Group(
                    "{",
                    tuple(
                        f"{literal(each.name)}: {literal(each.default)}"
                        for each in server.variables
                    ),
                    "}",
                ),
            ),
            ")",
        )
        for server in api.servers
        if server.variables
    )
    return (Group("servers={", groups, "}"),) if groups else ()
