"""A version written into a configuration."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright import config_files
from sdkwright.diagnostics import Diagnostics
from sdkwright.releasing.configuration import with_version
from trees import put


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            "sdkwright.yaml",
            "spec: a.yaml\noutput: zoo\nversion: '1.0'  # ours\n",
            'spec: a.yaml\noutput: zoo\nversion: "1.2.3"  # ours\n',
        ),
        (
            "sdkwright.yaml",
            "targets:\n  farm: {spec: b, output: farm}\n  zoo:\n    output: zoo\n"
            "    spec: 'a.yaml'   # the zoo's\n",
            "targets:\n  farm: {spec: b, output: farm}\n  zoo:\n    output: zoo\n"
            "    spec: 'a.yaml'   # the zoo's\n    version: \"1.2.3\"\n",
        ),
        (
            "pyproject.toml",
            '[project]\nversion = "9"\n[tool.sdkwright.targets.zoo]\n'
            'spec = "a"\noutput = "zoo"\nversion = "1"\n',
            '[project]\nversion = "9"\n[tool.sdkwright.targets.zoo]\n'
            'spec = "a"\noutput = "zoo"\nversion = "1.2.3"\n',
        ),
        (
            "pyproject.toml",
            '[tool.sdkwright]\nspec = "a"\noutput = "zoo"\n[a]\n',
            '[tool.sdkwright]\nspec = "a"\nversion = "1.2.3"\noutput = "zoo"\n[a]\n',
        ),
        ("sdkwright.yaml", "targets: {zoo: {spec: a, output: zoo}}\n", None),
        (
            "pyproject.toml",
            '[tool.sdkwright.targets]\nzoo = {spec = "a", output = "zoo"}\n',
            None,
        ),
    ],
)
def test_with_version(file: str, old: str, new: str | None, tmp_path: Path) -> None:
    """The one line is written, and every other one stays; or nothing is."""
    put(tmp_path, {file: old})
    found = Diagnostics()
    read = config_files.read(tmp_path / file, found)
    assert read is not None
    target = next(each for each in read.targets(found) if each.name == "zoo")
    assert with_version(read, target, "1.2.3") == new
    if new is not None:
        put(tmp_path, {file: new})
        again = config_files.read(tmp_path / file, found)
        assert again is not None
        assert {each.version for each in again.targets(found)} >= {"1.2.3"}
    assert not list(found)
