"""`sdkwright explain`: what it takes, what it prints where, how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sdkwright.cli import main
from trees import put

ZOO = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
paths: {/pets: {get: {operationId: pets, responses: {}}}}
"""


@pytest.fixture(autouse=True)
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"zoo.yaml": ZOO})


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A list of what is meant, with pointer, names and files."""
    assert main(["explain", "zoo.yaml", "pets", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    (story,) = json.loads(out)
    assert (story["pointer"], story["line"]) == ("#/paths/~1pets/get", 3)
    assert story["names"][0]["name"] == "client.pets"
    assert story["files"][0]["file"] == "src/zoo/client.py"


def test_a_target_that_is_generated(capsys: pytest.CaptureFixture[str]) -> None:
    """Files are named from where the reader is; their lines are those on the disk."""
    put(Path(), {"sdkwright.yaml": "spec: zoo.yaml\noutput: sdks/zoo\n"})
    main(["generate"])
    capsys.readouterr()
    assert main(["explain", "zoo", "GET /pets", "--format", "json"]) == 0
    (story,) = json.loads(capsys.readouterr().out)
    place = story["files"][0]
    assert place["file"] == "sdks/zoo/src/zoo/client.py"
    line = Path(place["file"]).read_text(encoding="utf-8").splitlines()
    assert line[place["line"] - 1].strip().startswith("def pets(self")


def test_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is not there, a document with errors: status 2, and no result."""
    assert main(["explain", "zoo.yaml", "pet"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "nothing here is called 'pet'; did you mean 'pets'" in err
    put(Path(), {"zoo.yaml": ZOO.replace("responses: {}", "parameters: [{$ref: x}]")})
    assert main(["explain", "zoo.yaml", "pets"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "error[unresolved-reference]" in err
