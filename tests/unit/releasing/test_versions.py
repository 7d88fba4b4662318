"""Which version comes next."""

from __future__ import annotations

import pytest
from sdkwright.releasing.plan import propose
from sdkwright.releasing.versions import Version, latest


@pytest.mark.parametrize(
    ("version", "bump", "expected"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.4"),
        ("0.2.3", "major", "0.3.0"),
        ("0.2.3", "minor", "0.2.4"),
        ("0.2.3", "patch", "0.2.4"),
    ],
)
def test_after(version: str, bump: str, expected: str) -> None:
    """One step, which is a smaller one before 1.0.0."""
    known = Version.of(version)
    assert known is not None
    assert str(known.after(bump)) == expected


@pytest.mark.parametrize(
    "text", ["1.2", "v1.2.3", "1.2.3rc1", "01.2.3", "", "1.2.3\n4"]
)
def test_no_versions(text: str) -> None:
    assert Version.of(text) is None


def test_latest() -> None:
    """By number and not by letter; what others have tagged is theirs."""
    tags = ["v1.9.0", "v1.10.0", "v2.0.0rc1", "zoo-v3.0.0", "nightly"]
    assert latest(tags, "v") == ("v1.10.0", Version(1, 10, 0))
    assert latest(tags, "zoo-v") == ("zoo-v3.0.0", Version(3, 0, 0))
    assert latest(tags, "farm-v") is None


def test_propose() -> None:
    """The first is what is said; nothing that differs is no release."""
    assert propose(None, (), "1.4.0", differs=True) == Version(1, 4, 0)
    assert propose(None, (), "2024-01", differs=True) == Version(0, 1, 0)
    last = ("v1.0.0", Version(1, 0, 0))
    assert propose(last, (), None, differs=False) is None
    assert propose(last, (), None, differs=True) == Version(1, 0, 1)
