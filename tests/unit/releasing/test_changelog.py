"""Sections of a change log."""

from __future__ import annotations

from sdkwright.compare.change import Change, Level
from sdkwright.releasing.changelog import section, with_section


def change(level: Level, code: str, message: str) -> Change:
    return Change(
        level=level, code=code, subject="client.a", message=message, why="why"
    )


def test_section() -> None:
    """Groups of Keep a Changelog; what breaks is marked, what nobody feels left out."""
    made = section(
        "2.0.0",
        "2026-01-02",
        [
            change(Level.BREAKING, "method-removed", "is gone"),
            change(Level.BREAKING, "required-argument-added", "'*b*' has to be given"),
            change(Level.MINOR, "method-added", "is new"),
            change(Level.MINOR, "deprecated", "is deprecated"),
            change(Level.PATCH, "documentation", "is described otherwise"),
        ],
        first=False,
    )
    assert made == (
        "## [2.0.0] - 2026-01-02\n\n"
        "### Added\n\n- `client.a` is new.\n\n"
        "### Changed\n\n- **Breaking:** `client.a` '\\*b\\*' has to be given; why.\n\n"
        "### Deprecated\n\n- `client.a` is deprecated.\n\n"
        "### Removed\n\n- **Breaking:** `client.a` is gone; why.\n"
    )


def test_sections_without_changes() -> None:
    """The first version, and one in which only the inside differs."""
    assert "- The first release." in section("1.0.0", "2026-01-02", [], first=True)
    assert "nothing that a program" in section("1.0.1", "2026-01-02", [], first=False)


def test_the_newest_stands_first() -> None:
    """What a person wrote stays; the same version once more takes its own place."""
    log = "# Changelog\n\nWords.\n\n## 1.0.0\n\n- Old.\n"
    once = with_section(log, "1.1.0", "## [1.1.0] - 2026-01-02\n\n- New.\n")
    assert once == (
        "# Changelog\n\nWords.\n\n"
        "## [1.1.0] - 2026-01-02\n\n- New.\n\n## 1.0.0\n\n- Old.\n"
    )
    twice = with_section(once, "1.1.0", "## [1.1.0] - 2026-01-03\n\n- Newer.\n")
    assert twice == once.replace("New.", "Newer.").replace("01-02", "01-03")
    assert with_section("", "1.0.0", "## [1.0.0]\n") == "## [1.0.0]\n"
    assert "## [1.0.0]\n" in with_section(twice, "1.0.0", "## [1.0.0]\n\n- Again.\n")
    assert "- Old." not in with_section(twice, "1.0.0", "## [1.0.0]\n\n- Again.\n")
