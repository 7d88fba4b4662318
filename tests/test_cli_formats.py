"""Results for machines: JSON, and annotations of a CI job."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sdkwright.cli import main
from standin import Generator
from trees import put


def test_json(generator: Generator, capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON value on standard output, one on standard error where there is any."""
    generator.wrong["zoo"] = lambda found: found.warning("odd", "this is odd")
    assert main(["generate", "zoo", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "targets": [
            {
                "target": "zoo",
                "output": "out/zoo",
                "warnings": 1,
                "changed": [],
                "created": ["README.md", "sdkwright.lock", "src/p/client.py"],
                "deleted": [],
                "unchanged": 0,
            }
        ]
    }
    assert json.loads(err)[0]["code"] == "odd"
    put(Path(), {"out/zoo/README.md": "edited\n"})
    assert main(["check", "--format", "json", "farm", "zoo"]) == 1
    farm, zoo = json.loads(capsys.readouterr().out)["targets"]
    assert farm["missing"] == ["README.md", "sdkwright.lock", "src/p/client.py"]
    assert zoo["changed"] == ["README.md"]
    assert "-edited\n+1\n" in zoo["diff"]
    assert zoo["mend"] == "sdkwright generate farm zoo"


def test_github(generator: Generator, capsys: pytest.CaptureFixture[str]) -> None:
    """A drift is an annotation on each file, before the diff."""
    main(["generate", "zoo"])
    put(Path(), {"out/zoo/README.md": "edited\n"})
    capsys.readouterr()
    assert main(["check", "zoo", "--format", "github"]) == 1
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == (
        "::error file=out/zoo/README.md,title=drift"
        "::this generated file is changed: run sdkwright generate zoo"
    )
    assert "-edited" in rest
