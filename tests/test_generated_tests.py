"""The tests that every SDK comes with pass, as its owner would run them."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any

import golden
import pydantic_core
import pytest


@pytest.mark.parametrize("feature", golden.features())
def test_own_tests_pass(
    feature: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call of each test file of a golden, sync and async."""
    golden.write_tree(tmp_path, golden.whole(feature, "httpx2"))
    monkeypatch.setattr(sys, "path", [*sys.path])
    # Its machine code finds itself only where it was imported before.
    known = {**sys.modules, pydantic_core.__name__: pydantic_core}
    monkeypatch.setattr(sys, "modules", known)
    sys.path[:0] = [str(tmp_path / "src"), str(tmp_path / "tests")]
    for path in sorted((tmp_path / "tests").glob("test_*.py")):
        calls: dict[str, Any] = runpy.run_path(str(path)).get("CALLS", {})
        for call in calls.values():
            call.check()
            call.check_async()
