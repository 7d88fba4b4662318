"""Names of resources: the attribute, the module and the class of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..ir import nodes
from ..options import is_device
from ..pointer import Pointer
from . import reserved
from .settle import Claim, settle
from .words import attribute, capitals, identifier, pascal_case

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceNames:
    """What reaches a resource from the one that it is on, and the file it stands in."""

    attribute: str
    module: str


def resource_names(
    api: nodes.Api, pinned: Mapping[str, str]
) -> dict[Path, ResourceNames]:
    """Names of every resource; what is on the same one, and all files, differ."""
    attributes: dict[Path, str] = {}
    for parent in dict.fromkeys(each.path[:-1] for each in api.resources):
        claims: list[Claim] = []
        for each in api.resources:
            if each.path[:-1] == parent:
                name = attribute(each.path[-1])
                wishes = (pinned.get(each.pointer) or name, name, f"{name}_resource")
                claims.append((_key(each), tuple(dict.fromkeys(wishes))))
        taken = reserved.RESOURCE if parent else reserved.CLIENT
        names = settle(claims, taken, lambda at, name: None)
        attributes |= {
            each.path: names[_key(each)]
            for each in api.resources
            if each.path[:-1] == parent
        }
    modules = settle(
        ((_key(each), _files(each.path, attributes)) for each in api.resources),
        {"client"},  # a test of this name is the client's own
        lambda at, name: None,
    )
    return {
        each.path: ResourceNames(
            attribute=attributes[each.path], module=modules[_key(each)]
        )
        for each in api.resources
    }


def resource_classes(
    api: nodes.Api, declarations: Mapping[Pointer, str], taken: Iterable[str]
) -> dict[Path, str]:
    """Classes of resources; a model of the same name keeps it.

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
    names = settle(claims, used, lambda at, name: None)
    return {each.path: names[_key(each)] for each in api.resources}


def _key(resource: nodes.Resource) -> Pointer:
    return Pointer("\n".join(resource.path))


def _files(path: Path, attributes: Mapping[Path, str]) -> tuple[str, ...]:
    name = "_".join(attributes[path[:count]] for count in range(1, len(path) + 1))
    own = f"{name}_resource"
    return (own,) if is_device(name) else (name, own)
