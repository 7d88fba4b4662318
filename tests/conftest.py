"""What tests of every kind share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from sdkwright import pipeline
from standin import CONFIG, Generator
from trees import put

# How long an example takes says more of the machine than of the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
os.environ["SDKWRIGHT_CACHE"] = ""  # what a test makes is not known from before
# Each client of a test would read every authority that there is, and asks none of them.
os.environ.pop("SSL_CERT_FILE", None)
os.environ["SSL_CERT_DIR"] = os.devnull

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


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Generator:
    """A folder with two documents and a configuration; a stand-in for all stages."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"farm.yaml": "farm", "zoo.yaml": "zoo", "pyproject.toml": CONFIG})
    stand_in = Generator()
    monkeypatch.setattr(pipeline, "generate", stand_in.generate)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)  # it is not in other processes
    return stand_in
