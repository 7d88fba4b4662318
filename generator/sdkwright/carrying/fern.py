"""Fern's `generators.yml`: https://buildwithfern.com/learn/sdks/reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..pointer import child
from ..python.names.words import pascal_case, snake_case
from ..spec.objects import Json
from .carried import Named, Wanted
from .fern_auth import auth_of
from .fern_documents import FORMER, document_of
from .keys import NO_PYTHON, Keys, Option, Reasons, leave

_PYTHON = ("fernapi/fern-python-sdk", "fern-python-sdk")
_ORGANIZATION = "organization"
_METADATA = "the SDK's author and licence are the document's `info`"
_AUDIENCES = ("no operations are selected", "remove the others in an overlay")
_PUSHED = ("nothing is pushed from here", "sdkwright release prepares a release")
_PUBLISHED = "nothing is published from here"
_PROJECT: Reasons = {"version": "it is the version of Fern"}
_TOP: Reasons = {
    **FORMER,
    "default-group": "`sdkwright generate` makes all targets, or those that it is told",
    "aliases": "`sdkwright generate` takes several names, and globs",
    "whitelabel": _PUSHED,
    "reviewers": _PUSHED,
    "autorelease": _PUSHED,
    "metadata": _METADATA,
    "readme": "the README is made from the document",
    "replay": "code of your own stands in _custom/, and is never touched",
}
_API: Reasons = {
    "headers": (
        "the client takes credentials and its own options alone",
        "client.with_options(headers=…) sends it",
    ),
    "default-url": ("servers are the document's", "add it in an overlay"),
    "settings": "names and types follow the rules of sdkwright",
    "audiences": _AUDIENCES,
    "origin": "nothing is fetched from the network",
}
_GENERATOR: Reasons = {
    "version": "it is the version of Fern's generator",
    "github": _PUSHED,
    "smart-casing": "words are always split so",
    "metadata": _METADATA,
    "snippets": "examples are made from the document",
    "disable-examples": "examples are made from the document",
    "readme": "the README is made from the document",
    "reviewers": _PUSHED,
    "audiences": _AUDIENCES,
    "api": ("one document is for all", "set it in an overlay of the target's"),
}
_OUTPUT: Reasons = {
    "token": _PUBLISHED,
    "username": _PUBLISHED,
    "password": _PUBLISHED,
    "url": _PUBLISHED,
    "metadata": _METADATA,
}
_EXTRA = "the SDK needs an HTTP library and pydantic alone"
_IMPORTS = ("a package says what it offers by itself", "`exports` has other places")
_CONFIG: Reasons = {
    "client_filename": "the client stands in client.py",
    "pydantic_config": "models are of pydantic 2, and take what they do not know",
    "inline_request_params": "an object body is always taken property by property",
    "inline_path_params": "path parameters come first, and can be given by name",
    "extra_dependencies": _EXTRA,
    "extras": _EXTRA,
    "extra_dev_dependencies": "the SDK's tests need pytest alone",
    "additional_init_exports": _IMPORTS,
    "exclude_types_from_init_exports": _IMPORTS,
    "pyproject_python_version": "the SDK is for Python 3.11 and later",
    "pyproject_toml": ("pyproject.toml is made anew", "`templates` has one of yours"),
    "pyproject_format": "the build backend is hatchling",
    "flat_layout": "the package stands in src/",
    "should_generate_websocket_clients": "there is no client for WebSockets",
    "use_api_name_in_package": "the package is called as `package` says",
    "lazy_imports": "models are imported when they are used",
    "skip_formatting": "what is written is formatted",
    "use_typeddict_requests": "models and plain dicts are taken alike",
    "use_typeddict_requests_for_file_upload": "models and plain dicts are taken alike",
    "use_inheritance_for_extended_models": "a model has all of its fields",
    "custom_readme_sections": ("the README is made anew", "`templates` has yours"),
    "default_bytes_stream_chunk_size": "the HTTP library says how large chunks are",
    "include_legacy_wire_tests": "every operation has a test",
    "follow_redirects_by_default": (
        "redirects are never followed to another origin",
        "give the client an `httpx_client` of your own",
    ),
}
_SHADOWED = "another name is the one that programs use"


def read(keys: Keys, project: Keys | None, api_name: str = "") -> Iterator[Wanted]:
    """A target for each generator of Python SDKs.

    `project` is `fern.config.json`; `api_name` is which of several APIs it is.
    """
    edits: list[Mapping[str, Json]] = []
    options = {**dict(_named_after(project)), **dict(document_of(keys, edits))}
    secrets, schemes = auth_of(keys)
    servers = tuple(_servers(keys.mapping("api")))
    for name, group in keys.mapping("groups").mappings():
        for generator in group.items("generators"):
            kind = generator.text("name") or ""
            if kind in _PYTHON:
                yield Wanted(
                    name="-".join(filter(None, (api_name, name))),
                    options={**options, **dict(_generator(generator))},
                    secrets=secrets,
                    schemes=schemes,
                    servers=servers,
                    edits=tuple(edits),
                )
            else:
                leave(keys.found, generator.at, NO_PYTHON, name=kind)
        group.rest(_GENERATOR)
    keys.mapping("groups").rest()
    keys.mapping("api").rest(_API)
    keys.rest(_TOP)


def _named_after(project: Keys | None) -> Iterator[Option]:
    """The names that an SDK has which is given none: those of the organization."""
    if project is None:
        return
    if (name := project.text(_ORGANIZATION)) is not None:
        at = child(project.at, _ORGANIZATION)
        yield "package", (snake_case(name), at)
        yield "class_name", (f"{pascal_case(name)}Api", at)
    project.rest(_PROJECT)


def _servers(api: Keys) -> Iterator[Named]:
    """The environments, the one that counts where none is chosen first."""
    environments = api.mapping("environments")
    first = api.text("default-environment")
    named = sorted(environments.texts(), key=lambda each: each[0] != first)
    yield from (Named(what=url, name=name, at=at) for name, url, at in named)
    environments.rest(dict.fromkeys(environments.value, "its URLs are several"))


def _generator(keys: Keys) -> Iterator[Option]:
    output = keys.mapping("output")
    yield from output.options([("package-name", "distribution")])
    is_here = output.text("location") == "local-file-system"
    if is_here and (path := output.path("path")):
        yield "output", (path, child(output.at, "path"))
    output.rest(_OUTPUT)
    config = keys.mapping("config")
    yield from _class(config)
    yield from config.options([("package_name", "package")])
    seconds = config.value.get("timeout_in_seconds")
    if seconds == "infinity" or config.number("timeout_in_seconds") is not None:
        config.take("timeout_in_seconds")
        said: Json = "none" if seconds == "infinity" else seconds
        yield "timeout", (said, child(config.at, "timeout_in_seconds"))
    config.rest(_CONFIG)
    keys.rest(_GENERATOR)


def _class(config: Keys) -> Iterator[Option]:
    """The class that programs use, which has the last of three names."""
    client = config.mapping("client")
    places = (
        *((config, "client_class_name"), (client, "class_name")),
        (client, "exported_class_name"),
    )
    said = [each for each in places if each[0].text(each[1]) is not None]
    for where, key in said[:-1]:
        where.leave(key, _SHADOWED)
    for where, key in said[-1:]:
        yield from where.options([(key, "class_name")])
    client.rest(dict.fromkeys(client.value, "the client stands in client.py"))
