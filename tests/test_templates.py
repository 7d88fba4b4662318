"""Templates lay out; what has to be computed is computed in views."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[1] / "templates"
RENDERED = sorted(TEMPLATES.rglob("*.jinja"))
MOST_CONTROL = 0.25


def test_hardly_any_logic() -> None:
    """At most a quarter of the lines decide or repeat; the rest is what is written."""
    lines = [line for path in RENDERED for line in path.read_text("utf-8").splitlines()]
    control = [line for line in lines if "{%" in line]
    assert len(control) / len(lines) < MOST_CONTROL


@pytest.mark.parametrize(
    "path", RENDERED, ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_nothing_is_computed(path: Path) -> None:
    """No variable is set, no expression calculates, and no view is called."""
    text = path.read_text(encoding="utf-8")
    assert "{% set" not in text
    inside = re.findall(r"\{[{%](.*?)[}%]\}", text, re.S)
    called = [
        found
        for expression in inside
        for found in re.findall(r"\b(?:sdk|page|each)\.[\w.]*\(", expression)
    ]
    assert called == []
