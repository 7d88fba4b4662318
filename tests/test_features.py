"""What each feature's document gives is what its golden holds."""

from __future__ import annotations

import golden
import pytest


@pytest.mark.parametrize("feature", golden.features())
def test_golden(feature: str) -> None:
    """A feature's document gives exactly the files of its golden, and its runtime."""
    expected = golden.FEATURES / feature / "expected"
    files = golden.generated(feature) | golden.yours(expected)
    made = golden.without_runtime(files)
    if golden.UPDATE:
        golden.write_tree(expected, made)
    assert made == golden.read_tree(expected), golden.MEND
    whole = {path: files[path] for path in files if path not in golden.LEFT_OUT}
    assert whole == golden.whole(feature)


def test_every_feature_is_run() -> None:
    """A golden is run, not only compared: each feature has its own test."""
    without = [
        feature
        for feature in golden.features()
        if not (golden.FEATURES / feature / "test_run.py").exists()
    ]
    assert without == []
