"""`sdkwright lint`: what it takes, what it prints where, how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sdkwright.cli import main
from trees import put

ZOO = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://zoo.example.com}]
paths:
  pets:
    get:
      operationId: pets
      responses: {"200": {description: Fine.}, 4XX: {description: Not fine.}}
"""
WARNING = "zoo.yaml:5:3: warning[wrong-path]: the path 'pets' must begin with a slash"


@pytest.fixture(autouse=True)
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"zoo.yaml": ZOO})


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Findings on standard output, their number on standard error."""
    assert main(["lint", "zoo.yaml"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(WARNING)
    assert "   hint: write '/pets'\nzoo.yaml:6:5: info[no-summary]: GET /pets" in out
    assert err == "zoo.yaml: 1 warning, 1 info\n"
    assert main(["lint", "zoo.yaml", "-q"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("level", "plain", "broken"),
    [("error", 0, 1), ("warning", 1, 1), ("info", 1, 1), ("never", 0, 0)],
)
def test_status(level: str, plain: int, broken: int) -> None:
    """1 where something is as bad as is asked for; an error is a finding as well."""
    assert main(["lint", "zoo.yaml", "--fail-on", level]) == plain
    put(Path(), {"zoo.yaml": ZOO.replace("description: Fine.", "$ref: '#/x'")})
    assert main(["lint", "zoo.yaml", "--fail-on", level]) == broken


def test_formats(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is a list of findings; for GitHub each is an annotation."""
    main(["lint", "zoo.yaml", "--format", "json"])
    first, second = json.loads(capsys.readouterr().out)
    assert (first["code"], first["line"], first["pointer"]) == (
        "wrong-path",
        5,
        "#/paths/pets",
    )
    assert second["severity"] == "info"
    main(["lint", "zoo.yaml", "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(
        "::warning file=zoo.yaml,line=5,col=3,title=wrong-path::"
    )
    assert lines[1].startswith("::notice file=zoo.yaml,line=6,col=5,title=no-summary::")


def test_options_of_a_target(capsys: pytest.CaptureFixture[str]) -> None:
    """A target by its name or by its document: what its options ignore is not told."""
    config = "spec: zoo.yaml\noutput: sdk\nignore: [wrong-path]\n"
    put(Path(), {"sdkwright.yaml": config})
    for name in ("sdk", "zoo.yaml", "./zoo.yaml"):
        assert main(["lint", name]) == 0
        assert capsys.readouterr().err.endswith("zoo.yaml: 1 info\n")
    put(Path(), {"other.yaml": ZOO})
    assert main(["lint", "other.yaml", "--fail-on", "warning"]) == 1


def test_options_without_a_target() -> None:
    """A configuration that names no document gives its options to the one named."""
    put(Path(), {"ci.yaml": "ignore: {wrong-path: '#/paths'}\n"})
    command = ["lint", "zoo.yaml", "--fail-on", "warning"]
    assert main(command) == 1
    assert main([*command, "--config", "ci.yaml"]) == 0


def test_wrong_command_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither document nor target, or a configuration with a fault: status 2."""
    assert main(["lint", "zo.yaml"]) == 2
    assert "there is no document 'zo.yaml'" in capsys.readouterr().err
    put(Path(), {"sdkwright.yaml": "spec: zoo.yaml\noutput: o\nignore: [wrong-pat]\n"})
    assert main(["lint", "zoo.yaml"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "sdkwright.yaml:3:10: error[wrong-option]: 'wrong-pat' is no code" in err
    assert "hint: did you mean 'wrong-path'?" in err
