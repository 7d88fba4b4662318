"""A lenient run is as good as any other: what it did not find is remembered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sdkwright import pipeline
from sdkwright.cli import main

GENERATE = ["generate", "a.json", "-o", "sdk", "--lenient"]
CHECK = ["check", "a.json", "-o", "sdk", "--lenient"]
SAID = "1 warning as before, see --full"


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A run with a reference to a file that is not there; each later run is noted."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "kept"))
    write(description="Keeps pets.\n\nAll kinds of them.")
    assert main(GENERATE) == 0
    several: list[object] = []
    generate = pipeline.generate

    def noted(*given: Any, **named: Any) -> pipeline.Output:
        several.append(given)
        return generate(*given, **named)

    monkeypatch.setattr(pipeline, "generate", noted)
    return several


def write(description: str) -> None:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1", "description": description},
        "paths": {},
        "components": {"schemas": {"Pet": {"$ref": "pet.json"}}},
    }
    Path("a.json").write_text(json.dumps(document), encoding="utf-8")


def test_nothing_has_changed(
    runs: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing runs, the warning is told of, and the status is the same."""
    capsys.readouterr()
    for command in (GENERATE, CHECK):
        assert main(command) == 0
        assert SAID in capsys.readouterr().err
    assert not runs


def test_what_was_not_there_has_come(
    runs: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    """Then that is a change."""
    Path("pet.json").write_text('{"type": "object", "properties": {"a": {}}}')
    capsys.readouterr()
    assert main(CHECK) == 1
    assert main(GENERATE) == 0
    assert "warning" not in capsys.readouterr().err
    assert len(runs) == 2
    assert Path("sdk/src/a/models/pet.py").is_file()
    assert main(CHECK) == 0
    assert len(runs) == 2


def test_only_words_have_changed(
    runs: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    """No stage runs for them, as long as the file is missing still; all is told."""
    write(description="Keeps pets.\n\nTwo of a kind.")
    capsys.readouterr()
    assert main(GENERATE) == 0
    assert "warning[unresolved-reference]" in capsys.readouterr().err
    assert not runs
    assert "Two of a kind." in Path("sdk/docs/index.md").read_text(encoding="utf-8")
    write(description="Keeps pets.\n\nThree of a kind.")
    Path("pet.json").write_text('{"type": "object"}', encoding="utf-8")
    assert main(GENERATE) == 0
    assert len(runs) == 1
    assert "warning" not in capsys.readouterr().err
