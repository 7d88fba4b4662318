"""Paging in a configuration."""

from __future__ import annotations

from pathlib import Path

from unit.config.test_config import targets


def test_operations_by_name(tmp_path: Path) -> None:
    """What is set stands beside the name of its operation."""
    text = "spec: a\noutput: b\npagination: [listPets]\n"
    assert targets(tmp_path, "sdkwright.yaml", text)[1] == [
        "3:13: wrong-option: 'pagination' must be a mapping of operations to how"
        " they page, not a list"
    ]
