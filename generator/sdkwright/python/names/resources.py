"""Names of resources: the attribute, the module and the class of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...ir import nodes
from ...options import is_device
from ...pointer import Pointer, escape
from ...records import dataclass
from . import reserved
from .settle import Claim, Memory, settle
from .words import attribute, capitals, identifier, pascal_case

Path = tuple[str, ...]
CLASS = "class"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceNames:
    """What reaches a resource from the one that it is on, and the file it stands in."""

    attribute: str
    module: str


def resource_names(
    api: nodes.Api, pinned: Mapping[str, str], memory: Memory
) -> dict[Path, ResourceNames]:
    """Names of every resource; what is on the same one, and all files, differ."""
    attributes: dict[Path, str] = {}
    # A resource without a tag stands where its first operation does: its name is not.
    operations = {each.pointer for each in api.operations}
    for parent in dict.fromkeys(each.path[:-1] for each in api.resources):
        claims: list[Claim] = []
        for each in api.resources:
            if each.path[:-1] == parent:
                name = attribute(each.path[-1])
                pin = None if each.pointer in operations else pinned.get(each.pointer)
                wishes = (pin or name, name, f"{name}_resource")
                claims.append((_key(each), tuple(dict.fromkeys(wishes))))
        taken = {*(reserved.RESOURCE if parent else reserved.CLIENT)}
        taken |= {  # methods that have been beside it longer
            memory.name(each.pointer) for each in api.operations if each.group == parent
        }
        names = _settled(claims, taken, memory, "attribute")
        attributes |= {
            each.path: names[_key(each)]
            for each in api.resources
            if each.path[:-1] == parent
        }
    files = ((_key(each), _files(each.path, attributes)) for each in api.resources)
    # A test that is called `client` is the client's own.
    modules = _settled(files, {"client"}, memory, "module")
    return {
        each.path: ResourceNames(
            attribute=attributes[each.path], module=modules[_key(each)]
        )
        for each in api.resources
    }


def classes_before(api: nodes.Api, memory: Memory) -> frozenset[str]:
    """The names that classes of resources had, and those that are made of them."""
    names = {memory.name(f"{CLASS} {_key(each)}") for each in api.resources} - {""}
    halves = names | {f"Async{name}" for name in names}
    return frozenset(halves | {f"{name}Answers" for name in halves})


def resource_classes(
    api: nodes.Api,
    declarations: Mapping[Pointer, str],
    taken: Iterable[str],
    memory: Memory,
) -> dict[Path, str]:
    """Classes of resources; a model of the same name keeps it, if it was there first.

    What belongs to a resource has names made of its own: `AsyncPets`, `PetsAnswers`.
    """
    used = {*taken, *declarations.values()}
    used |= {each.removesuffix("Answers").removeprefix("Async") for each in used}
    claims: list[Claim] = []
    for each in api.resources:
        first, *rest = each.path
        named = pascal_case(first) + "".join(map(capitals, rest))
        bare = identifier(named, "Resource", "N")
        claims.append((_key(each), (bare, f"{bare}Resource")))
    names = _settled(claims, used, memory, CLASS)
    return {each.path: names[_key(each)] for each in api.resources}


def _settled(
    claims: Iterable[Claim], taken: Iterable[str], memory: Memory, owner: str
) -> dict[Pointer, str]:
    return settle(
        claims, taken, lambda at, name: None, memory, owner=owner, lasting=True
    )


def _key(resource: nodes.Resource) -> Pointer:
    return Pointer(".".join(map(escape, resource.path)))


def _files(path: Path, attributes: Mapping[Path, str]) -> tuple[str, ...]:
    name = "_".join(attributes[path[:count]] for count in range(1, len(path) + 1))
    own = f"{name}_resource"
    return (own,) if is_device(name) else (name, own)
