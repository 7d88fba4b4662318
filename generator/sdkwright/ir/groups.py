"""Declarations in groups that need each other: strongly connected components."""

from __future__ import annotations

from typing import TypeAlias

from ..pointer import Pointer
from .declarations import Declaration
from .mentions import declaration_types
from .nodes import Api
from .types import named_in

Group: TypeAlias = tuple[Pointer, ...]


def groups(api: Api) -> tuple[Group, ...]:
    """Every declaration in one group, a group after all those that it needs.

    Tarjan's algorithm, without recursion; within a group the document's order.
    """
    order = {at: index for index, at in enumerate(api.declarations)}
    needs = {at: needed_by(each) for at, each in api.declarations.items()}
    index: dict[Pointer, int] = {}
    low: dict[Pointer, int] = {}
    stack: list[Pointer] = []
    on_stack: set[Pointer] = set()
    found: list[Group] = []
    for start in api.declarations:
        if start in index:
            continue
        work: list[tuple[Pointer, int]] = [(start, -1)]
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
                group: list[Pointer] = []
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
