"""A tree is brought to the disk, file by file or with its whole file system."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from sdkwright.output import durable

MANY = durable.MANY + 1
linux = pytest.mark.skipif(sys.platform != "linux", reason="syncfs is Linux's")


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What the system is asked to bring to the disk, one by one."""
    asked: list[int] = []
    monkeypatch.setattr(os, "fsync", asked.append)
    return asked


def _fill(folder: Path, files: int) -> None:
    (folder / "a").mkdir()
    for number in range(files):
        (folder / "a" / str(number)).write_text("")


def test_few_files(tmp_path: Path, synced: list[int]) -> None:
    """Every file, and every folder, for the names in it."""
    _fill(tmp_path, 3)
    durable.sync_tree(tmp_path)
    assert len(synced) == 3 + 2


@linux
def test_many_files(tmp_path: Path, synced: list[int]) -> None:
    """One request is enough."""
    _fill(tmp_path, MANY)
    durable.sync_tree(tmp_path)
    assert synced == []


@linux
def test_a_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its error is told, as that of a single file is."""

    class Library:
        def __init__(self, *given: Any, **more: Any) -> None: ...

        def syncfs(self, opened: int) -> int:
            ctypes.set_errno(5)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", Library)
    _fill(tmp_path, MANY)
    with pytest.raises(OSError, match="Input/output error"):
        durable.sync_tree(tmp_path)


@linux
def test_a_library_without_it(
    tmp_path: Path, synced: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then every file is asked for by itself."""

    class Other:
        def __init__(self, *given: Any, **more: Any) -> None: ...

    monkeypatch.setattr(ctypes, "CDLL", Other)
    _fill(tmp_path, MANY)
    durable.sync_tree(tmp_path)
    assert len(synced) == MANY + 2
