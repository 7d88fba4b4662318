"""The IR as JSON: valid by its schema, and nothing of it lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import golden
import pytest
from jsonschema import Draft202012Validator
from sdkwright.cli import main
from sdkwright.config import Target
from sdkwright.schemas.ir import as_json
from sdkwright.schemas.published import read_text
from sdkwright.understanding import understand
from trees import put

ROOT = Path(__file__).parents[3]
CHECKER = Draft202012Validator(json.loads(read_text("ir")))
DOCUMENTS = [
    *sorted(golden.FEATURES.glob("*/openapi.yaml")),
    ROOT / "spec" / "julep" / "openapi.yaml",
]
PETS = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: [string, "null"]}}}
"""


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_documents(path: Path) -> None:
    """What is understood of a document is as the schema says."""
    named = understand(Target(name="a", spec=path, output=Path("a"))).named
    assert named is not None
    made = json.loads(json.dumps(as_json(named.api)))
    assert [error.message for error in CHECKER.iter_errors(made)] == []
    assert len(made["api"]["operations"]) == len(named.api.operations)
    assert list(made["api"].get("declarations", {})) == list(named.api.declarations)
    told = {each["pointer"] for each in made["api"]["operations"]}
    for resource in made["api"].get("resources", ()):
        assert told.issuperset(resource.get("operations", ()))


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints the version and the API; a type that is one of several names itself."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"pets.yaml": PETS, "wrong.yaml": "openapi: 3.1.0\n"})
    assert main(["ir", "pets.yaml"]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    CHECKER.validate(printed)
    assert printed["version"] == 2
    (operation,) = printed["api"]["operations"]
    assert operation["path"] == "/pets/{id}"
    assert "deprecated" not in operation.get("doc", {})
    pet = printed["api"]["declarations"]["#/components/schemas/Pet"]
    assert pet["node"] == "Model"
    assert pet["fields"][0]["type"] == {
        "node": "Nullable",
        "type": {"node": "Scalar", "kind": "string"},
    }
    assert main(["ir", "wrong.yaml"]) == 2
    assert "missing-paths" in capsys.readouterr().err
    assert main(["schema", "ir"]) == 0
    assert json.loads(capsys.readouterr().out) == CHECKER.schema
