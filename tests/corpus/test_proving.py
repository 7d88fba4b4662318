"""The tests of a distribution are counted, and what fails is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from corpus.proving import Proved, prove

TESTS = """\
class Call:
    def __init__(self, fails=()):
        self.fails = fails
    def check(self):
        assert "sync" not in self.fails, "no sync"
    def check_async(self):
        assert "async" not in self.fails, "no async"
CALLS = {"a": Call(), "b": Call(["sync"]), "c": Call(["async"])}
"""


def test_what_passes_and_what_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A test passes where the sync and the async call do."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_pets.py").write_text(TESTS)
    wrong = ["pets: b: AssertionError: no sync", "pets: c: AssertionError: no async"]
    made = prove(tmp_path)
    assert made == Proved(1, 3, [f"test_{each}" for each in wrong])
