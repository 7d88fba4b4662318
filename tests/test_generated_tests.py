"""The tests that every SDK comes with pass, as its owner would run them."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import golden
import pytest
from importing import importing


@pytest.mark.parametrize("feature", golden.features())
def test_own_tests_pass(feature: str, tmp_path: Path) -> None:
    """Each call of each test file of a golden, sync and async."""
    golden.write_tree(tmp_path, golden.whole(feature, "httpx2"))
    with importing(tmp_path, "src", "tests"):
        for path in sorted((tmp_path / "tests").glob("test_*.py")):
            calls: dict[str, Any] = runpy.run_path(str(path)).get("CALLS", {})
            for call in calls.values():
                call.check()
                call.check_async()
