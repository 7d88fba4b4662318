"""Schemas, enums and operations that grow rename nothing that they had."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdkwright.config import Target
from sdkwright.python.names.table import NameTable
from sdkwright.understanding import understand

T = TypeVar("T")
# Most of them would like the name of another one.
NAMES = ("a-b", "a_b", "aB", "A_B", "a b", "a_b_field", "class", "class_", "$a")
MEMBERS = ("on", "ON", "On", "on_lower", "", "empty", "1", "value_1", "-1", "+1")
PLACES = ("query", "header", "cookie")


def document(
    properties: list[str], members: list[str], parameters: list[tuple[str, str]]
) -> dict[str, Any]:
    text = {"type": "string"}
    thing = {
        "type": "object",
        "properties": {
            "kind": {"type": "string", "enum": [*members, "x", "y"]},
            **dict.fromkeys(properties, text),
        },
    }
    body = {"content": {"application/json": {"schema": thing}}}
    operation = {
        "operationId": "make",
        "parameters": [
            {"name": name, "in": place, "schema": text} for name, place in parameters
        ],
        "requestBody": body,
        "responses": {"200": {"description": "It.", **body}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Zoo", "version": "1"},
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": {"Thing": thing}},
    }


def names_of(made: dict[str, Any], before: NameTable | None) -> NameTable:
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "openapi.json"
        spec.write_text(json.dumps(made))
        target = Target(name="zoo", spec=spec, output=spec.parent / "sdk")
        given = {} if before is None else before.given
        understood = understand(target, before=given)
    assert understood.named is not None, understood.diagnostics
    return understood.named.names


def by_what(names: NameTable, made: dict[str, Any]) -> dict[object, str]:
    """Names by what they name: a parameter has no place of its own, but a name."""
    operation = made["paths"]["/things"]["post"]
    at = "#/paths/~1things/post/parameters"
    parameters = {
        f"{at}/{index}": (each["name"], each["in"])
        for index, each in enumerate(operation["parameters"])
    }
    found: dict[object, str] = {}
    found.update(names.fields.items())
    found.update(names.members.items())
    for (_, what), name in names.parameters.items():
        found[parameters.get(what, what)] = name
    return found


def grown(few: list[T], more: list[tuple[T, int]]) -> list[T]:
    made = list(few)
    for each, place in more:
        if each not in made:
            made.insert(min(place, len(made)), each)
    return made


def new(what: st.SearchStrategy[T]) -> st.SearchStrategy[list[tuple[T, int]]]:
    return st.lists(st.tuples(what, st.integers(0, 5)), max_size=3)


def some(what: st.SearchStrategy[T]) -> st.SearchStrategy[list[T]]:
    return st.lists(what, max_size=4, unique=True)


PROPERTY, MEMBER = st.sampled_from(NAMES), st.sampled_from(MEMBERS)
PARAMETER = st.tuples(PROPERTY, st.sampled_from(PLACES)).filter(
    # The names of headers are alike in any case.
    lambda each: each[1] != "header"
    or each[0] == each[0].lower()
)


@settings(max_examples=100, deadline=None)
@given(
    some(PROPERTY),
    new(PROPERTY),
    some(MEMBER),
    new(MEMBER),
    some(PARAMETER),
    new(PARAMETER),
)
@example(["a-b"], [("a_b", 0)], [], [], [], [])
@example([], [], ["ON"], [("on", 0)], [], [])
@example([], [], [], [], [("a-b", "header")], [(("a_b", "query"), 0)])
def test_what_is_inside_grows(
    properties: list[str],
    more_properties: list[tuple[str, int]],
    members: list[str],
    more_members: list[tuple[str, int]],
    parameters: list[tuple[str, str]],
    more_parameters: list[tuple[tuple[str, str], int]],
) -> None:
    """What is added yields to what was there, wherever it stands."""
    small = document(properties, members, parameters)
    large = document(
        grown(properties, more_properties),
        grown(members, more_members),
        grown(parameters, more_parameters),
    )
    first = names_of(small, None)
    before, after = by_what(first, small), by_what(names_of(large, first), large)
    assert {what: after[what] for what in before} == before
