"""Names of the declarations: models, enums and aliases."""

from __future__ import annotations

from collections.abc import Iterable

from ..config import Target
from ..diagnostics import Diagnostics
from ..ir import nodes
from ..ir.declarations import Declaration
from ..pointer import Pointer
from .nouns import singular
from .operation_names import full_name
from .settle import Memory, Scope, in_use, numbered
from .words import identifier, pascal_case

_LONGEST = 64


def declaration_names(
    api: nodes.Api,
    taken: Iterable[str],
    target: Target,
    found: Diagnostics,
    memory: Memory,
) -> dict[Pointer, str]:
    """A name for each: components keep theirs, the others are named after owners.

    An operation owns what is written in it, under its full name: what a method
    is called on its resource would say too little.
    """
    declarations = api.declarations.values()
    warn = numbered(found, "class name")
    scope = Scope(warn, in_use(taken), memory, lasting=True)
    scope.hold(api.declarations)
    owners = {
        each.pointer: pascal_case(each.wanted or full_name(each))
        for each in api.operations
    }
    owners |= {
        each.pointer: pascal_case(each.wanted or each.name) for each in api.webhooks
    }
    settled: dict[Pointer, str] = {}
    for each in declarations:
        if not each.origin.owner:
            wishes = _component_wishes(each, target)
            settled[each.pointer] = scope.choose(each.pointer, wishes)
    owners |= settled
    roots = dict(owners)
    for each in declarations:
        at, owner = each.pointer, each.origin.owner
        if owner:
            roots[at] = roots.get(owner, "")
            wishes = _inline_wishes(each, owners.get(owner, ""), roots[at], target)
            settled[at] = owners[at] = scope.choose(at, wishes)
    return settled


def _component_wishes(each: Declaration, target: Target) -> tuple[str, ...]:
    bare = identifier(pascal_case(each.origin.label), "Schema", "N")
    return (*_pinned(each, target), bare, f"{bare}Model")


def _inline_wishes(
    each: Declaration, owner: str, root: str, target: Target
) -> tuple[str, ...]:
    """What is written in place has its owner's name and its own.

    Where that is longer than a reader takes in, the name of the outermost owner
    and its own.
    """
    joined = _joined(owner, each.origin.label)
    if len(joined) > _LONGEST and owner != root:
        joined = _joined(root, each.origin.label)
    titled = (owner + pascal_case(each.origin.title),) if each.origin.title else ()
    wishes = [joined, *titled, f"{joined}Model"]
    several = [identifier(wish, "Schema", "N") for wish in wishes]
    return (*_pinned(each, target), *several)


def _pinned(each: Declaration, target: Target) -> tuple[str, ...]:
    """The name that was asked for, if it is one."""
    pinned = target.names.get(each.pointer) or each.origin.wanted
    name = pascal_case(pinned or "")
    return (identifier(name, "Schema", "N"),) if name else ()


def _joined(owner: str, label: str) -> str:
    """The owner's name and what the thing is there; one of several is one.

    `Order`, `lines[]` is `OrderLine`; an item of `Orders` is an `Order`.
    """
    if label == "item" and singular(owner) != owner:
        return singular(owner)
    if label.endswith("[]"):
        return owner + singular(pascal_case(label))
    return owner + pascal_case(label)
