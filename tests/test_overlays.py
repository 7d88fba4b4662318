"""Overlays from the command line to the files, and in what is remembered of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.cli import main
from standin import Generator
from trees import put

DOCUMENT = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
paths:
  /cats: {get: {operationId: listCats, responses: {"204": {description: None.}}}}
"""
OVERLAY = """\
overlay: 1.1.0
info: {title: Names, version: 1.0.0}
actions:
  - target: $.paths['/cats'].get
    update: {operationId: allCats}
"""
HERE = ["zoo/zoo.yaml", "-o", "sdk", "--package", "zoo"]
WITH = [*HERE, "--overlay", "names.yaml"]


@pytest.fixture
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document, and an overlay that lies above its folder."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"zoo/zoo.yaml": DOCUMENT, "names.yaml": OVERLAY})
    return tmp_path


def test_a_change_is_noticed(zoo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An overlay is an input like the document, wherever it lies."""
    assert main(["generate", *WITH]) == 0
    assert "def all_cats" in (zoo / "sdk/src/zoo/client.py").read_text("utf-8")
    lock = (zoo / "sdk/sdkwright.lock").read_text("utf-8")
    assert '"../names.yaml": "' in lock
    assert zoo.as_posix() not in lock
    assert main(["check", *WITH]) == 0
    put(zoo, {"names.yaml": OVERLAY.replace("allCats", "everyCat")})
    capsys.readouterr()
    assert main(["check", *WITH]) == 1
    out = capsys.readouterr().out
    assert "+    def every_cat" in out
    assert out.endswith(f"sdkwright generate {' '.join(WITH)}\n")
    assert main(["check", *HERE]) == 1
    (zoo / "names.yaml").unlink()
    assert main(["check", *WITH]) == 2
    assert "names.yaml:1:1: error[unreadable-file]" in capsys.readouterr().err


def test_in_a_configuration(zoo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Overlays of a target are applied, and what is found in one has its place."""
    options = "spec: zoo/zoo.yaml\noutput: sdk\npackage: zoo\noverlays: [names.yaml]\n"
    put(zoo, {"sdkwright.yaml": options})
    assert main(["generate"]) == 0
    assert main(["check"]) == 0
    put(zoo, {"names.yaml": OVERLAY.replace("/cats", "/dogs")})
    assert main(["check"]) == 1
    assert (
        "names.yaml:4:13: warning[overlay-matches-nothing]: this target matches"
        " nothing, so the action changes nothing\n"
        "    4 |   - target: $.paths['/dogs'].get\n"
    ) in capsys.readouterr().err


def test_the_command_line_counts(generator: Generator) -> None:
    """Overlays keep their order, and those of the command line win."""
    put(Path(), {"etc/x.yaml": "overlays: a.yaml\nclient: flat\n"})
    command = ["generate", "zoo.yaml", "-o", "sdk", "--config", "etc/x.yaml"]
    assert main(command) == 0
    assert main([*command, "--overlay", "z.yaml", "--overlay", "b.yaml"]) == 0
    assert [target.overlays for target in generator.asked] == [
        (Path("etc/a.yaml"),),
        (Path("z.yaml"), Path("b.yaml")),
    ]
