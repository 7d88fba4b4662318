"""Which documents a folder has, and what is counted in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpus.counting import whole
from corpus.documents import documents
from trees import put

FILES = {
    "a.yaml": "# Comment\nopenapi: 3.1.0\n",
    "b.json": '{\n  "swagger": "2.0"}\n',
    "deep/er/c.yml": "openapi: 3.0.0\n",
    "deep/part.yaml": "type: object\nproperties:\n    openapi: {type: string}\n",
    "notes.md": "openapi: 3.1.0\n",
}
DOCUMENT = """
openapi: 3.2.0
paths:
  /a:
    $ref: items.yaml#/a~1b
  /b:
    parameters: []
    get: {}
    x-get: {}
    additionalOperations: {COPY: {}}
  x-other: {get: {}}
components:
  schemas:
    on: {}
    2020-01-01: {}
    x-other: {}
"""
ITEMS = "a/b: {$ref: '#/c'}\nc: {post: {}, query: {}}\n"


def test_looked_for(tmp_path: Path) -> None:
    """Without a manifest: each file with the specification's key at its top level."""
    put(tmp_path, FILES)
    found = documents(tmp_path)
    assert [each.name for each in found] == ["a", "b", "deep-er-c"]
    assert [each.root.name for each in found] == [tmp_path.name, tmp_path.name, "deep"]
    assert found[2].size == len(FILES["deep/er/c.yml"]) + len(FILES["deep/part.yaml"])


def test_named_by_a_manifest(tmp_path: Path) -> None:
    """With a manifest: those that it names, and no others."""
    manifest = json.dumps([{"name": "see", "file": "deep/er/c.yml"}])
    put(tmp_path, FILES | {"manifest.json": manifest})
    (found,) = documents(tmp_path)
    assert (found.name, found.root) == ("see", tmp_path / "deep")


def test_operations_and_schemas(tmp_path: Path) -> None:
    """What is there, wherever it stands; no extension, and every key is text."""
    put(tmp_path, {"openapi.yaml": DOCUMENT, "items.yaml": ITEMS})
    counted = whole(tmp_path / "openapi.yaml")
    assert counted.operations == (
        ("POST", "/a"),
        ("QUERY", "/a"),
        ("GET", "/b"),
        ("COPY", "/b"),
    )
    assert counted.schemas == ("on", "2020-01-01")


@pytest.mark.parametrize("reference", ["#/paths/~1a", "gone.yaml", "items.yaml#/x/y"])
def test_references_that_lead_nowhere(tmp_path: Path, reference: str) -> None:
    """Nothing is there, whether they turn in a circle or lead out."""
    paths = f"paths: {{/a: {{$ref: '{reference}'}}}}"
    text = f"swagger: '2.0'\n{paths}\ndefinitions: {{A: {{}}}}\n"
    put(tmp_path, {"openapi.yaml": text, "items.yaml": ITEMS})
    counted = whole(tmp_path / "openapi.yaml")
    assert counted.operations == ()
    assert counted.schemas == ("A",)
