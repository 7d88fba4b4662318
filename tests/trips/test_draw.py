"""Drawn values, judged by jsonschema alone."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from trips.coverage import Coverage, How
from trips.dialect import Direction
from trips.document import Document
from trips.draw import Drawer, Undrawable

SELF = {"$ref": "#/components/schemas/S"}
SCHEMAS: list[Any] = [
    True,
    {"type": ["string", "null"], "minLength": 3, "maxLength": 5},
    {"type": "string", "pattern": "^[a-z]{2}-[0-9]+$", "maxLength": 6},
    {"type": "integer", "minimum": 3, "exclusiveMaximum": 9, "multipleOf": 4},
    {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
    {"enum": [1, "one", None, {"a": []}]},
    {"type": "array", "items": {"enum": [1, 2, 3]}, "uniqueItems": True, "minItems": 3},
    {"type": "array", "prefixItems": [{"type": "string"}, {}], "items": False},
    {
        "type": "array",
        "items": {"type": "string", "pattern": "^[0-9]*$"},
        "uniqueItems": True,
        "minItems": 2,
    },
    {
        "allOf": [
            {"oneOf": [{"const": number, "title": "a"} for number in range(50)]},
            {"const": 40, "type": "integer"},
        ]
    },
    {"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2},
    {"type": "object", "properties": {"a": True, "b": False}, "required": ["a", "c"]},
    {"type": "object", "patternProperties": {"^x-[a-z]+$": {"const": 1}}},
    {
        "allOf": [
            {"type": "object", "required": ["a"]},
            {"properties": {"a": {"type": "integer"}}, "minProperties": 1},
            {"properties": {"a": {"minimum": 5}}, "additionalProperties": False},
        ]
    },
    {
        "oneOf": [
            {"type": "object", "required": ["a"], "properties": {"a": {"const": 1}}},
            {"type": "object", "required": ["b"], "not": {"required": ["a"]}},
            {"type": "null"},
        ]
    },
    {"anyOf": [{"type": "string", "format": "uuid"}, {"type": "integer"}]},
    {"type": "object", "properties": {"down": SELF}},
    {"anyOf": [{"type": "null"}, {"type": "array", "items": SELF}]},
]


def document(tmp_path: Path, schema: Any) -> Document:
    raw = {"openapi": "3.1.0", "components": {"schemas": {"S": schema}}}
    (tmp_path / "openapi.json").write_text(json.dumps(raw))
    return Document(tmp_path / "openapi.json")


def drawer(document: Document, seed: int, how: How) -> Drawer:
    random, direction = Random(seed), Direction.ANSWER
    return Drawer(document, direction, random, Coverage(), how, extras=True)


@pytest.mark.parametrize("schema", SCHEMAS, ids=json.dumps)
def test_every_value_is_valid(schema: Any, tmp_path: Path) -> None:
    """Whatever is drawn, JSON Schema's own validator takes it."""
    described = document(tmp_path, schema)
    root = {**SELF, "components": {"schemas": {"S": schema}}}
    validator = Draft202012Validator(root)
    for how in How:
        for seed in range(20):
            value = drawer(described, seed, how).draw(
                described.root["components"]["schemas"]["S"]
            )
            json.dumps(value)
            validator.validate(value)


@pytest.mark.parametrize(
    "schema",
    [
        False,
        {"type": "string", "enum": [1]},
        {"type": "object", "required": ["s"], "properties": {"s": SELF}},
        {"allOf": [{"type": "string"}, {"type": "integer"}]},
    ],
    ids=json.dumps,
)
def test_what_has_no_value_is_said_to_have_none(schema: Any, tmp_path: Path) -> None:
    """Nothing is made up where nothing fits."""
    described = document(tmp_path, schema)
    with pytest.raises(Undrawable):
        drawer(described, 1, How.WHOLE).draw(
            described.root["components"]["schemas"]["S"]
        )


def test_every_choice_is_taken(tmp_path: Path) -> None:
    """Values of an enum and variants of a union all come, the rarest first."""
    schema = {"oneOf": [{"enum": ["a", "b", "c"]}, {"type": "integer"}]}
    described = document(tmp_path, schema)
    of = described.root["components"]["schemas"]["S"]
    drawn = drawer(described, 1, How.SOME)
    values = [drawn.draw(of) for _ in range(6)]
    assert {"a", "b", "c"} <= {*values}
    assert drawn.coverage.whole


@pytest.mark.parametrize(
    "schema",
    [{"type": "string", "pattern": "^[a-z]*$"}, {"type": "string", "enum": ["", "a"]}],
    ids=json.dumps,
)
def test_nothing_in_a_path_is_empty(schema: Any, tmp_path: Path) -> None:
    """Though its schema takes it: the path would be another one."""
    described = document(tmp_path, schema)
    of = described.root["components"]["schemas"]["S"]
    for seed in range(50):
        drawn = drawer(described, seed, How.SOME)
        drawn.place = "path"
        assert drawn.draw(of) != ""


def test_the_same_again(tmp_path: Path) -> None:
    """The same random numbers give the same value."""
    described = document(tmp_path, {"type": "object", "additionalProperties": True})
    of = described.root["components"]["schemas"]["S"]
    first, second = (drawer(described, 7, How.WHOLE).draw(of) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("direction", "names"),
    [(Direction.REQUEST, {"both", "in"}), (Direction.ANSWER, {"both", "out"})],
)
def test_properties_of_one_direction(
    direction: Direction, names: set[str], tmp_path: Path
) -> None:
    """What is read only is not in a request, though required; nor the reverse."""
    schema = {
        "type": "object",
        "required": ["both", "in", "out"],
        "properties": {
            "both": {},
            "in": {"type": "string", "writeOnly": True},
            "out": {"type": "string", "readOnly": True},
        },
    }
    described = document(tmp_path, schema)
    drawn = Drawer(described, direction, Random(1), Coverage(), How.WHOLE)
    value = drawn.draw(described.root["components"]["schemas"]["S"])
    assert value.keys() == names
