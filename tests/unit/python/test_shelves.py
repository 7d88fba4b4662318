"""Which page of models describes what: bounded, by name, and steady."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from reading import complaints
from sdkwright.config import Target
from sdkwright.pipeline import generate
from sdkwright.pointer import Pointer
from sdkwright.python.pages.shelves import places_of, shelves

# Few parts, so that names share beginnings and pages are full.
PARTS = st.sampled_from(["Web", "Hook", "Web", "Issue", "I", "Opened", "Closed", "Ü"])
WORDS = st.lists(PARTS, min_size=1, max_size=4).map("".join)
MANY = [f"WebHook{first}{last}" for first in "ABCDE" for last in range(70)]


def places(names: set[str]) -> dict[str, str]:
    """The page of each name."""
    found = places_of(shelves({Pointer(name): name for name in names}))
    return {str(at): page for at, page in found.items()}


def test_few_are_on_one_page() -> None:
    """Two hundred are; with one more each letter has its own."""
    names = {f"{letter}{at}" for letter in "AB" for at in range(100)}
    assert set(places(names).values()) == {"models.md"}
    assert Counter(places(names | {"C"}).values()) == {
        "models/names-a.md": 100,
        "models/names-b.md": 100,
        "models/names-c.md": 1,
    }


@settings(max_examples=30)
@given(st.sets(WORDS), st.integers(201, len(MANY)))
def test_no_page_is_too_long(names: set[str], many: int) -> None:
    """Every name has one place, which says how it begins; no page has more."""
    names |= set(MANY[:many])
    found = places(names)
    assert found.keys() == names
    assert max(Counter(found.values()).values()) <= 200
    for name, page in found.items():
        assert name.lower().startswith(page[len("models/names-") : -len(".md")])


@settings(max_examples=30)
@given(st.sets(WORDS), st.integers(201, len(MANY)), WORDS)
def test_what_comes_moves_few(names: set[str], many: int, new: str) -> None:
    """Nothing moves but from one page, and from that only where it was full."""
    names |= set(MANY[:many])
    before, after = places(names), places(names | {new})
    moved = {before[name] for name in names if before[name] != after[name]}
    assert len(moved) <= 1
    assert all(list(before.values()).count(page) == 200 for page in moved)


def test_a_full_page_is_cut() -> None:
    """Where two hundred begin alike, one more cuts their page and no other one."""
    full = {f"Ab{letter}{at}" for letter in "CD" for at in range(100)}
    before, after = places(full | {"Bee"}), places(full | {"Bee", "AbE"})
    assert {before[name] for name in full} == {"models/names-a.md"}
    assert {after[name] for name in full} == {
        "models/names-abc.md",
        "models/names-abd.md",
    }
    assert before["Bee"] == after["Bee"] == "models/names-b.md"


def test_pages_of_many_models(tmp_path: Path) -> None:
    """Links, the index and the files for machines lead to where each model is."""
    schemas = {f"Thing{at:03}": {"type": "object"} for at in range(198)}
    linked = {"$ref": "#/components/schemas/Thing007"}
    box = {"type": "object", "properties": {"thing": linked}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Box"}}}
    get = {
        "operationId": "get_box",
        "responses": {"200": {"description": "It.", "content": content}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Many", "version": "1"},
        "paths": {"/box": {"get": get}},
        "components": {"schemas": {**schemas, "Box": box, "BOX": box, "Zoo": box}},
    }
    spec = tmp_path / "openapi.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    files = generate(Target(name="many", spec=spec, output=tmp_path / "out")).files
    assert files is not None
    assert list(complaints(files)) == []
    assert "models/names-b.md#box" in files["docs/client.md"]
    assert "](../models/names-t.md#thing007)" in files["docs/models/names-b.md"]
    assert "(../client.md#manyget_box)" in files["docs/models/names-b.md"]
    assert "(models/names-t.md#thing007)" in files["docs/llms-full.txt"]
    assert "[T…](models/names-t.md)" in files["docs/models.md"]
