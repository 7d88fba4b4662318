"""The version of a distribution is one that Python's tools take."""

from __future__ import annotations

import re

import pytest
from packaging.version import VERSION_PATTERN, Version
from sdkwright.diagnostics import Diagnostics
from sdkwright.python.names.versions import version_of


@pytest.mark.parametrize(
    "said", ["1.0", "v2", "10", "1.0.0-rc.1", "1.0.0-beta", "1!2.0.post1.dev3+a.1"]
)
def test_a_version_stays(said: str) -> None:
    """What they take is as the document has it."""
    found = Diagnostics()
    assert version_of(said, found) == said
    assert Version(said)
    assert not found


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("2026-01-02", "2026.1.2"),
        ("2026-01-02.stable", "2026.1.2"),
        ("1.0.0-oas3", "1.0.0"),
        ("v1_internal", "1"),
        ("5134cbc", "0.0.0"),
        ("latest", "0.0.0"),
        ("1-" + "9" * 5000 + "-x", "1." + "9" * 5000),
        ("\u0661", "0.0.0"),
    ],
)
def test_any_other_text_gives_its_numbers(said: str, version: str) -> None:
    """With a warning, as the document said something else."""
    found = Diagnostics()
    assert version_of(said, found) == version
    assert re.fullmatch(VERSION_PATTERN, version, re.X)
    assert [each.code for each in found] == ["unusual-version"]


def test_no_version() -> None:
    """Nothing said is nothing lost."""
    found = Diagnostics()
    assert version_of("", found) == "0.0.0"
    assert not found
