"""The type checkers see the distribution and its tests, each on its own."""

from __future__ import annotations

from pathlib import Path

from corpus.checking import mypy, pyright
from trees import put

GOOD = "def double(number: int) -> int:\n    return 2 * number\n"
BAD = "def double(number):\n    return 2 * number\n"
CALL = "from zoo import double\n\nprint(double('a'))\n"


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    """In the code and in the tests, which import what stands beside them."""
    put(tmp_path / "fine", {"src/zoo/__init__.py": GOOD})
    put(tmp_path / "code", {"src/zoo/__init__.py": BAD})
    put(tmp_path / "tests", {"src/zoo/__init__.py": GOOD, "tests/test_a.py": CALL})
    found = pyright(tmp_path, ["fine", "code", "tests"])
    cache = tmp_path / "cache"
    for name, file in {
        "code": "src/zoo/__init__.py",
        "tests": "tests/test_a.py",
    }.items():
        assert found[name]
        assert all(each.startswith(f"{name}/{file}") for each in found[name])
        (error,) = mypy(tmp_path / name, cache)
        assert error.startswith(file)
    assert found["fine"] == mypy(tmp_path / "fine", cache) == []
