"""The kinds of options: how each is read, and what JSON Schema says of it.

One owner of both, so that an editor takes what the generator takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .option_mappings import (
    ALGORITHMS,
    DOTTED,
    ENCODINGS,
    SECRETS,
    VARIABLE,
    exports,
    ignored,
    signature,
    variables,
)
from .options import DISTRIBUTION, HEADER, LONGEST, NAME, VERSION, Section
from .records import dataclass

if TYPE_CHECKING:
    from .spec.objects import Json

_METADATA = "option"
_POINTER: Mapping[str, Json] = {"type": "string", "pattern": "#"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How an option is read from a section: None where its default counts.

    Where it is `nullable`, None is a value of its own. An option that is `needed`
    has no default.
    """

    read: Callable[[Section, str], Any]
    schema: Mapping[str, Json]
    nullable: bool = False
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What stands in the metadata of a field that is an option."""

    kind: Kind
    description: str


def option(kind: Kind, description: str) -> Mapping[str, Option]:
    """The metadata of a field that is an option of this kind."""
    return {_METADATA: Option(kind=kind, description=description)}


def option_of(metadata: Mapping[Any, Any]) -> Option | None:
    """The option of a field with this metadata; None where it is none."""
    found: Option | None = metadata.get(_METADATA)
    return found


def _text(pattern: str) -> Mapping[str, Json]:
    return {"type": "string", "pattern": f"^({pattern})$"}


_SOME_TEXT: Mapping[str, Json] = {"type": "string", "pattern": r"\S"}

TEXT = Kind(read=Section.text, schema=_SOME_TEXT)
NEEDED_PATH = Kind(
    read=lambda section, key: section.path(key, needed=True),
    schema=_SOME_TEXT,
    needed=True,
)
PATHS = Kind(
    read=Section.paths,
    schema={
        "anyOf": [dict(_SOME_TEXT), {"type": "array", "items": dict(_SOME_TEXT)}],
    },
)
WORDS = Kind(
    read=Section.words,
    schema={
        "anyOf": [
            {"type": "string", "minLength": 1},
            {"type": "array", "items": {"type": "string", "minLength": 1}},
        ],
    },
)
FOLDER = Kind(read=Section.directory, schema=_SOME_TEXT)
FLAG = Kind(read=Section.flag, schema={"type": "boolean"})
IDENTIFIER = Kind(read=Section.identifier, schema=_text(NAME))
MODULE = Kind(read=Section.module, schema=_text(NAME))
DISTRIBUTION_NAME = Kind(read=Section.distribution, schema=_text(DISTRIBUTION))
DISTRIBUTION_VERSION = Kind(read=Section.version, schema=_text(VERSION))
HEADER_NAME = Kind(read=Section.header, schema=_text(HEADER))
NAMES = Kind(
    read=Section.names,
    schema={
        "type": "object",
        "propertyNames": {"pattern": "#/"},
        "additionalProperties": dict(_text(NAME)),
    },
)
EXPORTS = Kind(
    read=exports,
    schema={
        "type": "object",
        "propertyNames": dict(_text(DOTTED)),
        "additionalProperties": dict(_text(NAME)),
    },
)
# What is set for an operation is the business of the stage that knows paging.
RULES = Kind(read=Section.rules, schema={"type": "object"})
VARIABLES = Kind(
    read=variables,
    schema={
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                dict(_text(VARIABLE)),
                {"type": "object", "additionalProperties": dict(_text(VARIABLE))},
            ]
        },
    },
)
SIGNATURE = Kind(
    read=signature,
    schema={
        "anyOf": [
            {"const": "standard"},
            {
                "type": "object",
                "required": ["header"],
                "additionalProperties": False,
                "properties": {
                    "header": dict(_SOME_TEXT),
                    "separator": {"type": "string", "minLength": 1},
                    "prefix": dict(_SOME_TEXT),
                    "algorithm": {"enum": list(ALGORITHMS)},
                    "encoding": {"enum": list(ENCODINGS)},
                    "timestamp": dict(_SOME_TEXT),
                    "timestamp_prefix": dict(_SOME_TEXT),
                    "signed": {"type": "string", "pattern": r"\{body\}"},
                    "secret": {"enum": list(SECRETS)},
                },
            },
        ]
    },
)
# Which codes there are is known to the rules, which are not imported for this.
IGNORED = Kind(
    read=ignored,
    schema={
        "anyOf": [
            {"type": "array", "items": {"$ref": "#/definitions/code"}},
            {
                "type": "object",
                "propertyNames": {"$ref": "#/definitions/code"},
                "additionalProperties": {
                    "anyOf": [
                        {"type": ["boolean", "null"]},
                        dict(_POINTER),
                        {"type": "array", "items": dict(_POINTER)},
                    ]
                },
            },
        ]
    },
)


def choice(*words: str) -> Kind:
    """One of these words."""
    return Kind(
        read=lambda section, key: section.choice(key, words),
        schema={"enum": list(words)},
    )


def count(otherwise: int) -> Kind:
    """A whole number, 0 or more."""
    return Kind(
        read=lambda section, key: section.count(key, otherwise=otherwise),
        schema={"type": "integer", "minimum": 0},
    )


def seconds(otherwise: float) -> Kind:
    """Seconds, or `none` for no limit."""
    return Kind(
        read=lambda section, key: section.seconds(key, otherwise=otherwise),
        schema={
            "anyOf": [
                {"type": "number", "exclusiveMinimum": 0, "maximum": LONGEST},
                {"const": "none"},
            ]
        },
        nullable=True,
    )
