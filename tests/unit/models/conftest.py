"""The runtime of the templates, importable as `PACKAGE._core`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from unit.models.making import TEMPLATES, forget


@pytest.fixture(autouse=True)
def _clean_modules() -> Iterator[None]:
    """A package that one test rendered is not seen by the next."""
    yield
    forget()


sys.path.append(str(TEMPLATES / "sdk" / "src"))
