"""Security that a configuration puts in place of the document's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics
from ..ir.nodes import Api
from ..pointer import ROOT, Pointer, child
from ..spec.objects import Json
from ..spec.overlay_text import remove, update
from .carried import Scheme
from .keys import leave

_COMPONENTS = "components"
_SCHEMES = "securitySchemes"
_BY_HAND = "write the scheme into an overlay"


def secured(
    schemes: tuple[Scheme, ...], document: Json, api: Api, found: Diagnostics
) -> Iterator[Mapping[str, Json]]:
    """Actions after which every operation asks for one of these schemes.

    But for those that ask for nothing. What an overlay would put together is removed
    first.
    """
    if not isinstance(document, dict) or "openapi" not in document:
        for each in schemes:
            leave(found, each.at, "only a document of OpenAPI 3 is changed", _BY_HAND)
        return
    known = _known(document)
    if not schemes or _is_so(schemes, known, api):
        return
    for each in schemes:
        if each.name in known:
            yield remove(child(ROOT, _COMPONENTS, _SCHEMES, each.name))
    if "security" in document:
        yield remove(child(ROOT, "security"))
    for at in _asking(document):
        yield remove(child(at, "security"))
    made: dict[str, Json] = {each.name: dict(each.value) for each in schemes}
    anyone: list[Json] = [{each.name: []} for each in schemes]
    yield update(ROOT, {_COMPONENTS: {_SCHEMES: made}, "security": anyone})


def _known(document: Mapping[str, Json]) -> Mapping[str, Json]:
    components = document.get(_COMPONENTS)
    known = components.get(_SCHEMES) if isinstance(components, dict) else None
    return known if isinstance(known, dict) else {}


def _is_so(schemes: tuple[Scheme, ...], known: Mapping[str, Json], api: Api) -> bool:
    """Whether the document says the same by itself."""
    wanted = {frozenset({each.name}) for each in schemes}
    asked = [each.security for each in api.operations if each.security]
    return (
        bool(asked)
        and all({*map(frozenset, each)} == wanted for each in asked)
        and all(_is_in(each.value, known.get(each.name)) for each in schemes)
    )


def _is_in(part: Mapping[str, Json], whole: Json) -> bool:
    return isinstance(whole, dict) and part.items() <= whole.items()


def _asking(document: Mapping[str, Json]) -> Iterator[Pointer]:
    """The operations that ask for something of their own."""
    paths = document.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for verb, operation in item.items() if isinstance(item, dict) else ():
            if isinstance(operation, dict) and operation.get("security"):
                yield child(ROOT, "paths", path, verb)
