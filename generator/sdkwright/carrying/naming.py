"""Names that a configuration gives, by the pointer of what is called so here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..adopting.classes import attributes_of, name_of_class
from ..diagnostics import Diagnostics
from ..ir.declarations import Enum, Model
from ..ir.nodes import Operation
from ..pointer import Pointer, child
from ..python.names.words import asked_for, constant_case
from ..spec.objects import Json
from ..understanding import Named as Both
from .carried import Everywhere, Kind, Named, Wanted
from .inline_names import inline_names
from .keys import leave

_BY_POINTER = "set it under `names`, by JSON Pointer"


def names_of(
    wanted: Wanted,
    both: Both,
    operations: Mapping[tuple[str, str], Operation],
    found: Diagnostics,
) -> dict[str, Json]:
    """Every name that is another than it is anyway; what fits nothing is left."""
    names: dict[str, Json] = dict(_everywhere(wanted.everywhere, both, found))
    names |= dict(_methods(wanted, both, operations))
    names |= dict(_classes(wanted.classes, both, found))
    names |= dict(_calls(wanted.calls, both, found))
    names |= dict(_servers(wanted, both))
    return names


def _methods(
    wanted: Wanted, both: Both, operations: Mapping[tuple[str, str], Operation]
) -> Iterator[tuple[str, Json]]:
    for method in wanted.methods:
        operation = operations.get(method.request)
        if operation is None or method.left_out:
            continue
        if both.names.operations[operation.pointer] != method.name:
            yield operation.pointer, method.name


def renamed_in_place(
    classes: tuple[Named, ...], both: Both
) -> Iterator[Mapping[str, Json]]:
    """Actions that name classes where a name by pointer would be the attribute's."""
    attributes = attributes_of(both.api)
    for each, at in _places(classes, both):
        if at is None or at not in attributes:
            continue
        if both.names.declarations[at] != each.name:
            yield name_of_class(at, each.name)


def _classes(
    classes: tuple[Named, ...], both: Both, found: Diagnostics
) -> Iterator[tuple[str, Json]]:
    attributes = attributes_of(both.api)
    for each, place in _places(classes, both):
        if place is None:
            why = f"the SDK has no class of '{each.what}'"
            leave(found, each.at, why, _BY_POINTER)
        elif both.names.declarations[place] != each.name and place not in attributes:
            yield place, each.name


def _places(
    classes: tuple[Named, ...], both: Both
) -> Iterator[tuple[Named, Pointer | None]]:
    known = both.names.declarations
    by_name = {name: at for at, name in known.items()}
    in_place = inline_names(both.api, known) if classes else {}
    for each in classes:
        component = child(Pointer("#"), "components", "schemas", each.what)
        at = Pointer(each.what) if each.what.startswith("#/") else component
        places = (at, by_name.get(each.what), in_place.get(each.what))
        yield each, next((one for one in places if one in known), None)


def _calls(
    calls: tuple[Named, ...], both: Both, found: Diagnostics
) -> Iterator[tuple[str, Json]]:
    known = {each.operation_id: each.pointer for each in both.api.operations}
    for each in calls:
        if (at := known.get(each.what)) is None:
            leave(found, each.at, f"the document has no operation '{each.what}'")
        elif both.names.operations[at] != each.name:
            yield at, each.name


def _servers(wanted: Wanted, both: Both) -> Iterator[tuple[str, Json]]:
    known = {each.what.rstrip("/"): each.name for each in wanted.servers}
    for server in both.api.servers:
        name = known.get(server.url)
        if name and constant_case(name) != both.names.environments.get(server.pointer):
            yield server.pointer, name


def _everywhere(
    wanted: tuple[Everywhere, ...], both: Both, found: Diagnostics
) -> Iterator[tuple[str, Json]]:
    """What is named by what it is on the wire, wherever that is."""
    places: dict[tuple[Kind, str], dict[Pointer, str]] = defaultdict(dict)
    for kind, wire, at, name in _wires(both) if wanted else ():
        places[kind, wire][at] = name
    for each in wanted:
        several = places.get((each.kind, each.wire))
        ours = each.name if each.kind == "value" else asked_for(each.name)
        if several is None:
            leave(found, each.at, f"the document has no such {each.kind}")
        elif ours != each.name:
            leave(found, each.at, f"'{each.name}' is '{ours}' here")
        for at, name in (several or {}).items():
            if name != ours:
                yield at, ours


def _wires(both: Both) -> Iterator[tuple[Kind, str, Pointer, str]]:
    """Each thing that has a name on the wire: its kind, that, its place, and ours."""
    names = both.names
    for declaration in both.api.declarations.values():
        match declaration:
            case Model(fields=fields):
                for each in fields:
                    yield (
                        "property",
                        each.name,
                        each.pointer,
                        names.fields[each.pointer],
                    )
            case Enum(pointer=pointer, members=members):
                for member in members:
                    name = names.members[pointer, member.value]
                    yield "value", str(member.value), member.pointer, name
            case _:
                pass
    yield from _parameters(both)


def _parameters(both: Both) -> Iterator[tuple[Kind, str, Pointer, str]]:
    for operation in both.api.operations:
        for each in operation.parameters:
            name = both.names.parameters.get((operation.pointer, each.pointer), "")
            yield "parameter", each.name, each.pointer, name
