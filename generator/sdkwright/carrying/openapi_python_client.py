"""The file of openapi-python-client's `--config`."""

from __future__ import annotations

from collections.abc import Iterator

from ..pointer import child
from .carried import Named, Wanted
from .keys import Keys, Option, Reasons

KEYS = frozenset(
    {
        *("class_overrides", "project_name_override", "package_name_override"),
        *("package_version_override", "use_path_prefixes_for_title_model_names"),
        *("post_hooks", "field_prefix", "http_timeout", "literal_enums"),
        *("content_type_overrides", "docstrings_on_attributes", "generate_all_tags"),
    }
)
_NAMES = (
    ("package_name_override", "package"),
    ("package_version_override", "version"),
)
# `Notes API` is `notes_api_client`, where nothing else is said.
_ENDING = "_client"
_REASONS: Reasons = {
    "literal_enums": "enums are classes, and a text is taken where one is",
    "post_hooks": ("what is written is formatted", "run them after `generate`"),
    "field_prefix": "a name that Python does not take gets a letter in front",
    "http_timeout": "nothing is fetched from the network",
    "use_path_prefixes_for_title_model_names": "a schema in place has its owner's name",
    "docstrings_on_attributes": "every attribute has its docstring",
    "generate_all_tags": "an operation is on one resource, that of its first tag",
    "content_type_overrides": (
        "content is read by its media type",
        "say what it is in an overlay of the document",
    ),
}


def read(keys: Keys) -> Iterator[Wanted]:
    """The one target; the document is named on the command line."""
    classes = tuple(_classes(keys.mapping("class_overrides")))
    options = dict(_options(keys))
    keys.rest(_REASONS)
    yield Wanted(name="", options=options, classes=classes, ending=_ENDING)


def _options(keys: Keys) -> Iterator[Option]:
    key = "project_name_override"
    if (project := keys.text(key)) is not None:
        yield "distribution", (project, child(keys.at, key))
        yield "package", (project.replace("-", "_"), child(keys.at, key))
    yield from keys.options(_NAMES)


def _classes(overrides: Keys) -> Iterator[Named]:
    for name, inside in overrides.mappings():
        if (wanted := inside.text("class_name")) is not None:
            yield Named(what=name, name=wanted, at=inside.at)
        inside.rest({"module_name": "a module is called after its first class"})
