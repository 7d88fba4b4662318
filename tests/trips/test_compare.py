"""What is the same, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from trips.compare import difference


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (1, 1.0),
        ("2030-01-02T03:04:05Z", "2030-01-02T03:04:05+00:00"),
        ("2030-01-02T03:04:05.520Z", "2030-01-02T03:04:05.52Z"),
        ({"a": [None, {"b": True}]}, {"a": [None, {"b": True}]}),
    ],
)
def test_the_same(expected: Any, got: Any) -> None:
    assert difference(expected, got) is None


@pytest.mark.parametrize(
    ("expected", "got", "said"),
    [
        (1, True, "1 became True"),
        (1, "1", "became"),
        (None, {}, "became"),
        ("2030-01-02T03:04:05Z", "2030-01-02T04:04:05+01:00", "became"),
        ("2030-01-02", "2030-01-02T00:00:00Z", "became"),
        ([1, 2], [1], "/: 2 items became 1"),
        ({"a": {"b": 1}}, {"a": {}}, "/a: lost {'b': 1}"),
        ({"a": {}}, {"a": {"b": 1}}, "added {'b': 1}"),
    ],
)
def test_not_the_same(expected: Any, got: Any, said: str) -> None:
    assert said in str(difference(expected, got))
