"""The benchmark of sizes knows every file of the runtime."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path
from typing import Any

ROOT = Path(__file__).parents[2]
CORE = ROOT / "templates" / "sdk" / "src" / "PACKAGE" / "_core"


def test_every_file_serves_a_feature() -> None:
    """None is left over, and none of the table is gone."""
    features: dict[str, Any] = run_path(str(ROOT / "benchmarks" / "features.py"))
    ours, feature_of = features["OURS"], features["feature_of"]
    files = {path.stem for path in CORE.glob("*.py")}
    assert features["OTHERS"] not in {feature_of(name, ours) for name in files}
    named = {each for names in ours.values() for each in names.split()}
    assert {each for each in named if "*" not in each} <= files
