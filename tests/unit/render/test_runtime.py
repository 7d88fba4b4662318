"""An SDK gets the files of the runtime that it imports, and those that they import."""

from __future__ import annotations

import pytest
from sdkwright.render.runtime import runtime

ONE = "from ._core.overloads import overloaded\n"
ALIASES = "    from .._core import facades as _facades, overloads as _overloads\n"
LISTED = """\
from ._core import (
    facades as _facades,
    overloads as _overloads,
)
"""


@pytest.mark.parametrize("text", [ONE, ALIASES, LISTED])
def test_every_name_of_an_import_counts(text: str) -> None:
    """However the import is written; `facades` imports `responses` in turn."""
    files = runtime({"src/pets/client.py": text}, "pets", "httpx2")
    names = {path.rpartition("/")[2] for path in files}
    assert {"facades.py", "overloads.py", "responses.py"} <= names
    assert "paging.py" not in names


def test_only_python_counts() -> None:
    """A page may speak of a file that the SDK has not."""
    files = runtime({"docs/client.md": ONE}, "pets", "httpx2")
    assert list(files) == ["src/pets/_core/__init__.py"]


@pytest.mark.parametrize(
    "text", ["from .game_core import GameCore\n", '"""See ._core.nowhere for it."""\n']
)
def test_what_only_looks_like_an_import(text: str) -> None:
    """A module of the API's own that ends alike; a description that speaks of one."""
    files = runtime({"src/pets/client.py": text}, "pets", "httpx2")
    assert list(files) == ["src/pets/_core/__init__.py"]
