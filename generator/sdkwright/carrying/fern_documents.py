"""Which document Fern's `generators.yml` names, in its forms of several years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from ..pointer import child
from ..spec.objects import Json
from .fern_overrides import edits_of, merged
from .keys import Keys, Option, Reasons, value_of

# A document: the mapping that names it, and under which key.
_Named: TypeAlias = tuple[Keys, str]

_OPENAPI, _PATH = "openapi", "path"
_OTHERS = ("asyncapi", "protobuf", "openrpc", "graphql", "fern", "conjure")
_ONE = (
    "an SDK is made from one document of OpenAPI",
    "join the documents, or add it as an overlay",
)
_OVERRIDES = ("it is no file that holds a mapping", "write its parts as an overlay")
_NAMING = "names and types follow the rules of sdkwright"
_SPEC: Reasons = {
    "origin": "nothing is fetched from the network",
    "settings": _NAMING,
    "namespace": "each document is an SDK of its own",
    "audiences": ("no operations are selected", "remove the others in an overlay"),
}
# What stood beside `openapi` before there was `api`.
FORMER: Reasons = {
    "spec-origin": "nothing is fetched from the network",
    "api-settings": _NAMING,
    "async-api": _ONE,
}
# Where Fern looks for a document, and for overrides, where none is named.
_PLACES = ("openapi/openapi.yml", "openapi/openapi.yaml", "openapi/openapi.json")
_PLACE_OF_OVERRIDES = "openapi/openapi-overrides.yml"


def document_of(keys: Keys, edits: list[Mapping[str, Json]]) -> Iterator[Option]:
    """The document and its overlays; what its overrides say is added to `edits`."""
    named = [*_named(keys)]
    documents = [each for each in named if _is_openapi(*each)]
    for where, key in named:
        if (where, key) not in documents[:1]:
            where.leave(key, *_ONE)
    for where, key in documents[:1] or _usual(keys):
        if (path := where.path(key)) is not None:
            yield "spec", (path, child(where.at, key))
            edits += _overrides(where, path)
        if overlays := [*where.paths("overlays")]:
            yield "overlays", ([*overlays], child(where.at, "overlays"))
    for where, _ in named:
        if where is not keys and where is not keys.mapping("api"):
            where.rest(_SPEC)


def _named(keys: Keys) -> Iterator[_Named]:
    api = keys.mapping("api")
    for place, key in (
        (keys, "api"),
        (api, _PATH),
        (keys, _OPENAPI),
        (keys.mapping(_OPENAPI), _PATH),
    ):
        if isinstance(place.value.get(key), str):
            yield place, key
    for several in (keys.listed("api"), api.listed("specs")):
        for at, value in several.value.items():
            if isinstance(value, str):
                yield several, at
            inside = several.mapping(at)
            for key in (_OPENAPI, _PATH, *_OTHERS):
                if key in inside.value:
                    yield inside, key
                    break


def _is_openapi(where: Keys, key: str) -> bool:
    """Whether it is of OpenAPI: where the key does not say so, its file does.

    One that is not there counts: that it is missing is to be said.
    """
    path = where.value.get(key)
    if key in (_OPENAPI, *_OTHERS) or not isinstance(path, str):
        return key == _OPENAPI
    file = Path(where.below(path))
    said = value_of(file)
    if not isinstance(said, dict):
        return not file.exists()
    return not said.keys().isdisjoint({_OPENAPI, "swagger"})


def _usual(keys: Keys) -> Iterator[_Named]:
    for place in _PLACES:
        if Path(keys.below(place)).is_file():
            said: dict[str, Json] = {_OPENAPI: place}
            if Path(keys.below(_PLACE_OF_OVERRIDES)).is_file():
                said["overrides"] = _PLACE_OF_OVERRIDES
            yield keys.as_if(said), _OPENAPI
            return


def _overrides(where: Keys, document: str) -> Iterator[Mapping[str, Json]]:
    """The overrides of a document, in their order; what cannot be read is left."""
    ours = value_of(Path(document))
    for key in ("overrides", "openapi-overrides"):
        for path in where.paths(key):
            theirs = value_of(Path(path))
            if isinstance(theirs, dict) and isinstance(ours, dict):
                yield from edits_of(theirs, ours)
                ours = merged(theirs, ours)
            else:
                where.leave(key, *_OVERRIDES)
