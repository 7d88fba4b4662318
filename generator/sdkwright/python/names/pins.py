"""Names that the configuration gives by pointer: those that name nothing are said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...diagnostics import Diagnostics
from ...ir import nodes
from ...ir.declarations import Alias, Declaration, Enum, Model
from ...pointer import ROOT, Pointer, child


def check_pins(api: nodes.Api, pinned: Mapping[str, str], found: Diagnostics) -> None:
    """Say which names are given to what has none in the SDK."""
    unused = pinned.keys() - frozenset(_named(api)) if pinned else ()
    for pointer in sorted(unused):
        found.warning(
            "unused-name",
            f"nothing that has a name stands at '{pointer}', so nothing is called "
            f"'{pinned[pointer]}'",
            ROOT,
        )


def _named(api: nodes.Api) -> Iterator[Pointer]:
    for several in (api.resources, api.servers, api.auths.values(), api.webhooks):
        yield from (each.pointer for each in several)
    for operation in api.operations:
        yield operation.pointer
        yield from (each.pointer for each in operation.parameters)
        if operation.body is not None:
            yield child(operation.pointer, "requestBody")
        for content in operation.body.contents if operation.body else ():
            yield from (each.pointer for each in content.fields or ())
    for declaration in api.declarations.values():
        yield declaration.pointer
        yield from _inside(declaration)


def _inside(declaration: Declaration) -> Iterator[Pointer]:
    match declaration:
        case Model(fields=fields):
            yield from (each.pointer for each in fields)
        case Enum(members=members):
            yield from (each.pointer for each in members)
        case Alias():
            pass
