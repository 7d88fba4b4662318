"""OpenAPI Generator's `openapitools.json` and the files of its `--config`."""

from __future__ import annotations

from collections.abc import Iterator

from ..pointer import child
from ..records import replace
from .carried import Named, Wanted
from .keys import Keys, Option, Reasons

_PYTHON = ("python", "python-legacy", "python-prior", "python-pydantic-v1")
_NAMES = (
    ("packageName", "package"),
    ("projectName", "distribution"),
    ("packageVersion", "version"),
)
# What says that a file is one of these.
KEYS = frozenset(
    {"generatorName", "additionalProperties", "inputSpec", "outputDir", "library"}
    | {key for key, _ in _NAMES}
)
_SPELL = "names follow the rules of sdkwright, and do not change when others come"
_ONE = "set it under `names`, by JSON Pointer"
_REASONS: Reasons = {
    "library": "the clients, sync and async, are of one HTTP library",
    "packageUrl": "the pages name the document's `externalDocs`",
    "templateDir": ("templates in Mustache are not read", "`templates` takes Jinja"),
    "globalProperty": "the SDK is always whole",
    "nameMappings": (_SPELL, _ONE),
    "parameterNameMappings": (_SPELL, _ONE),
    "enumNameMappings": (_SPELL, _ONE),
    "inlineSchemaNameMappings": (_SPELL, _ONE),
    "modelNamePrefix": (_SPELL, _ONE),
    "modelNameSuffix": (_SPELL, _ONE),
    "typeMappings": "types are those of the document",
    "importMappings": "types are those of the document",
    "schemaMappings": "types are those of the document",
    "openapiNormalizer": ("no document is changed by it", "write an overlay"),
    "gitUserId": "nothing is pushed from here",
    "gitRepoId": "nothing is pushed from here",
    "generateSourceCodeOnly": "the SDK is a whole distribution",
    "useOneOfDiscriminatorLookup": "it is always so",
    "disallowAdditionalPropertiesIfNotPresent": "what is not known is always kept",
    "mapNumberTo": "`number` is float, with `format: decimal` Decimal",
    "datetimeFormat": "times are of RFC 3339",
    "dateFormat": "dates are of RFC 3339",
    "hideGenerationTimestamp": "no date is ever written",
    "licenseInfo": "it is the document's `info.license`",
}


def read(keys: Keys) -> Iterator[Wanted]:
    """A target for each generator of Python in it."""
    tools = keys.mapping("generator-cli")
    if not tools.value:
        yield from _one(keys)
        return
    for name, generator in tools.mapping("generators").mappings():
        yield from (replace(each, name=name) for each in _one(generator))
    tools.rest({"version": "it is the version of OpenAPI Generator"})
    keys.take("$schema", "spaces")
    keys.rest()


def _one(keys: Keys) -> Iterator[Wanted]:
    kind = keys.text("generatorName")
    if kind is not None and kind not in _PYTHON:
        return
    more = keys.mapping("additionalProperties")
    options = dict(_options(keys)) | dict(keys.options(_NAMES))
    options |= dict(more.options(_NAMES))
    classes = tuple(_mapped(keys.mapping("modelNameMappings")))
    calls = tuple(_mapped(keys.mapping("operationIdNameMappings")))
    more.rest(_REASONS)
    keys.rest(_REASONS)
    yield Wanted(name="", options=options, classes=classes, calls=calls)


def _options(keys: Keys) -> Iterator[Option]:
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
        if "://" in plain or "#{" in plain or "*" in plain:
            why = "it stands for no file of this folder"
            keys.leave(key, why, f"set `{option}` by hand")
        else:
            yield option, (keys.below(plain), child(keys.at, key))


def _mapped(keys: Keys) -> Iterator[Named]:
    for what, name, at in keys.texts():
        yield Named(what=what, name=name, at=at)
