"""Which classes of an existing SDK are which of ours, and what programs import."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from ..compare.face import Face
from ..ir.declarations import Model
from ..ir.nodes import Api
from ..ir.types import Type, named_in
from ..pointer import Pointer
from ..python.names.table import NameTable
from ..python.offers.exports import no_export
from ..records import dataclass
from ..spec.objects import Json
from ..spec.overlay_text import update
from .exceptions import heir
from .match import Matches
from .offers import class_of
from .sdk import Sdk


def same_classes(sdk: Sdk, matches: Matches, face: Face) -> dict[str, str]:
    """Our class for each of theirs, by where theirs is defined.

    What matched methods return and take is the same, and what attributes of the same
    name hold in two classes that are; then what is called the same.
    """
    found: dict[str, str] = {}
    waiting = deque(_at_methods(matches))
    while waiting:
        theirs, ours = waiting.popleft()
        if theirs in found:
            continue
        found[theirs] = ours
        known = face.classes.get(ours)
        for name, inside in sdk.fields(theirs).items() if known else ():
            part = known.parts.get(name) if known else None
            if part is not None and (named := _one(part.type)) is not None:
                waiting.append((inside, named))
    for at in sdk.offers.values():
        name = at.rpartition(".")[2]
        if name in face.classes:
            found.setdefault(at, name)
    return found


def _at_methods(matches: Matches) -> Iterator[tuple[str, str]]:
    for each in matches.matched:
        pairs = [(each.theirs.result, each.ours.returns)]
        for name, part in each.arguments.items():
            pairs.append((each.theirs.takes.get(name), part.type))
        for theirs, type_ in pairs:
            named = None if type_ is None else _one(type_)
            if theirs is not None and named is not None:
                yield theirs, named


def _one(type_: Type) -> str | None:
    """The class that a type is made of, if it is just one."""
    several = {*named_in(type_)}
    return several.pop() if len(several) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imports:
    """What programs import: `known` names, of which `kept` are where they were.

    `exports` has those that are there only if the configuration says so.
    """

    exports: Mapping[str, str]
    kept: int
    known: int


NONE = Imports(exports={}, kept=0, known=0)


def imports_of(
    sdk: Sdk, same: Mapping[str, str], names: NameTable, homes: Mapping[str, str]
) -> Imports:
    """What has to be exported so that the imports of programs go on to work."""
    twins = {names.declarations[at]: name for at, name in names.twins.items()}
    dicts = {at.rpartition(".")[2]: twins.get(ours) for at, ours in same.items()}
    exports: dict[str, str] = {}
    here = 0
    for way, at in sorted(sdk.offers.items()):
        last = at.rpartition(".")[2]
        places = (at, _shared(at), sdk.others.get(at, at))
        clients = (_client(each.rpartition(".")[2], sdk) for each in places)
        ours = next(filter(None, (*clients, *map(same.get, places))), None)
        is_literal = bool(sdk.literals & {*places})
        if (whose := class_of(last)) is not None:
            ours = twins.get(ours or "") or dicts.get(whose) or ours
        elif is_literal and not _is_here(way, ours or ""):
            ours = twins.get(
                ours or "", ours
            )  # whoever names it gives a text, as it is
        if ours is None and last in sdk.exceptions:
            ours = heir(last, sdk.exceptions[last], sdk.client_class)
        if ours is not None and _is_here(way, ours):
            here += 1
        elif ours is not None and no_export(way, ours, homes) is None:
            exports[way] = ours
    return Imports(exports=exports, kept=here + len(exports), known=len(sdk.offers))


def names_in_models(
    sdk: Sdk, same: Mapping[str, str], face: Face
) -> dict[Pointer, str]:
    """What has to be called as it was, as nothing is exported from `models` besides.

    Where one of theirs is one of ours, and its name is free.
    """
    wanted: dict[str, set[str]] = {}
    for way, at in sdk.offers.items():
        module, _, name = way.rpartition(".")
        if module == "models" and (ours := same.get(at)) in face.classes:
            wanted.setdefault(ours or "", set()).add(name)
    return {
        face.classes[ours].pointer: min(several)
        for ours, several in wanted.items()
        if len(several) == 1 and not several & face.classes.keys()
    }


def attributes_of(api: Api) -> frozenset[Pointer]:
    """Where attributes and arguments stand.

    A name there is theirs, and not that of a class that stands in place.
    """
    several = [
        each.fields for each in api.declarations.values() if isinstance(each, Model)
    ]
    for operation in api.operations:
        contents = operation.body.contents if operation.body else ()
        several += [each.fields for each in contents if each.fields]
    return frozenset(each.pointer for fields in several for each in fields)


def name_of_class(at: Pointer, name: str) -> Mapping[str, Json]:
    """The action of an overlay that names a class, and nothing else that stands there.

    In Fern's words: ours name an attribute, too.
    """
    return update(at, {"x-fern-type-name": name})


def _shared(at: str) -> str:
    """Where Stainless defines what is sent and answered, by where it is sent alone."""
    return at.replace(".shared_params.", ".shared.")


def _client(name: str, sdk: Sdk) -> str | None:
    """The client, and its asynchronous twin, which is called in one of two ways."""
    if name == sdk.client_class:
        return name
    asynchronous = f"Async{sdk.client_class}"
    is_twin = name in (asynchronous, f"{sdk.client_class}Async")
    return asynchronous if is_twin else None


def _is_here(way: str, ours: str) -> bool:
    """Whether something of ours is imported in this way without an export."""
    return way in (ours, f"models.{ours}", f"errors.{ours}", f"client.{ours}")
