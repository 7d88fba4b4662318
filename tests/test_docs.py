"""`sdkwright docs`, as far as it goes without MkDocs: which SDK is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.cli import main
from trees import put

TWO = """
targets:
  one: {spec: one.yaml, output: one}
  two: {spec: two.yaml, output: two}
"""


@pytest.mark.parametrize(
    ("configuration", "arguments", "expected"),
    [
        (TWO, [], "say which target is meant: one, two"),
        (TWO, ["one"], "'one' is not generated yet: sdkwright generate"),
        (TWO, ["three"], "there is no target 'three'"),
        ("targets: {one: {spex: a.yaml}}\n", [], "sdkwright.yaml:1:"),
    ],
)
def test_what_is_wrong_is_told(
    configuration: str,
    arguments: list[str],
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No SDK, several, a wrong configuration: status 2, and what it is."""
    put(tmp_path, {"sdkwright.yaml": configuration})
    monkeypatch.chdir(tmp_path)
    assert main(["docs", "build", *arguments]) == 2
    assert expected in capsys.readouterr().err
