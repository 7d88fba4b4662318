"""Diagrams in Mermaid: of the resources, and of the models that mention each other.

A diagram of everything is unreadable where there is much. Then each resource has one of
its own, of the models that its methods mention; none has more than some nodes, so that
all of them together grow as the API does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping

from ...ir import nodes
from ...ir.declarations import Declaration, Enum
from ...ir.groups import needed_by
from ...pointer import Pointer
from ..names.table import NameTable
from ..views import SdkView
from .models import in_method
from .views import DiagramView

# What a reader takes in at once.
_MOST = 36


def diagrams(api: nodes.Api, names: NameTable, sdk: SdkView) -> tuple[DiagramView, ...]:
    """All diagrams; none where there is nothing to see."""
    several: list[DiagramView] = []
    if sdk.resources:
        lines = tuple(_resources(sdk))
        several.append(DiagramView(heading="Resources", told="", lines=lines))
    mentions = _mentions(api)
    if len(mentions) <= _MOST:
        several += _of_models("Models", mentions, mentions, names)
    else:
        for module in sdk.modules:
            used = (at for method in module.methods for at in in_method(method))
            first = [at for at in used if at in mentions]
            several += _of_models(f"`{module.access}`", first, mentions, names)
    return tuple(several)


def _resources(sdk: SdkView) -> Iterator[str]:
    """Each resource below what leads to it, with the number of its methods."""
    ids = {module.access: f"r{at}" for at, module in enumerate(sdk.modules)}
    for module in sdk.modules:
        count = len(module.methods)
        said = f"<br/>{count} method{'' if count == 1 else 's'}" if count else ""
        yield f'{ids[module.access]}["{module.access}{said}"]'
    for module in sdk.modules:
        for each in module.resources:
            yield f"{ids[module.access]} --> {ids[each.access]}"


def _mentions(api: nodes.Api) -> dict[Pointer, tuple[Pointer, ...]]:
    """For each declaration those that it mentions, enums and those alone left out."""
    kept = {
        each.pointer: each
        for each in api.declarations.values()
        if not isinstance(each, Enum)
    }
    several = {at: tuple(_mentioned(each, kept)) for at, each in kept.items()}
    ends = {other for others in several.values() for other in others}
    return {at: others for at, others in several.items() if others or at in ends}


def _mentioned(declaration: Declaration, kept: Container[Pointer]) -> Iterator[Pointer]:
    for at in needed_by(declaration):
        if at in kept and at != declaration.pointer:
            yield at


def _of_models(
    heading: str,
    first: Iterable[Pointer],
    mentions: Mapping[Pointer, tuple[Pointer, ...]],
    names: NameTable,
) -> Iterator[DiagramView]:
    """A diagram of these and of what they lead to, nearest first; none of one node."""
    shown, whole = _nearest(first, mentions)
    edges = [(at, other) for at in shown for other in mentions[at] if other in shown]
    ends = dict.fromkeys(at for edge in edges for at in edge)
    ids = {at: f"m{number}" for number, at in enumerate(ends)}
    if edges:
        yield DiagramView(
            heading=heading,
            told=(
                ""
                if whole
                else f"The {len(ends)} models that are nearest to its methods."
            ),
            lines=(
                *(f'{ids[at]}["{names.declaration(at)}"]' for at in ends),
                *(f"{ids[at]} --> {ids[other]}" for at, other in edges),
            ),
        )


def _nearest(
    first: Iterable[Pointer], mentions: Mapping[Pointer, tuple[Pointer, ...]]
) -> tuple[Mapping[Pointer, None], bool]:
    """These and what they lead to, step by step; whether that is all there is."""
    shown: dict[Pointer, None] = {}
    waiting = deque(first)
    while waiting:
        at = waiting.popleft()
        if at in shown:
            continue
        if len(shown) == _MOST:
            return shown, False
        shown[at] = None
        waiting.extend(mentions[at])
    return shown, True
