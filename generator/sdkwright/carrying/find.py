"""The configuration of another generator: which there is in a folder, and whose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..diagnostics import Diagnostics
from ..pointer import Pointer
from ..spec.locate import locate
from ..spec.objects import Json
from ..spec.parse import parse
from ..spec.source import Source, load
from . import fern, openapi_generator, openapi_python_client, speakeasy, stainless
from .carried import Carried, Wanted
from .keys import Keys, value_of

FERN = "Fern"
SPEAKEASY = "Speakeasy"
STAINLESS = "Stainless"
PYTHON_CLIENT = "openapi-python-client"
GENERATOR = "OpenAPI Generator"

_WORKFLOW = ".speakeasy/workflow.yaml"
_GENERATIONS = (".speakeasy/gen.yaml", "gen.yaml")
# Where each generator looks for its configuration, or its users usually have it.
PLACES = (
    *("stainless.yml", "stainless.yaml", "openapi.stainless.yml"),
    *(".stainless/stainless.yml", "stainless-config.yml"),
    *("fern/generators.yml", "fern/api/generators.yml", "generators.yml"),
    *(_WORKFLOW, *_GENERATIONS),
    *("openapi-python-client.yaml", "openapi-python-client.yml"),
    *("config.yaml", "config.yml", "openapitools.json"),
    *(".openapi-generator-config.yaml", "openapi-generator-config.yaml"),
    *("openapi-generator-config.yml", "openapi-generator-config.json"),
    *("openapi-config.yaml", "openapi-config.yml", "openapi-config.json"),
)
_READERS: dict[str, Callable[[Keys], Iterator[Wanted]]] = {
    FERN: fern.read,
    STAINLESS: stainless.read,
    PYTHON_CLIENT: openapi_python_client.read,
    GENERATOR: openapi_generator.read,
}


class Unreadable(Exception):
    """A file is no configuration of another generator; the text says why."""


def find(folder: Path) -> tuple[Path, ...]:
    """The configurations of other generators in a folder, one a generator."""
    made: dict[str, Path] = {}
    for place in PLACES:
        path = folder / place
        tool = _tool(value_of(path)) if path.is_file() else None
        if tool is not None:
            made.setdefault(tool, path)
    return tuple(made.values())


def read(path: Path) -> Carried:
    """What a configuration asks for; nothing of it is run, nothing else is fetched.

    Raises:
        Unreadable: The file is not there, or is none that is known.
    """
    found = Diagnostics()
    sources: dict[str, Source] = {}
    keys = _keys(path, found, sources)
    tool = None if keys is None else _tool(keys.value)
    if keys is None or tool is None:
        raise Unreadable(f"{path.as_posix()} is no configuration of a generator")
    if tool == SPEAKEASY:
        targets = tuple(_speakeasy(path, keys, found, sources))
    else:
        targets = tuple(_READERS[tool](keys))
    return Carried(
        tool=tool,
        targets=targets,
        sources=sources,
        left=locate(found, sources),
    )


def _speakeasy(
    path: Path, keys: Keys, found: Diagnostics, sources: dict[str, Source]
) -> Iterator[Wanted]:
    """A workflow with the `gen.yaml` of each SDK, or one of those without it."""
    inside = path.parent.name == ".speakeasy"
    folder = path.parent.parent if inside else path.parent
    is_workflow = "workflowVersion" in keys.value
    workflow = keys if is_workflow else _keys(folder / _WORKFLOW, found, sources)
    if workflow is not None:
        workflow.folder = folder
    outputs = {"."}
    if workflow is not None:
        for _, target in workflow.mapping("targets").mappings():
            outputs.add(target.path("output") or ".")
    generations = {} if is_workflow else {".": keys}
    for output in sorted(outputs - generations.keys()):
        for place in _GENERATIONS:
            made = _keys(folder / output / place, found, sources)
            if made is not None:
                generations.setdefault(output, made)
    yield from speakeasy.read(workflow, generations)


def _keys(path: Path, found: Diagnostics, sources: dict[str, Source]) -> Keys | None:
    if not path.is_file():
        return None
    file = f"before{len(sources)}"  # a name that no folder's signs can spoil
    source = load(path, file, path.as_posix(), found)
    value = None if source is None else parse(source, found)
    if source is None or not isinstance(value, dict):
        return None
    sources[file] = source
    at = Pointer(f"{file}#")
    return Keys(value=value, at=at, found=found, folder=path.parent)


def _tool(value: Json | Mapping[str, Json]) -> str | None:
    """Whose configuration a value is, by keys that only one generator has."""
    if not isinstance(value, Mapping):
        return None
    keys = value.keys()
    if {"organization", "resources"} <= keys:
        return STAINLESS
    if "workflowVersion" in keys or {"configVersion", "generation"} <= keys:
        return SPEAKEASY
    if "groups" in keys:
        return FERN
    if keys & openapi_python_client.KEYS:
        return PYTHON_CLIENT
    if "generator-cli" in keys or keys & openapi_generator.KEYS:
        return GENERATOR
    return None
