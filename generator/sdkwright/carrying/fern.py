"""Fern's `generators.yml`: https://buildwithfern.com/learn/sdks/reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..pointer import child
from ..spec.objects import Json
from .carried import Named, Secret, Wanted
from .fern_overrides import edits_of
from .keys import Keys, Option, Reasons, value_of

_CLASSES = (("class_name", "class_name"), ("exported_class_name", "class_name"))
_NAMES = (("client_class_name", "class_name"), ("package_name", "package"))
_ONE = (
    "an SDK is made from one document of OpenAPI",
    "join the documents, or add it as an overlay",
)
_FILES = ("filename", "exported_filename")
_OPENAPI = "openapi"
_PYTHON = "fernapi/fern-python-sdk"
_GENERATOR: Reasons = {
    "version": "it is the version of Fern's generator",
    "github": ("nothing is pushed from here", "sdkwright release prepares a release"),
    "smart-casing": "words are always split so",
    "metadata": "the SDK's author and licence are the document's `info`",
    "snippets": "examples are made from the document",
    "readme": "the README is made from the document",
    "audiences": ("no operations are selected", "remove the others in an overlay"),
}
_CONFIG: Reasons = {
    "pydantic_config": "models are of pydantic 2, and take what they do not know",
    "inline_request_params": "an object body is always taken property by property",
    "extra_dependencies": "the SDK needs an HTTP library and pydantic alone",
    "extra_dev_dependencies": "the SDK's tests need pytest alone",
    "additional_init_exports": (
        "a package says what it offers by itself",
        "write what is yours in _custom/",
    ),
    "pyproject_python_version": "the SDK is for Python 3.11 and later",
    "flat_layout": "the package stands in src/",
    "should_generate_websocket_clients": "there is no client for WebSockets",
    "use_api_name_in_package": "the package is called as `package` says",
    "follow_redirects_by_default": (
        "redirects are never followed to another origin",
        "give the client an `httpx_client` of your own",
    ),
}
_OVERRIDES = ("it is no file that holds a mapping", "write its parts as an overlay")
_SPEC: Reasons = {
    "origin": "nothing is fetched from the network",
    "settings": "names and types follow the rules of sdkwright",
    "namespace": "each document is an SDK of its own",
}


def read(keys: Keys) -> Iterator[Wanted]:
    """A target for each group that has Fern's generator of Python SDKs."""
    api = keys.mapping("api")
    edits: list[Mapping[str, Json]] = []
    options, schemes = dict(_document(keys, edits)), tuple(_secrets(keys))
    environments = api.mapping("environments")
    servers = tuple(
        Named(what=url, name=name, at=at) for name, url, at in environments.texts()
    )
    environments.rest(dict.fromkeys(environments.value, "its URLs are several"))
    groups = keys.mapping("groups")
    for name, group in groups.mappings():
        for generator in group.items("generators"):
            if generator.text("name") == _PYTHON:
                yield Wanted(
                    name=name,
                    options={**options, **dict(_generator(generator))},
                    secrets=schemes,
                    servers=servers,
                    edits=tuple(edits),
                )
        group.take("generators")
        group.rest(_GENERATOR)
    keys.take("default-group", "auth-schemes")
    keys.rest(_GENERATOR)


def _document(keys: Keys, edits: list[Mapping[str, Json]]) -> Iterator[Option]:
    """The document: of a list of `specs`, of a list of paths, or the one `path`.

    What its overrides say is added to `edits`.
    """
    api = keys.mapping("api")
    several = [*api.items("specs"), *keys.items("api")]
    specs = [each for each in several if _is_document(each)]
    for other in [*specs[1:], *(each for each in several if each not in specs)]:
        other.leave(next(iter(other.value), ""), *_ONE)
    for spec in specs[:1] or [api]:
        key = _OPENAPI if _OPENAPI in spec.value else "path"
        if (path := spec.path(key)) is not None:
            yield "spec", (path, child(spec.at, key))
            edits += _overrides(spec, path)
        if (overlay := spec.path("overlays")) is not None:
            yield "overlays", (overlay, child(spec.at, "overlays"))
        if specs:
            spec.rest(_SPEC)
    api.take("auth", "auth-schemes", "environments", "default-environment")
    api.rest(_SPEC)


def _is_document(spec: Keys) -> bool:
    """Whether it is of OpenAPI: where the key does not say so, its file does."""
    path = spec.value.get("path")
    said = value_of(Path(spec.below(path))) if isinstance(path, str) else None
    return _OPENAPI in spec.value or (isinstance(said, dict) and _OPENAPI in said)


def _overrides(spec: Keys, document: str) -> Iterator[Mapping[str, Json]]:
    """The overrides of a document, of one file; what cannot be read is left."""
    path = spec.text("overrides")
    theirs = None if path is None else value_of(Path(spec.below(path)))
    ours = value_of(Path(document))
    if isinstance(theirs, dict) and isinstance(ours, dict):
        yield from edits_of(theirs, ours)
    elif "overrides" in spec.value:
        spec.leave("overrides", *_OVERRIDES)


def _generator(keys: Keys) -> Iterator[Option]:
    output = keys.mapping("output")
    yield from output.options([("package-name", "distribution")])
    if output.text("location") == "local-file-system" and (path := output.path("path")):
        yield "output", (path, child(output.at, "path"))
    output.rest({"token": "nothing is published from here"})
    config = keys.mapping("config")
    yield from config.options(_NAMES)
    client = config.mapping("client")
    yield from client.options(_CLASSES)
    client.rest(dict.fromkeys(_FILES, "the client stands in client.py"))
    seconds = config.value.get("timeout_in_seconds")
    if seconds == "infinity" or config.number("timeout_in_seconds") is not None:
        config.take("timeout_in_seconds")
        said: Json = "none" if seconds == "infinity" else seconds
        yield "timeout", (said, child(config.at, "timeout_in_seconds"))
    config.rest(_CONFIG)
    keys.rest(_GENERATOR)


def _secrets(keys: Keys) -> Iterator[Secret]:
    """Environment variables of `auth-schemes`, by part where there are several."""
    for place in (keys, keys.mapping("api")):
        for name, scheme in place.mapping("auth-schemes").mappings():
            if (variable := scheme.text("env")) is not None:
                yield Secret(scheme=name, at=scheme.at, variable=variable)
            for part, inside in scheme.mappings():
                if (variable := inside.text("env")) is not None:
                    part = "" if part == "token" else part
                    yield Secret(
                        scheme=name, at=inside.at, part=part, variable=variable
                    )
