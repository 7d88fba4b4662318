"""The names that the package itself offers, and the modules that they come from."""

from __future__ import annotations

from typing import TypeAlias

from ...ir import nodes
from ...ir.declarations import Alias, Declaration, Model
from ...ir.types import Anything
from ..names.table import NameTable
from ..operations.errors import FAMILY
from ..text.annotations import annotate
from ..text.imports import Import, render_imports
from ..text.layout import STEP, Group, lay_out
from ..text.literals import literal
from ..views import Lines

Homes: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
_RESPONSES = ("AsyncStreamedResponse", "RawResponse", "StreamedResponse")


def homes_of(api: nodes.Api, names: NameTable) -> Homes:
    """Which module of the package has each name that it offers, models apart."""
    servers = (names.environment_class,) if api.servers else ()
    streams = any(operation.stream is not None for operation in api.operations)
    lists = any(
        each.paging is not None and each.paging.model is None for each in api.operations
    )
    unions = any(_may_be_unknown(each, names) for each in api.declarations.values())
    homes = (
        ("._core.observe", ("AsyncHooks", "Hooks")),
        ("._core.omit", ("OMIT",)),
        ("._core.list_pages", ("ListPage",) if lists else ()),
        ("._core.responses", _RESPONSES),
        ("._core.stream", ("AsyncStream", "Stream") if streams else ()),
        ("._core.unions", ("Unknown",) if unions else ()),
        (".client", tuple(sorted((names.client_class, names.async_client_class)))),
        (".environments", servers),
        (".errors", tuple(sorted(error.name for error in FAMILY))),
    )
    return tuple((home, several) for home, several in homes if several)


def home_of_names(api: nodes.Api, names: NameTable) -> dict[str, str]:
    """The module of every name that programs can import, twins included."""
    homes = dict.fromkeys(names.twins.values(), ".params")
    homes |= dict.fromkeys(names.declarations.values(), ".models")
    return homes | {
        name: home for home, several in homes_of(api, names) for name in several
    }


def _may_be_unknown(declaration: Declaration, names: NameTable) -> bool:
    """Whether a value of it, or beside its fields, may be of no known variant."""
    match declaration:
        case Alias(type=type_):
            written = annotate(type_, names)
            return Import("._core.unions", "Unknown") in written.imports
        case Model(additional=additional):
            return additional is not None and not isinstance(additional, Anything)
        case _:
            return False


def table(homes: Homes) -> Lines:
    """A line or more for each module: its name and the names that it has."""
    groups = (
        Group(f"{literal(home)}: (", tuple(map(literal, several)), ")", is_tuple=True)
        for home, several in homes
    )
    table = Group("_MODULES = {", tuple(groups), "}", exploded=True)
    return tuple(line.removeprefix(STEP) for line in lay_out(table, STEP))


def type_imports(homes: Homes, models: tuple[str, ...]) -> Lines:
    """The imports by which type checkers see every name of the package."""
    imports = {Import(home, name) for home, several in homes for name in several}
    imports |= {Import(".models", name) for name in models}
    return render_imports(imports, indent="    ")
