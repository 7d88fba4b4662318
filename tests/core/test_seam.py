"""The HTTP library is imported in one place, so that one line chooses it."""

from __future__ import annotations

import re
from pathlib import Path

from library import LIBRARY, httpx
from PACKAGE._core import connection, http, observe, responses

CORE = Path(__file__).parents[2] / "templates/sdk/src/PACKAGE/_core"
IMPORT = re.compile(r"^\s*(?:import|from) (?:httpx2?|httpcore2?)\b", re.MULTILINE)


def test_one_place() -> None:
    """No other file of the runtime names an HTTP library to import it."""
    files = sorted(CORE.glob("*.py"))
    assert [each.name for each in files if IMPORT.search(each.read_text())] == [
        "http.py"
    ]


def test_the_library_under_test() -> None:
    """What the runtime works with is what HTTP_LIBRARY says."""
    used = {vars(each)["httpx"] for each in (http, connection, observe, responses)}
    assert used == {httpx}
    assert httpx.__name__ == LIBRARY
