"""Nothing is written or deleted outside the output folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.output.paths import UnsafePathError, check_path, leads_outside, parents


@pytest.mark.parametrize(
    "path",
    [
        "a",
        "src/pets/_core/http.py",
        ".gitignore",
        "docs/consumer.md",
        "a..b/c",
        "nulls.py",
    ],
)
def test_plain_paths_pass(path: str) -> None:
    """A relative path of plain names is given back as it is."""
    assert check_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "../a", "a/../b", "a/./b", "./a", "a//b", "a/"),
        *("C:/a", "a\\b", "\\\\host\\a", "a:b", "a\0b", "a\nb", "a?", "a*"),
        *("con", "a/NUL.py", "aux.txt", "com1", "models/Lpt9.py", "conin$"),
        *("a ", "a.", "a./b", "..."),
    ],
)
def test_other_paths_are_refused(path: str) -> None:
    """What leaves the folder, or names nothing a file can be called, is refused."""
    with pytest.raises(UnsafePathError):
        check_path(path)


def test_links_that_lead_outside_are_seen(tmp_path: Path) -> None:
    """A link counts by where it leads, wherever on the way it stands."""
    root = tmp_path / "out"
    (root / "inside").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (root / "away").symlink_to(tmp_path / "elsewhere")
    (root / "near").symlink_to(root / "inside")
    (root / "broken").symlink_to("/nowhere/at/all")
    assert leads_outside(root, "away/a.py")
    assert leads_outside(root, "away")
    assert leads_outside(root, "broken")
    assert not leads_outside(root, "near/a.py")
    assert not leads_outside(root, "inside/a.py")
    assert not leads_outside(root, "new/folder/a.py")


def test_the_root_may_be_a_link(tmp_path: Path) -> None:
    """The output folder is where the user says, link or not."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert not leads_outside(tmp_path / "link", "a/b.py")


def test_parents_come_nearest_first() -> None:
    """The folders on the way to a file, without the output folder itself."""
    assert parents("a/b/c.py") == ("a/b", "a")
    assert parents("c.py") == ()
