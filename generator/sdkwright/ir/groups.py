"""Declarations that belong together: what needs each other, and what has one owner."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from ..pointer import Pointer
from .declarations import Declaration
from .mentions import declaration_types
from .nodes import Api
from .types import named_in

Group: TypeAlias = tuple[Pointer, ...]
Needs: TypeAlias = Mapping[Pointer, tuple[Pointer, ...]]

K = TypeVar("K", bound=Hashable)


def needs_of(api: Api) -> Needs:
    """What each declaration mentions, in the document's order."""
    return {at: needed_by(each) for at, each in api.declarations.items()}


def families(
    api: Api, needs: Needs, groups: Sequence[Group]
) -> dict[Pointer, list[Group]]:
    """Groups by the head of their family, a family after all those that it needs.

    Of one family is what is written in place below one declaration, the head of all,
    and families that need each other are one. Within it groups keep their order.
    """
    heads = _heads(api)
    between: dict[Pointer, dict[Pointer, None]] = {head: {} for head in heads.values()}
    for at, others in needs.items():
        between[heads[at]] |= dict.fromkeys(heads[other] for other in others)
    found: dict[Pointer, list[Group]] = {}
    firsts: dict[Pointer, Pointer] = {}
    for family in components({at: tuple(each) for at, each in between.items()}):
        found[family[0]] = []
        firsts |= dict.fromkeys(family, family[0])
    for group in groups:
        found[firsts[heads[group[0]]]].append(group)
    return found


def _heads(api: Api) -> dict[Pointer, Pointer]:
    """Of every declaration the one that it is written in, however deep, or itself.

    A declaration stands after the one that it is written in.
    """
    heads: dict[Pointer, Pointer] = {}
    for at, each in api.declarations.items():
        owner = each.origin.owner
        heads[at] = at if owner is None else heads.get(owner, at)
    return heads


def components(needs: Mapping[K, Sequence[K]]) -> tuple[tuple[K, ...], ...]:
    """Strongly connected components, one after all those that it needs.

    Tarjan's algorithm, without recursion; within a component the order of `needs`.
    """
    order = {at: index for index, at in enumerate(needs)}
    index: dict[K, int] = {}
    low: dict[K, int] = {}
    stack: list[K] = []
    on_stack: set[K] = set()
    found: list[tuple[K, ...]] = []
    for start in needs:
        if start in index:
            continue
        work: list[tuple[K, int]] = [(start, -1)]
        while work:
            at, step = work.pop()
            if step < 0:
                index[at] = low[at] = len(index)
                stack.append(at)
                on_stack.add(at)
            below = needs[at]
            descended = False
            for position in range(max(step, 0), len(below)):
                other = below[position]
                if other not in index:
                    work += [(at, position), (other, -1)]
                    descended = True
                    break
                if other in on_stack:
                    low[at] = min(low[at], low[other])
            if descended:
                continue
            if low[at] == index[at]:
                group: list[K] = []
                while not group or group[-1] != at:
                    group.append(stack.pop())
                    on_stack.discard(group[-1])
                found.append(tuple(sorted(group, key=order.__getitem__)))
    return tuple(found)


def needed_by(declaration: Declaration) -> tuple[Pointer, ...]:
    """The declarations that a declaration mentions, each once."""
    seen: dict[Pointer, None] = {}
    for type_ in declaration_types(declaration):
        for at in named_in(type_):
            seen.setdefault(at)
    return tuple(seen)
