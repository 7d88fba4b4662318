"""The configuration of another generator: which there is in a folder, and whose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..spec.locate import locate
from ..spec.objects import Json
from . import fern, openapi_generator, openapi_python_client, speakeasy, stainless
from .carried import Carried, Wanted
from .files import Files
from .keys import Keys, value_of

FERN = "Fern"
SPEAKEASY = "Speakeasy"
STAINLESS = "Stainless"
PYTHON_CLIENT = "openapi-python-client"
GENERATOR = "OpenAPI Generator"

_WORKFLOW = ".speakeasy/workflow.yaml"
_GENERATIONS = (".speakeasy/gen.yaml", "gen.yaml")
_FERN, _APIS = "generators.yml", "apis"
# Where each generator looks for its configuration, or its users usually have it.
PLACES = (
    *("stainless.yml", "stainless.yaml", "openapi.stainless.yml"),
    *(".stainless/stainless.yml", "stainless-config.yml"),
    *(f"fern/{_FERN}", f"fern/api/{_FERN}", _FERN),
    *(_WORKFLOW, *_GENERATIONS),
    *("openapi-python-client.yaml", "openapi-python-client.yml"),
    *("openapi-python-client.json", "openapi-python-client-config.json"),
    *("openapi-python-client-config.yaml", "openapi-python-client-config.yml"),
    *("config.yaml", "config.yml", "config.json", "openapitools.json"),
    *(".openapi-generator-config.yaml", "openapi-generator-config.yaml"),
    *("openapi-generator-config.yml", "openapi-generator-config.json"),
    *("openapi-generator.yaml", "openapi-generator.yml", "openapi-generator.json"),
    *("openapi-config.yaml", "openapi-config.yml", "openapi-config.json"),
)
_READERS: dict[str, Callable[[Path, Keys, Files], Iterator[Wanted]]] = {
    FERN: lambda path, keys, files: _fern(path, keys, files),
    SPEAKEASY: lambda path, keys, files: _speakeasy(path, keys, files),
    STAINLESS: lambda _path, keys, _files: stainless.read(keys),
    PYTHON_CLIENT: lambda _path, keys, _files: openapi_python_client.read(keys),
    GENERATOR: lambda _path, keys, files: openapi_generator.read(keys, files),
}


class Unreadable(ValueError):
    """A file is no configuration of another generator; the text says why."""


def find(folder: Path) -> tuple[Carried, ...]:
    """What the configurations in a folder ask for, one a generator.

    Of several files the first counts that asks for an SDK in Python. Fern has a file
    for each of several APIs: these are one.
    """
    made: dict[str, Carried] = {}
    for paths in _candidates(folder):
        read_ = read(*paths)
        known = made.get(read_.tool)
        if known is None or not known.targets:
            made[read_.tool] = read_ if known is None or read_.targets else known
    return tuple(made.values())


def _candidates(folder: Path) -> Iterator[tuple[Path, ...]]:
    for place in PLACES:
        if _is_known(folder / place):
            yield (folder / place,)
    apis = filter(_is_known, sorted(folder.glob(f"fern/{_APIS}/*/{_FERN}")))
    if several := tuple(apis):
        yield several


def _is_known(path: Path) -> bool:
    return path.is_file() and _tool(value_of(path)) is not None


def read(*paths: Path) -> Carried:
    """What a configuration asks for; nothing of it is run, nothing else is fetched.

    Raises:
        Unreadable: A file is not there, or is none that is known.
    """
    files = Files()
    targets: list[Wanted] = []
    tool = None
    for path in paths:
        keys = files.keys(path)
        tool = None if keys is None else _tool(keys.value)
        if keys is None or tool is None:
            raise Unreadable(f"{path.as_posix()} is no configuration of a generator")
        targets += _READERS[tool](path, keys, files)
    return Carried(
        tool=tool or "",
        paths=paths,
        targets=tuple(targets),
        sources=files.sources,
        left=locate(files.found, files.sources),
    )


def _fern(path: Path, keys: Keys, files: Files) -> Iterator[Wanted]:
    """An API's generators; the file of the project is above it, for several APIs."""
    above = (path.parent, *path.parent.parents)[:3]
    project = files.first(*(each / "fern.config.json" for each in above))
    is_one_of_several = path.parent.parent.name == _APIS
    yield from fern.read(keys, project, path.parent.name if is_one_of_several else "")


def _speakeasy(path: Path, keys: Keys, files: Files) -> Iterator[Wanted]:
    """A workflow with the `gen.yaml` of each SDK, or one of those without it."""
    inside = path.parent.name == ".speakeasy"
    folder = path.parent.parent if inside else path.parent
    is_workflow = "workflowVersion" in keys.value
    workflow = keys if is_workflow else files.keys(folder / _WORKFLOW)
    if workflow is not None:
        workflow.folder = folder
    outputs = {"."}
    if workflow is not None:
        for _, target in workflow.mapping("targets").mappings():
            outputs.add(target.path("output") or ".")
    generations = {} if is_workflow else {".": keys}
    for output in sorted(outputs - generations.keys()):
        made = files.first(*(folder / output / place for place in _GENERATIONS))
        if made is not None:
            generations[output] = made
    yield from speakeasy.read(workflow, generations)


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
