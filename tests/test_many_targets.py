"""Many targets: chosen by name or glob, generated in processes of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright import parallel
from sdkwright.cli import main
from sdkwright.cli import run as running
from standin import Generator
from trees import put, tree

ZOO = """\
openapi: 3.1.0
info: {title: %s, version: "1"}
paths: {/pets: {get: {operationId: pets, responses: {}}}}
"""


def test_by_glob(generator: Generator, capsys: pytest.CaptureFixture[str]) -> None:
    """A glob means all targets that it fits; one that fits none is an error."""
    assert main(["generate", "f*"]) == 0
    assert [target.name for target in generator.asked] == ["farm"]
    assert main(["generate", "[fz]*", "--full"]) == 0
    assert [target.name for target in generator.asked][1:] == ["farm", "zoo"]
    assert main(["generate", "x*"]) == 2
    assert "there is no target 'x*'" in capsys.readouterr().err


def test_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files are those that one process makes, and findings come in order."""
    monkeypatch.chdir(tmp_path)
    names = ("one", "two")
    config = "".join(
        f"  {each}: {{spec: {each}.yaml, output: o/{each}}}\n" for each in names
    )
    put(tmp_path, {f"{each}.yaml": ZOO % each for each in names})
    put(tmp_path, {"sdkwright.yaml": f"targets:\n{config}"})
    monkeypatch.setattr(running, "_has_processes", lambda: True)
    monkeypatch.setattr(parallel, "WORKERS", 2)
    assert main(["generate"]) == 0
    first = tree(tmp_path / "o")
    out = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in out] == ["o/one", "o/two"]
    monkeypatch.setattr(running, "_has_processes", lambda: False)
    assert main(["check", "--full"]) == 0
    assert tree(tmp_path / "o") == first
    monkeypatch.setattr(running, "_has_processes", lambda: True)
    put(tmp_path, {f"{each}.yaml": "openapi: 3.1.0\n" for each in names})
    assert main(["generate"]) == 2
    err = capsys.readouterr().err
    assert err.index("one.yaml:1:1: error[missing-paths]") < err.index("two.yaml:1:1")
    assert tree(tmp_path / "o") == first
