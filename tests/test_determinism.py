"""The same input gives the same bytes, on every machine and under every hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import golden
import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = {
    "julep": ROOT / "spec" / "julep" / "openapi.yaml",
    "open_models": golden.FEATURES / "open_models" / "openapi.yaml",
    "grouped_client": golden.FEATURES / "grouped_client" / "openapi.yaml",
}


def made(document: Path, folder: Path, seed: str) -> dict[str, str]:
    """What a new process makes of a copy of the document in a folder."""
    folder.mkdir(parents=True)
    shutil.copy(document, folder / "openapi.yaml")
    command = [
        sys.executable,
        "-m",
        "sdkwright",
        "generate",
        "openapi.yaml",
        "-o",
        "sdk",
    ]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(
        command, cwd=folder, env=environment, check=True, capture_output=True
    )
    return golden.read_tree(folder / "sdk")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_seeds_and_folders(name: str, tmp_path: Path) -> None:
    """Two hash seeds in two working folders: every file is equal, byte for byte."""
    first = made(DOCUMENTS[name], tmp_path / "a", "1")
    second = made(DOCUMENTS[name], tmp_path / "deep" / "er", "4242")
    assert first == second
    assert "sdkwright.lock" in first


def test_no_path_and_no_date(tmp_path: Path) -> None:
    """Nothing that is generated names the folder in which it was made."""
    files = made(DOCUMENTS["julep"], tmp_path / "somewhere", "0")
    assert [path for path, text in files.items() if str(tmp_path) in text] == []
