"""When a figure is worse, and what is committed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from corpus import baseline
from corpus.counting import Whole
from corpus.figures import Figures, filled, worse
from corpus.making import Made
from corpus.measuring import judge
from corpus.running import batches
from corpus.table import table
from corpus.trying import Tried

ROW = Figures(
    generated="strict",
    compiled=0,
    imported=0,
    built=0,
    operations=(8, 8),
    schemas=(20, 22),
    mypy=0,
    pyright=0,
    warnings=3,
    seconds=2.0,
    memory=100,
    lines=1000,
)


@pytest.mark.parametrize(
    "change",
    [
        {"generated": "lenient"},
        {"compiled": 1},
        {"operations": (7, 8)},
        {"schemas": (20, 23)},
        {"mypy": 1},
        {"warnings": 4},
        {"seconds": 60.0},
        {"memory": 400},
        {"lines": 3000},
    ],
)
def test_worse(change: dict[str, Any]) -> None:
    """Each figure that is worse is named, and the same change the other way is none."""
    changed = replace(ROW, **change)
    (found,) = worse(changed, ROW)
    assert found.startswith(next(iter(change)))
    assert list(worse(ROW, changed)) == []


@pytest.mark.parametrize("change", [{"seconds": 2.9}, {"memory": 120}, {"lines": 1100}])
def test_what_machines_and_taste_change(change: dict[str, Any]) -> None:
    """A little more time, memory or code is no worse."""
    assert list(worse(replace(ROW, **change), ROW)) == []


def test_not_measured() -> None:
    """What was left out is neither better nor worse, and stays as it was."""
    without = replace(ROW, mypy=None)
    assert list(worse(without, ROW)) == []
    assert filled(without, ROW) == ROW


def test_operations_that_are_there() -> None:
    """An operation is there whose query the document writes into the path."""
    all_ = Whole(operations=(("GET", "/a?b={b}"), ("GET", "/a?c={c}")), schemas=())
    tried = Tried(operations=[("GET", "/a")])
    assert judge(all_, Made(generated="strict"), tried).figures.operations == (1, 2)


def test_total() -> None:
    """Sums; of the memory the most."""
    rows = {"a": ROW, "b": replace(ROW, generated="no", memory=300, built=2)}
    total = table(rows).splitlines()[-1]
    cells = [cell.strip() for cell in total.strip("|").split("|")]
    assert cells == [
        *("total", "1 of 2", "yes", "yes", "2 failed", "16 of 16", "40 of 44"),
        *("", "", "0", "0", "6", "4.0", "300", "2000"),
    ]


def test_batches() -> None:
    """A large client is checked alone, small ones together, nothing not at all."""
    lines = {"a": 10_000, "b": 0, "c": 90_000, "d": 50_000, "e": 1_000}
    assert list(batches(lines)) == [["c"], ["d", "a"], ["e"]]


def test_the_page_is_that_of_the_figures() -> None:
    """docs/corpus.md shows what tests/corpus.json says, which is as it is written."""
    known = baseline.load()
    assert baseline.PAGE.read_text(encoding="utf-8") == baseline.page(known)
    assert baseline.FILE.read_text(encoding="utf-8") == baseline.text(known)
