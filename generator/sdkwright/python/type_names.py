"""Names of the declarations: models, enums and aliases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..config import Target
from ..diagnostics import Diagnostics
from ..ir import nodes
from ..ir.declarations import Declaration
from ..pointer import Pointer
from .settle import numbered, settle
from .words import identifier, pascal_case, singular


def declaration_names(
    api: nodes.Api,
    operations: Mapping[Pointer, str],
    taken: Iterable[str],
    target: Target,
    found: Diagnostics,
) -> dict[Pointer, str]:
    components = [each for each in api.declarations.values() if not each.origin.owner]
    inline = [each for each in api.declarations.values() if each.origin.owner]
    warn = numbered(found, "class name")
    settled = settle(
        ((each.pointer, _component_wishes(each, target)) for each in components),
        taken,
        warn,
    )
    owners = {at: pascal_case(name) for at, name in operations.items()} | settled
    used = {*taken, *settled.values()}
    for each in inline:
        owner = owners.get(each.origin.owner or Pointer(""), "")
        name = settle(
            [(each.pointer, _inline_wishes(each, owner, target))], used, warn
        )[each.pointer]
        settled[each.pointer] = owners[each.pointer] = name
        used.add(name)
    return settled


def _component_wishes(each: Declaration, target: Target) -> tuple[str, ...]:
    pinned = target.names.get(each.pointer) or each.origin.wanted
    bare = identifier(pascal_case(each.origin.label), "Schema", "N")
    return (*((pascal_case(pinned),) if pinned else ()), bare, f"{bare}Model")


def _inline_wishes(each: Declaration, owner: str, target: Target) -> tuple[str, ...]:
    pinned = target.names.get(each.pointer) or each.origin.wanted
    label = each.origin.label
    if label == "item" and singular(owner) != owner:
        joined = singular(owner)
    else:
        joined = owner + pascal_case(label)
    titled = (owner + pascal_case(each.origin.title),) if each.origin.title else ()
    wishes = [joined, *titled, f"{joined}Model"]
    several = [identifier(wish, "Schema", "N") for wish in wishes]
    return (*((pascal_case(pinned),) if pinned else ()), *several)
