"""OpenAPI Generator's `openapitools.json` and the files of its `--config`.

Their keys are those of https://openapi-generator.tech/docs/configuration and
https://openapi-generator.tech/docs/generators/python.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..diagnostics import Diagnostic, Severity, Span
from ..pointer import Pointer, child
from ..records import replace
from .carried import Everywhere, Kind, Named, Wanted
from .files import Files
from .keys import CODE, NO_PYTHON, Keys, Option, leave
from .openapi_generator_reasons import IGNORED, REASONS

_PYTHON = ("python", "python-legacy", "python-prior", "python-pydantic-v1")
_NAMES = (
    ("packageName", "package"),
    ("projectName", "distribution"),
    ("packageVersion", "version"),
)
# What the package is called where nothing is said.
_PACKAGE = "openapi_client"
# What says that a file is one of these.
KEYS = frozenset(
    {"generatorName", "additionalProperties", "inputSpec", "outputDir", "library"}
    | {key for key, _ in _NAMES}
)
_EVERYWHERE: tuple[tuple[str, Kind], ...] = (
    ("nameMappings", "property"),
    ("parameterNameMappings", "parameter"),
    ("enumNameMappings", "value"),
)
_TEMPLATE = "`templates` takes the place of a file of the SDK"
_IGNORED = ".openapi-generator-ignore"


def read(keys: Keys, files: Files) -> Iterator[Wanted]:
    """A target for each generator of Python in it."""
    tools = keys.mapping("generator-cli")
    if not tools.value:
        yield from _one(keys)
    for name, generator in tools.mapping("generators").mappings():
        yield from (replace(each, name=name) for each in _one(generator))
    tools.rest(REASONS)
    keys.take("$schema", "spaces")
    keys.rest(REASONS)
    _tell_ignored(Path(keys.below(_IGNORED)), files)


def _one(keys: Keys) -> Iterator[Wanted]:
    kind = keys.text("generatorName")
    if kind is not None and kind not in _PYTHON:
        leave(keys.found, keys.at, NO_PYTHON, name=kind)
        keys.take(*keys.value)
        return
    more = keys.mapping("additionalProperties")
    options = dict(_options(keys, more))
    classes = (
        *_mapped(keys.mapping("modelNameMappings")),
        *_mapped(keys.mapping("inlineSchemaNameMappings")),
    )
    everywhere = tuple(
        Everywhere(kind=kind, wire=wire, name=name, at=at)
        for key, kind in _EVERYWHERE
        for wire, name, at in keys.mapping(key).texts()
    )
    calls = tuple(_mapped(keys.mapping("operationIdNameMappings")))
    more.rest(REASONS)
    keys.rest(REASONS)
    yield Wanted(
        name="", options=options, classes=classes, calls=calls, everywhere=everywhere
    )


def _options(keys: Keys, more: Keys) -> Iterator[Option]:
    yield "package", (_PACKAGE, keys.at)
    for place in (keys, more):
        yield from place.options(_NAMES)
        if place.value.get("library") == "httpx":
            place.take("library")
            yield "http_library", ("httpx", child(place.at, "library"))
    for key, option in (
        ("inputSpec", "spec"),
        ("glob", "spec"),
        ("outputDir", "output"),
        ("output", "output"),
    ):
        text = keys.text(key)
        if text is None:
            continue
        plain = text.replace("#{cwd}/", "").replace("#{cwd}", "")
        if "://" in plain:
            keys.leave(key, "nothing is fetched from the network", "save it as a file")
        elif key == "glob" and "inputSpec" in keys.value:
            keys.leave(key, "`inputSpec` is the document")
        elif "#{" in plain or "*" in plain:
            why = "it stands for no file of this folder"
            keys.leave(key, why, f"set `{option}` by hand")
        else:
            yield option, (keys.below(plain), child(keys.at, key))


def _mapped(keys: Keys) -> Iterator[Named]:
    for what, name, at in keys.texts():
        yield Named(what=what, name=name, at=at)


def _tell_ignored(path: Path, files: Files) -> None:
    """Each pattern of files that are not to be written."""
    source = files.text(path)
    if source is None:
        return
    for number, line in enumerate(source.text.splitlines(), 1):
        pattern = line.strip()
        if pattern and not pattern.startswith("#"):
            files.found.add(
                Diagnostic(
                    code=CODE,
                    severity=Severity.INFO,
                    message=f"'{pattern}' is not carried over: {IGNORED}",
                    at=Pointer(f"{source.file}#"),
                    span=Span(
                        file=source.name,
                        line=number,
                        column=line.index(pattern) + 1,
                        end_column=len(line.rstrip()) + 1,
                    ),
                    hint=_TEMPLATE,
                )
            )
