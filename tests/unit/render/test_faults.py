"""Templates of the user's own: a fault in one is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.cli import main
from trees import put

PETS = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: pets
      responses:
        "200":
          description: Pets.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
"""
CONFIG = "spec: pets.yaml\noutput: sdk\ntemplates: mine\n"
CLIENT = "sdk/src/PACKAGE/client.py.jinja"
MODEL = "models/pydantic_v2/model.jinja2"


@pytest.fixture(autouse=True)
def pets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"pets.yaml": PETS, "sdkwright.yaml": CONFIG})


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "sdk/README.md.jinja",
            "# Mine\n\n{{ sdk.colour }}\n",
            "mine/sdk/README.md.jinja:3:1: error[wrong-template]:"
            " 'sdkwright.python.views.SdkView object' has no attribute 'colour'",
        ),
        ("sdk/README.md.jinja", "{{ pets }}", "README.md.jinja:1:1: error[wrong-templ"),
        (
            "sdk/README.md.jinja",
            "a\n{% for %}\n",
            "mine/sdk/README.md.jinja:2:1: error[wrong-template]: ",
        ),
        (
            "sdk/docs/index.md.jinja",
            "{{ 1 + 'a' }}",
            "mine/sdk/docs/index.md.jinja:1:1: error[wrong-template]: ",
        ),
        (CLIENT, "class (:\n", "what your templates give is not what is needed: src/"),
        (
            MODEL,
            "a\n{{ view.colour.shade }}",
            "mine/models/pydantic_v2/model.jinja2:2:1: error[wrong-template]: ",
        ),
        (MODEL, "nothing", "error[wrong-template]: what your templates give is not"),
    ],
)
def test_a_fault_has_its_place(
    name: str, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The template and its line are told, and nothing is written."""
    put(Path(), {f"mine/{name}": text})
    assert main(["generate"]) == 2
    assert message in capsys.readouterr().err
    assert not Path("sdk").exists()


def test_a_template_in_the_place_of_none(capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt one is warned of; one that another includes is not."""
    put(
        Path(),
        {
            "mine/sdk/README.md.jinja": "{% include 'sdk/part.jinja' %}",
            "mine/sdk/part.jinja": "{{ sdk.title }}, by us\n",
            "mine/sdk/READMEE.md.jinja": "",
        },
    )
    assert main(["generate"]) == 0
    told = capsys.readouterr().err
    assert "warning[unused-template]: mine/sdk/READMEE.md.jinja: no template" in told
    assert told.count("unused-template") == 1
    assert Path("sdk/README.md").read_text("utf-8") == "Pets, by us\n"
