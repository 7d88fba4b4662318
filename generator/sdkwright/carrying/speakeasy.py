"""Speakeasy's `workflow.yaml` and `gen.yaml`: https://www.speakeasy.com/docs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..pointer import Pointer, child
from ..records import replace
from ..spec.objects import Json
from .carried import Named, Wanted
from .keys import NO_PYTHON, Keys, Option, Reasons, leave

_TYPES = "types and names follow the rules of sdkwright"
_ALWAYS = "it is always so"
_EXAMPLES = "examples are made from the document"
_EXTRA = "the SDK needs an HTTP library and pydantic alone"
_INFO = "it is the document's"
_HOOKS = "the client takes `hooks`"
_TESTS = "every operation has a test"
_ONE_MODEL = "one model is sent and answered"
_FETCHED = "nothing is fetched from the network"
_STREAMS = "a stream is one of typed events; with_raw_response has the rest"
_CUSTOM = "code of your own stands in _custom/, and is never touched"
_GENERATION: Reasons = {
    "fixes": _TYPES,
    "schemas": _TYPES,
    "auth": "what the document's security schemes say is done",
    "usageSnippets": _EXAMPLES,
    "maintainOpenAPIOrder": _ALWAYS,
    "useClassNamesForArrayFields": _TYPES,
    "preApplyUnionDiscriminators": _TYPES,
    "requestBodyFieldName": "a body that is one argument is called `request`",
    "inferSSEOverload": _STREAMS,
    "tests": _TESTS,
    "mockServer": "the SDK has a fake of the API, in `testing`",
    "devContainers": "no container is written",
    "documentation": "the pages are Markdown, and `sdkwright docs build` makes a site",
    "persistentEdits": _CUSTOM,
    "sdkHooksConfigAccess": _HOOKS,
    "versioningStrategy": ("versions follow what changes", "sdkwright release"),
    "telemetryEnabled": "nothing is sent anywhere",
}
_PYTHON: Reasons = {
    "additionalDependencies": _EXTRA,
    "optionalDependencies": _EXTRA,
    "allowedRedefinedBuiltins": "no name hides a builtin that a type needs",
    "asyncMode": "there are two clients, sync and async",
    "author": (_INFO, "set `info.contact` in an overlay"),
    "authors": (_INFO, "set `info.contact` in an overlay"),
    "description": (_INFO, "set `info.description` in an overlay"),
    "documentationUrl": (_INFO, "set `externalDocs` in an overlay"),
    "homepage": (_INFO, "set `externalDocs` in an overlay"),
    "projectUrls": (_INFO, "set `externalDocs` in an overlay"),
    "license": (_INFO, "set `info.license` in an overlay"),
    "clientServerStatusCodesAsErrors": _ALWAYS,
    "baseErrorName": "the base of all errors is SdkError",
    "defaultErrorName": "an answer that is no success is an ApiError",
    "constFieldCasing": _TYPES,
    "enableCustomCodeRegions": _CUSTOM,
    "enumFormat": "enums are classes that take text, too",
    "forwardCompatibleEnumsByDefault": "enums keep values that are not known",
    "forwardCompatibleUnionsByDefault": "unions keep variants that are not known",
    "errorSchemaValidation": "answers are read tolerantly, or `strict=True`",
    "responseSchemaValidation": "answers are read tolerantly, or `strict=True`",
    "eventStreamClassNames": _STREAMS,
    "inferSSEOverload": _STREAMS,
    "sseFlatResponse": _STREAMS,
    "fixFlags": _TYPES,
    "flattenRequests": _ALWAYS,
    "flattenGlobalSecurity": _ALWAYS,
    "flatteningOrder": "path parameters come first, the body last",
    "inferUnionDiscriminators": _TYPES,
    "preApplyUnionDiscriminators": _TYPES,
    "inputModelSuffix": _ONE_MODEL,
    "outputModelSuffix": _ONE_MODEL,
    "inputTypedDictSuffix": "the dict of a model `Note` is `NoteParams`",
    "legacyPyright": "pyright is no part of the SDK",
    "maxMethodParams": (
        "an object body is taken property by property",
        "x-sdkwright-flatten: false of a body makes it one argument",
    ),
    "methodArguments": "what is required comes first",
    "methodTimeoutArgument": "with_options(timeout=…) is in seconds",
    "methodTimeoutUnits": "with_options(timeout=…) is in seconds",
    "multipartArrayFormat": "what a form's part is called is the document's",
    "pytestFilterWarnings": _TESTS,
    "pytestTimeout": _TESTS,
    "rawResponseHelpers": "with_raw_response has status and headers",
    "responseFormat": "a method returns what was answered",
    "packageManager": "the build backend is hatchling",
    "templateVersion": "it is the version of Speakeasy's templates",
    "imports": ("models are imported from the package", "`exports` has other places"),
    "useAsyncHooks": _HOOKS,
}
_TARGET: Reasons = {
    "publish": ("nothing is published from here", "sdkwright release prepares it"),
    "codeSamples": _EXAMPLES,
    "testing": "sdkwright release runs the SDK's tests",
    "deployment": "nothing is published from here",
}
_SOURCE: Reasons = {
    "output": "overlays are applied when the document is read",
    "registry": "no service is asked",
    "transformations": ("no document is changed by them", "write an overlay"),
    "ruleset": "sdkwright lint has rules of its own",
}
_INPUT: Reasons = {
    "authHeader": _FETCHED,
    "authSecret": _FETCHED,
    "auth": _FETCHED,
}
_OVERLAY: Reasons = {**_INPUT, "fallbackCodeSamplesLanguage": _EXAMPLES}
_REGISTRY = "registry.speakeasyapi.dev/"
_MORE = "an SDK is made from one document"


def read(workflow: Keys | None, generations: Mapping[str, Keys]) -> Iterator[Wanted]:
    """A target for each of a workflow that is Python; without one, of `gen.yaml`.

    `generations` are the `gen.yaml` by the folder of the SDK.
    """
    if workflow is None:
        for folder, keys in generations.items():
            if (made := _generation(keys, folder)) is not None:
                yield made
        return
    workflow.take("workflowVersion", "speakeasyVersion")
    sources = workflow.mapping("sources")
    used: set[str] = set()
    for name, target in workflow.mapping("targets").mappings():
        if target.text("target") != "python":
            leave(workflow.found, target.at, NO_PYTHON)
            continue
        used.add(source := target.text("source") or "")
        options = _source(sources.mapping(source))
        output = target.path("output") or "."
        if output != ".":
            options["output"] = (output, child(target.at, "output"))
        target.rest(_TARGET)
        inside = generations.get(output)
        said = None if inside is None else _generation(inside, name)
        made = said or Wanted(name=name, options={})
        yield replace(made, options={**options, **made.options})
    for name in sources.value.keys() - used:
        sources.leave(name, "no SDK in Python is made of it")
    workflow.rest()


def _source(keys: Keys) -> dict[str, tuple[Json, Pointer]]:
    made: dict[str, tuple[Json, Pointer]] = {}
    for each in keys.items("inputs"):
        if "spec" in made:
            each.leave("location", _MORE, "join the documents, or add it as an overlay")
        elif (path := _location(each)) is not None:
            made["spec"] = (path, child(each.at, "location"))
        each.rest(_INPUT)
    overlays: list[Json] = []
    for each in keys.items("overlays"):
        if (path := _location(each)) is not None:
            overlays.append(path)
        each.rest(_OVERLAY)
    if overlays:
        made["overlays"] = (overlays, child(keys.at, "overlays"))
    keys.rest(_SOURCE)
    return made


def _location(keys: Keys) -> str | None:
    """A file; what stands in Speakeasy's registry, or at a URL, is left."""
    if (keys.text("location") or "").startswith(_REGISTRY):
        keys.leave("location", _FETCHED, "save it as a file")
        return None
    return keys.path("location")


def _generation(keys: Keys, name: str) -> Wanted | None:
    """What a `gen.yaml` says of an SDK; None where that is none in Python."""
    if "python" not in keys.value:
        return None
    keys.take("configVersion")
    generation, python = keys.mapping("generation"), keys.mapping("python")
    options = dict(_options(generation, python))
    prefix, url = python.text("envVarPrefix"), generation.text("baseServerUrl")
    at = child(generation.at, "baseServerUrl")
    generation.rest(_GENERATION)
    python.rest(_PYTHON)
    keys.rest(dict.fromkeys(keys.value, NO_PYTHON))
    return Wanted(
        name=name,
        options=options,
        prefix=prefix,
        servers=() if url is None else (Named(what=url, name="", at=at),),
    )


def _options(generation: Keys, python: Keys) -> Iterator[Option]:
    if (said := generation.text("sdkClassName")) is not None:  # `notes-API` is NotesAPI
        name = "".join(
            each[:1].upper() + each[1:] for each in re.findall(r"[^\W_]+", said)
        )
        yield "class_name", (name, child(generation.at, "sdkClassName"))
    yield from python.options([("packageName", "distribution"), ("version", "version")])
    distribution, module = python.text("packageName"), python.text("moduleName")
    if module is not None:
        package, dot, _ = module.partition(".")
        if dot:
            python.leave(
                "moduleName", "a package has no dots", f"it is '{package}' now"
            )
        yield "package", (package, child(python.at, "moduleName"))
    elif distribution is not None:
        package = distribution.replace("-", "_")
        yield "package", (package, child(python.at, "packageName"))
