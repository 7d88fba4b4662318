"""Names of an SDK stay when its document grows: the lock remembers them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sdkwright.cli import main

NEW, OLD = "/api/v1/pets", "/pets"


def document(*paths: str, schemas: tuple[str, ...] = (), wanted: str = "") -> str:
    """Operations without an id, each with an enum of its own."""
    order = {"in": "query", "name": "order", "schema": {"enum": ["a", "b"]}}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "paths": {
                path: {"get": {"parameters": [order], "x-sdkwright-name": wanted}}
                for path in paths
            },
            "components": {
                "schemas": {
                    name: {"type": "object", "properties": {"a": {"type": "string"}}}
                    for name in schemas
                }
            },
        }
    )


def names(folder: Path) -> dict[str, str]:
    """What the lock remembers, by the last steps of the pointers."""
    lock = json.loads((folder / "sdk" / "sdkwright.lock").read_text())
    kept: dict[str, str] = lock["names"]
    return kept


def generate(folder: Path, text: str) -> dict[str, str]:
    (folder / "openapi.json").write_text(text)
    spec, out = str(folder / "openapi.json"), str(folder / "sdk")
    assert main(["generate", spec, "-o", out]) == 0
    return names(folder)


def test_an_operation_that_is_added_takes_no_name(tmp_path: Path) -> None:
    """It comes first and would like the same name, and its enum the same class."""
    before = generate(tmp_path, document(OLD, schemas=("Pet",)))
    after = generate(tmp_path, document(NEW, OLD, schemas=("pet", "Pet")))
    assert before["#/paths/~1pets/get"] == "list_pets"
    assert before.items() <= after.items()
    assert after["#/paths/~1api~1v1~1pets/get"] == "list_pets:list_pets_v1"
    client = (tmp_path / "sdk" / "src" / "pets" / "client.py").read_text()
    assert client.count("    def list_pets(") == 1
    assert client.count("    def list_pets_v1(") == 1


def test_a_number_stays(tmp_path: Path) -> None:
    """What got a number keeps it when the reason is gone."""
    several = ("Pet", "pet", "PET")
    before = generate(tmp_path, document(OLD, schemas=several))
    assert before["#/components/schemas/PET"] == "PET:PETModel2"
    after = generate(tmp_path, document(OLD, schemas=several[2:]))
    assert after["#/components/schemas/PET"] == "PET:PETModel2"


@pytest.mark.parametrize("wanted", ["fetch_pets", "browse"])
def test_a_new_wish_counts(tmp_path: Path, wanted: str) -> None:
    """A name that the document gives now wins over the one of before."""
    generate(tmp_path, document(OLD))
    after = generate(tmp_path, document(OLD, wanted=wanted))
    assert after["#/paths/~1pets/get"] == wanted
