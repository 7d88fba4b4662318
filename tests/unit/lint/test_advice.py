"""Advice: each kind of it, at its place, and a document that needs none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from sdkwright.config import Target
from sdkwright.lint.check import lint
from trees import put

GOOD = """
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://zoo.example.com}]
security: [{key: []}]
paths:
  /pets:
    post:
      operationId: create_pet
      summary: Adds a pet.
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
      responses:
        "200":
          description: It.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
        4XX:
          description: Not good.
          content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Pet: {type: object, properties: {food: {$ref: "#/components/schemas/Food"}}}
    Food: {type: object, properties: {name: {type: string}}}
    Error: {type: object, properties: {message: {type: string}}}
"""

NOTHING: Mapping[str, tuple[str, ...]] = {}


def found(
    folder: Path, text: str, ignore: Mapping[str, tuple[str, ...]] = NOTHING
) -> list[str]:
    """The findings on a document: `line: severity code`."""
    put(folder, {"zoo.yaml": text})
    target = Target(name="zoo", spec=folder / "zoo.yaml", output=folder, ignore=ignore)
    return [
        f"{each.span.line if each.span else 0}: {each.severity.name} {each.code}"
        for each in lint(target).findings
    ]


def test_nothing_to_say(tmp_path: Path) -> None:
    """A good document is left alone."""
    assert found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("servers: [{url: https://zoo.example.com}]\n", "", ["2: INFO no-server"]),
        ("https:", "http:", ["4: INFO plain-http"]),
        ("https://zoo.example.com", "http://localhost:80", []),
        ("      operationId: create_pet\n", "", ["8: INFO no-operation-id"]),
        ("      summary: Adds a pet.\n", "", ["8: INFO no-summary"]),
        ("    Food: {", "    Foods: {}\n    Food: {", ["24: INFO unused-schema"]),
        (
            '{schema: {$ref: "#/components/schemas/Error"}}',
            "{}",
            ["25: INFO unused-schema"],
        ),
        (
            "        4XX:",
            '        "202": {description: Later., content: {application/json: {}}}\n'
            "        4XX:",
            ["17: INFO untyped-answer"],
        ),
        ("        4XX:", "        2XX:", ["13: INFO no-error-answer"]),
        ("post:", "post:\n      x: &a [*b]", ["9: ERROR syntax"]),
    ],
)
def test_advice(old: str, new: str, expected: list[str], tmp_path: Path) -> None:
    """Each kind is found where it is meant; an error leaves no room for advice."""
    assert old in GOOD
    assert found(tmp_path, GOOD.replace(old, new)) == expected


def test_a_body_that_is_taken_apart_counts(tmp_path: Path) -> None:
    """Its schema is used, though each property is an argument and no type names it."""
    body = '{$ref: "#/components/schemas/Pet"}'
    new = '{$ref: "#/components/schemas/NewPet"}'
    schema = "    NewPet: {type: object, properties: {name: {type: string}}}\n"
    text = GOOD.replace(body, new, 1) + schema
    assert found(tmp_path, text) == []
    assert found(tmp_path, GOOD + schema) == ["26: INFO unused-schema"]


def test_answers_of_webhooks_count(tmp_path: Path) -> None:
    """A schema with which a webhook is answered is used."""
    webhook = """webhooks:
  fed:
    post:
      responses:
        "200":
          description: Noted.
          content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}
components:
"""
    note = "    Note: {type: object, properties: {text: {type: string}}}\n"
    assert found(tmp_path, GOOD.replace("components:\n", webhook) + note) == []


@pytest.mark.parametrize(
    ("places", "left"),
    [
        ((), []),
        (("#/paths",), []),
        (("#/paths/~1pets/post",), []),
        (("#/pat", "#/paths/~1pet"), ["8: INFO no-summary"]),
    ],
)
def test_what_is_ignored(
    places: tuple[str, ...], left: list[str], tmp_path: Path
) -> None:
    """Everywhere, or at a place and below it."""
    text = GOOD.replace("      summary: Adds a pet.\n", "")
    assert found(tmp_path, text, ignore={"no-summary": places}) == left


def test_an_error_is_not_ignored(tmp_path: Path) -> None:
    """An error is always told; a warning with the same code need not be."""
    twice = GOOD.replace("openapi: 3.1.0", "openapi: 3.1.0\nopenapi: 3.1.1")
    same = GOOD.replace("openapi: 3.1.0", "openapi: 3.1.0\nopenapi: 3.1.0")
    ignore = {"duplicate-key": ()}
    assert found(tmp_path, twice, ignore=ignore) == ["3: ERROR duplicate-key"]
    assert found(tmp_path, same, ignore=ignore) == []
