"""The JSON Schema of a configuration, made from the options themselves.

In the words of draft 7, which every editor reads.
"""

from __future__ import annotations

from dataclasses import MISSING, fields

from ..config import Target
from ..ir.paging.rules import STYLES, Rule
from ..option_kinds import Option, option_of
from ..rules.every import RULES
from ..spec.objects import Json
from .dataclasses import Definitions

_NULL: Json = {"type": "null"}


def schema() -> dict[str, Json]:
    """The schema of sdkwright.yaml, and of `[tool.sdkwright]`."""
    codes: Json = {"enum": list(RULES)}
    definitions = {**_options(), "code": codes, "paging": _paging()}
    properties = _references()
    target: Json = {
        "type": "object",
        "required": ["spec", "output"],
        "additionalProperties": False,
        "properties": dict(properties),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:sdkwright:configuration",
        "title": "The configuration of sdkwright",
        "description": "One target at the top level, or several by name.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "targets": {
                "description": "What is generated, by name.",
                "type": "object",
                "minProperties": 1,
                "additionalProperties": target,
            },
            **properties,
        },
        "if": {"required": ["targets"]},
        "then": {"maxProperties": 1},
        "definitions": definitions,
    }


def _references() -> dict[str, Json]:
    return {name: {"$ref": f"#/definitions/{name}"} for name in _options()}


def _options() -> dict[str, Json]:
    """The schema of every option by its name."""
    made: dict[str, Json] = {}
    for each in fields(Target):
        known = option_of(each.metadata)
        if known is not None:
            default = None if each.default is MISSING else each.default
            made[each.name] = _option(each.name, known, default)
    return made


def _option(name: str, known: Option, default: object) -> Json:
    """The schema of one option; a null is as good as none, unless one is needed."""
    schema = dict(known.kind.schema)
    if name == "pagination":
        schema["additionalProperties"] = {"$ref": "#/definitions/paging"}
    told: dict[str, Json] = {"description": known.description}
    if isinstance(default, bool | int | float | str):
        told["default"] = default
    if known.kind.needed:
        return told | schema
    several = schema.get("anyOf")
    variants: list[Json] = several if isinstance(several, list) else [schema]
    told["anyOf"] = [*variants, _NULL]
    return told


def _paging() -> Json:
    """How an operation pages: false, or a rule."""
    definitions = Definitions()
    definitions.reference(Rule)
    rule = definitions.schemas["Rule"]
    assert isinstance(rule, dict)
    properties = rule["properties"]
    assert isinstance(properties, dict)
    kinds: dict[str, Json] = {name: {"type": "string"} for name in properties}
    kinds |= {"start": {"type": "integer"}, "style": {"enum": list(STYLES)}}
    mapping: Json = {
        "type": "object",
        "additionalProperties": False,
        "properties": kinds,
    }
    return {
        "description": rule["description"],
        "anyOf": [{"type": "boolean"}, mapping],
    }
