"""Speakeasy's `workflow.yaml` and `gen.yaml`: https://www.speakeasy.com/docs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..pointer import Pointer, child
from ..spec.objects import Json
from .carried import Wanted
from .keys import Keys, Reasons

Options = Mapping[str, tuple[Json, Pointer]]

_TYPES = "types and names follow the rules of sdkwright"
_ALWAYS = "it is always so"
_GENERATION: Reasons = {
    "fixes": _TYPES,
    "schemas": _TYPES,
    "auth": "what the document's security schemes say is done",
    "usageSnippets": "examples are made from the document",
    "maintainOpenAPIOrder": _ALWAYS,
    "useClassNamesForArrayFields": _TYPES,
    "tests": "every operation has a test",
    "devContainers": "no container is written",
    "sdkHooksConfigAccess": "the client takes `hooks`",
    "versioningStrategy": ("versions follow what changes", "sdkwright release"),
    "baseServerUrl": ("servers are the document's", "add it in an overlay"),
    "telemetryEnabled": "nothing is sent anywhere",
}
_PYTHON: Reasons = {
    "additionalDependencies": "the SDK needs an HTTP library and pydantic alone",
    "asyncMode": "there are two clients, sync and async",
    "author": ("it is the document's", "set `info.contact` in an overlay"),
    "authors": ("it is the document's", "set `info.contact` in an overlay"),
    "description": ("it is the document's", "set `info.description` in an overlay"),
    "license": ("it is the document's", "set `info.license` in an overlay"),
    "clientServerStatusCodesAsErrors": _ALWAYS,
    "baseErrorName": "the base of all errors is SdkError",
    "defaultErrorName": "an answer that is no success is an ApiError",
    "enumFormat": "enums are classes that take text, too",
    "flattenRequests": _ALWAYS,
    "flattenGlobalSecurity": _ALWAYS,
    "flatteningOrder": "path parameters come first, the body last",
    "maxMethodParams": (
        "an object body is taken property by property",
        "x-sdkwright-flatten: false of a body makes it one argument",
    ),
    "methodArguments": "what is required comes first",
    "methodTimeoutArgument": "with_options(timeout=…) is in seconds",
    "responseFormat": "a method returns what was answered",
    "packageManager": "the build backend is hatchling",
    "templateVersion": "it is the version of Speakeasy's templates",
    "imports": ("models are imported from the package", "`exports` has other places"),
    "inputModelSuffix": "one model is sent and answered",
    "outputModelSuffix": "one model is sent and answered",
    "useAsyncHooks": "the client takes `hooks`",
}
_TARGET: Reasons = {
    "publish": ("nothing is published from here", "sdkwright release prepares it"),
    "codeSamples": "examples are made from the document",
    "testing": "sdkwright release runs the SDK's tests",
}
_SOURCE: Reasons = {
    "output": "overlays are applied when the document is read",
    "registry": "no service is asked",
    "transformations": ("no document is changed by them", "write an overlay"),
    "ruleset": "sdkwright lint has rules of its own",
}
_MORE = "an SDK is made from one document"


def read(workflow: Keys | None, generations: Mapping[str, Keys]) -> Iterator[Wanted]:
    """A target for each of a workflow that is Python; without one, of `gen.yaml`.

    `generations` are the `gen.yaml` by the folder of the SDK.
    """
    if workflow is None:
        for folder, keys in generations.items():
            said, prefix = _generation(keys)
            if said is not None:
                yield Wanted(name=folder, options=said, prefix=prefix)
        return
    workflow.take("workflowVersion", "speakeasyVersion", "sources", "targets")
    for name, target in workflow.mapping("targets").mappings():
        if target.text("target") != "python":
            continue
        options = _source(
            workflow.mapping("sources").mapping(target.text("source") or "")
        )
        output = target.path("output") or "."
        inside = generations.get(output)
        said, prefix = (None, None) if inside is None else _generation(inside)
        if output != ".":
            options["output"] = (output, child(target.at, "output"))
        target.rest(_TARGET)
        yield Wanted(name=name, options={**options, **(said or {})}, prefix=prefix)
    workflow.rest()


def _source(keys: Keys) -> dict[str, tuple[Json, Pointer]]:
    made: dict[str, tuple[Json, Pointer]] = {}
    for each in keys.items("inputs"):
        if "spec" in made:
            each.leave("location", _MORE, "join the documents, or add it as an overlay")
        elif (path := each.path("location")) is not None:
            made["spec"] = (path, child(each.at, "location"))
        each.rest()
    overlays: list[Json] = []
    for each in keys.items("overlays"):
        if (path := each.path("location")) is not None:
            overlays.append(path)
        each.rest()
    if overlays:
        made["overlays"] = (overlays, child(keys.at, "overlays"))
    keys.rest(_SOURCE)
    return made


def _generation(keys: Keys) -> tuple[Options | None, str | None]:
    """Options, and the prefix of environment variables; None where it is no Python."""
    if "python" not in keys.value:
        return None, None
    made: dict[str, tuple[Json, Pointer]] = {}
    keys.take("configVersion", "generation", "python")
    generation, python = keys.mapping("generation"), keys.mapping("python")
    if (said := generation.text("sdkClassName")) is not None:  # `notes-API` is NotesAPI
        name = "".join(each[:1].upper() + each[1:] for each in re.findall(r"\w+", said))
        made["class_name"] = (name, child(generation.at, "sdkClassName"))
    made |= python.options([("packageName", "distribution"), ("version", "version")])
    module = python.text("moduleName")
    distribution = made.get("distribution")
    if module is not None:
        package, dot, _ = module.partition(".")
        if dot:
            python.leave(
                "moduleName", "a package has no dots", f"it is '{package}' now"
            )
        made["package"] = (package, child(python.at, "moduleName"))
    elif distribution is not None:
        package = str(distribution[0]).replace("-", "_")
        made["package"] = (package, distribution[1])
    prefix = python.text("envVarPrefix")
    generation.rest(_GENERATION)
    python.rest(_PYTHON)
    return made, prefix
