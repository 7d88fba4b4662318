"""A document that grows renames nothing: what comes new to it finds its own name."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sdkwright.config import Target
from sdkwright.python.names.table import NameTable
from sdkwright.understanding import understand

Json = dict[str, Any]

# Few words, so that most of what is drawn would like the name of something else.
WORDS = ("pets", "Pets", "pet", "list_pets", "owners", "pets_v1", "get", "parse_pets")
PATHS = ("/pets", "/pets/{id}", "/v1/pets", "/api/pets", "/owners/pets", "/Pets")


@st.composite
def operations(draw: st.DrawFn) -> tuple[str, str, Json]:
    """A path, a method, and an operation with types of its own."""
    operation: Json = {"responses": {"204": {"description": "Done."}}}
    if name := draw(st.none() | st.sampled_from(WORDS)):
        operation["operationId"] = name
    if tags := draw(st.lists(st.sampled_from((*WORDS, "pets.list")), max_size=2)):
        operation["tags"] = tags
    if draw(st.booleans()):
        kind = {"type": "string", "enum": ["a", "b"]}
        operation["parameters"] = [{"name": "kind", "in": "query", "schema": kind}]
    if draw(st.booleans()):
        schema = {"type": "object", "properties": {"kind": {"enum": ["a", "b"]}}}
        content = {"application/json": {"schema": schema}}
        operation["responses"]["200"] = {"description": "It.", "content": content}
    return (
        draw(st.sampled_from(PATHS)),
        draw(st.sampled_from(("get", "post"))),
        operation,
    )


SCHEMAS = st.sampled_from(
    (
        "Pets",
        "pets",
        "Pet",
        "PETS",
        "ListPetsKind",
        "Owners",
        "AsyncPets",
        "PetsAnswers",
    )
)
PARTS = st.one_of(operations(), SCHEMAS, st.sampled_from(WORDS).map(lambda w: {w: w}))


def document(parts: list[Any]) -> Json:
    """The parts in their order; the first of those that stand at one place."""
    made: Json = {
        "openapi": "3.1.0",
        "info": {"title": "Zoo", "version": "1"},
        "paths": {},
        "components": {"schemas": {}},
        "webhooks": {},
    }
    for part in parts:
        match part:
            case str():
                schema = {"type": "object", "properties": {part: {"type": "string"}}}
                made["components"]["schemas"].setdefault(part, schema)
            case (path, method, operation):
                made["paths"].setdefault(path, {}).setdefault(method, operation)
            case _:
                (name,) = part
                post: Json = {"requestBody": {"content": {"application/json": {}}}}
                made["webhooks"].setdefault(name, {"post": post})
    return made


def named(spec: Path, parts: list[Any], before: NameTable | None) -> NameTable:
    spec.write_text(json.dumps(document(parts)))
    target = Target(name="zoo", spec=spec, output=spec.parent / "sdk", client="grouped")
    given = {} if before is None else before.given
    understood = understand(target, before=given)
    assert understood.named is not None, understood.diagnostics
    return understood.named.names


def everything(names: NameTable) -> Iterator[tuple[object, object]]:
    """What a user's program may name, by what it is a name of."""
    for kind in (
        "operations",
        "declarations",
        "resources",
        "resource_classes",
        "fields",
        "members",
        "parameters",
    ):
        for what, name in getattr(names, kind).items():
            yield (kind, what), name


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(PARTS, min_size=1, max_size=6),
    st.lists(st.tuples(PARTS, st.integers(0, 6)), min_size=1, max_size=4),
)
@example(  # a tag whose resource would like the name of a method
    [("/pets", "get", {"operationId": "list_pets"})],
    [(("/owners/pets", "get", {"tags": ["list_pets"]}), 0)],
)
@example(  # a schema that would like the name of a resource's class
    [("/pets", "get", {"tags": ["pets"]})], [("Pets", 0)]
)
def test_a_growing_document(parts: list[Any], new: list[tuple[Any, int]]) -> None:
    """Operations, schemas, webhooks are added in front, in the middle, at the end."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "openapi.json"
        before = named(spec, parts, None)
        grown = list(parts)
        for part, place in new:
            grown.insert(min(place, len(grown)), part)
        # What stands at one place already stays what it is.
        places = {str(_place(part)) for part in parts}
        grown = [
            part
            for part in grown
            if any(part is each for each in parts) or str(_place(part)) not in places
        ]
        after = dict(everything(named(spec, grown, before)))
        renamed = {
            what: (name, after[what])
            for what, name in everything(before)
            if what in after and after[what] != name
        }
        assert renamed == {}


def _place(part: Any) -> object:
    match part:
        case (path, method, _):
            return path, method
        case str():
            return part
        case _:
            return list(part)
