"""A description that changes changes its own line of a page, and no other."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from sdkwright.cli import main

OLD, NEW = "What it is called.", "The name by which everybody knows it."
PLACES = ("operation", "parameter", "answer", "schema", "property")


def document(changed: str | None) -> str:
    said = {place: NEW if place == changed else OLD for place in PLACES}
    pet = {
        "type": "object",
        "description": said["schema"],
        "required": ["name"],
        "properties": {"name": {"type": "string", "description": said["property"]}},
    }
    shown = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    operation = {
        "operationId": "getPet",
        "summary": "Gets a pet.",
        "description": said["operation"],
        "parameters": [
            {
                "name": "id",
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
                "description": said["parameter"],
            }
        ],
        "responses": {"200": {"description": said["answer"], "content": shown}},
    }
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "paths": {"/pets/{id}": {"get": operation}},
            "components": {"schemas": {"Pet": pet}},
        }
    )


def pages(folder: Path, changed: str | None) -> dict[str, list[str]]:
    folder.mkdir()
    spec, out = folder / "openapi.json", folder / "sdk"
    spec.write_text(document(changed))
    assert main(["generate", str(spec), "-o", str(out)]) == 0
    return {
        path.name: path.read_text().splitlines() for path in (out / "docs").glob("*.md")
    }


@pytest.mark.parametrize("place", PLACES)
def test_one_line(tmp_path: Path, place: str) -> None:
    before, after = pages(tmp_path / "before", None), pages(tmp_path / "after", place)
    assert before.keys() == after.keys()
    told = 0
    for page, old in before.items():
        matcher = difflib.SequenceMatcher(None, old, after[page], autojunk=False)
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            if kind == "equal":
                continue
            assert (kind, end - start, new_end - new_start) == ("replace", 1, 1), page
            assert after[page][new_start] == old[start].replace(OLD, NEW)
            told += 1
    assert told
