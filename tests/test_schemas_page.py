"""docs/schemas.md names a test for all that it promises, and each of them is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "schemas.md"
ROW = re.compile(r"\| (?P<what>(?!what |-).+) \| (?P<shown>.*) \|")
LINK = re.compile(r"\[([^\]]+)\]\(\.\./tests/([^)]+)\)")


def rows() -> list[tuple[str, list[tuple[str, str]]]]:
    """What is promised, and what shows it: the texts and the targets of links."""
    found = map(ROW.fullmatch, PAGE.read_text(encoding="utf-8").splitlines())
    return [(row["what"], LINK.findall(row["shown"])) for row in found if row]


@pytest.mark.parametrize(("what", "shown"), rows())
def test_it_is_shown(what: str, shown: list[tuple[str, str]]) -> None:
    """By a feature that is run, a finding, a case, or a test of that name."""
    assert shown, f"nothing shows {what}"
    for text, path in shown:
        place, _, name = text.partition("::")
        assert place == path
        proof = TESTS / path
        assert proof.exists(), path
        if place.startswith("features/"):
            assert (proof / "openapi.yaml").exists()
            assert (proof / "test_run.py").exists()
        if name:
            tree = ast.parse(proof.read_text(encoding="utf-8"))
            assert name in {
                each.name for each in tree.body if isinstance(each, ast.FunctionDef)
            }


def test_the_page_is_read() -> None:
    """Its rows are found, or nothing above is a test."""
    assert len(rows()) > 40
