"""What tests of every kind share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
JULEP = ROOT / "generated" / "julep" / "src"


@pytest.fixture(scope="module")
def julep_on_path() -> Iterator[None]:
    """`import julep` gives the generated package, and is forgotten afterwards."""
    hidden = _take_out("julep")
    sys.path.insert(0, str(JULEP))
    yield
    sys.path.remove(str(JULEP))
    _take_out("julep")
    sys.modules.update(hidden)


def _take_out(package: str) -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name.split(".")[0] == package]
    return {name: sys.modules.pop(name) for name in names}
