"""The examples of a document that its fake answers with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sdkwright.config import Target
from sdkwright.pipeline import generate

DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: 1.0.0}
paths:
  /word:
    get:
      operationId: get_word
      responses:
        "200": {description: ok, content: {application/json: %s}}
"""


def examples(tmp_path: Path, content: object) -> object:
    """What stands in the file of examples; None where there is none."""
    spec = tmp_path / "openapi.yaml"
    spec.write_text(DOCUMENT % json.dumps(content), encoding="utf-8")
    files = generate(Target(name="zoo", spec=spec, output=tmp_path / "out")).files
    assert files is not None
    text = files.get("src/zoo/testing/examples.json")
    return None if text is None else json.loads(text)


@pytest.mark.parametrize(
    "content",
    [
        {"example": "lion", "schema": {"type": "string"}},
        {"examples": {"a": {"value": "lion"}}, "schema": {"type": "string"}},
    ],
)
def test_an_example_is_kept(tmp_path: Path, content: object) -> None:
    """The first of an answer's, by the operation that it is of."""
    assert examples(tmp_path, content) == {"GET /word": "lion"}


@pytest.mark.parametrize("content", [{"example": "lion" * 1000}, {}])
def test_no_example_no_file(tmp_path: Path, content: dict[str, object]) -> None:
    """Nothing is written where the document shows nothing, or a whole book."""
    assert examples(tmp_path, {**content, "schema": {"type": "string"}}) is None
