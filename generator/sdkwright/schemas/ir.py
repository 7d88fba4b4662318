"""The intermediate representation as JSON, and the schema of it.

`VERSION` counts changes after which a program that reads it may fail: a field that is
gone or means something else. A new field with a default is none.
"""

from __future__ import annotations

from typing import get_args

from ..ir.declarations import Declaration
from ..ir.nodes import Api
from ..ir.types import Type
from ..spec.objects import Json
from .dataclasses import Definitions, value_of

VERSION = 2
_NODES = frozenset((*get_args(Declaration), *get_args(Type)))


def as_json(api: Api) -> Json:
    """The representation of an API, of this version."""
    return {"version": VERSION, "api": value_of(api, nodes=_NODES)}


def schema() -> dict[str, Json]:
    """The JSON Schema of what `as_json` gives."""
    definitions = Definitions(_NODES)
    api = definitions.reference(Api)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sdkwright's intermediate representation of an API",
        "description": (
            "Names are those of the document, pointers are JSON Pointers into it."
            " A property that has its default is left out: null, false, an empty"
            " list or object, or what its description says."
        ),
        "type": "object",
        "required": ["version", "api"],
        "additionalProperties": False,
        "properties": {"version": {"const": VERSION}, "api": api},
        "$defs": dict(sorted(definitions.schemas.items())),
    }
