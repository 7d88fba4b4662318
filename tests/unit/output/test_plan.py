"""What is decided before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.output.lock import NAME
from sdkwright.output.paths import UnsafePathError
from sdkwright.output.plan import Change, is_yours
from sdkwright.output.write import write
from trees import codes, plan, planned, put, tree, without_lock


def test_a_new_folder(tmp_path: Path) -> None:
    """Where nothing is, everything is created, the lock too."""
    made = planned(tmp_path / "out", {"a": "1", "b/c": "2"})
    assert set(made.create) == {"a", "b/c", NAME}
    assert not made.change
    assert not made.delete
    assert made.same == ()


def test_four_groups(tmp_path: Path) -> None:
    """Each file is to be created, changed or deleted, or is right already."""
    write(planned(tmp_path, {"same": "1", "change": "2", "delete": "3"}))
    made = planned(tmp_path, {"same": "1", "change": "x", "create": "4"})
    assert dict(made.create) == {"create": "4"}
    assert made.change["change"] == Change(before=b"2", after="x")
    assert set(made.change) == {"change", NAME}
    assert dict(made.delete) == {"delete": b"3"}
    assert made.same == ("same",)


def test_nothing_to_do(tmp_path: Path) -> None:
    """The same files again make an empty plan."""
    write(planned(tmp_path, {"a": "1", "b/c": "2"}))
    assert planned(tmp_path, {"a": "1", "b/c": "2"}).is_empty


def test_a_generated_file_that_was_edited(tmp_path: Path) -> None:
    """What a user changes in a generated file is a difference, and is overwritten."""
    write(planned(tmp_path, {"a": "1"}))
    put(tmp_path, {"a": "edited"})
    made = planned(tmp_path, {"a": "1"})
    assert set(made.change) == {"a"}
    write(made)
    assert without_lock(tree(tmp_path)) == {"a": "1"}


def test_an_edit_is_told_before_it_is_lost(tmp_path: Path) -> None:
    """Not where generating leaves the file, and not what nobody has edited."""
    write(planned(tmp_path, {"a": "1", "b": "2", "c": "3", "d": "4"}))
    put(tmp_path, {"a": "edited", "b": "edited", "c": "4"})
    made, found = plan(tmp_path, {"a": "1", "c": "4", "d": "5"})
    assert made is not None
    assert [(each.code, each.span and each.span.file) for each in found] == [
        ("edited-file", (tmp_path / "a").as_posix()),
        ("edited-file", (tmp_path / "b").as_posix()),
    ]


def test_line_ends_of_a_checkout(tmp_path: Path) -> None:
    """What git has made CR LF of is neither written again nor told as an edit."""
    write(planned(tmp_path, {"a": "1\n2\n"}))
    put(tmp_path, {"a": "1\r\n2\r\n"})
    made, found = plan(tmp_path, {"a": "1\n2\n"})
    assert made is not None
    assert made.is_empty
    assert not codes(found)


def test_what_is_yours_and_of_no_use_any_more(tmp_path: Path) -> None:
    """A package that is called otherwise leaves the user's own code where it was."""
    write(planned(tmp_path, {"src/a/_custom/__init__.py": "", "src/a/x.py": "x"}))
    made, found = plan(tmp_path, {"src/b/_custom/__init__.py": "", "src/b/x.py": "x"})
    assert made is not None
    assert codes(found) == ["left-file"]
    write(made)
    assert "src/a/_custom/__init__.py" in tree(tmp_path)


def test_only_what_the_lock_owns_is_deleted(tmp_path: Path) -> None:
    """Hand-written files are not in the lock, so that they are not orphans."""
    write(planned(tmp_path, {"a": "1", "b": "2"}))
    put(tmp_path, {"mine.py": "x", "docs/mine.md": "y"})
    assert set(planned(tmp_path, {"a": "1"}).delete) == {"b"}


def test_an_orphan_that_is_gone_already(tmp_path: Path) -> None:
    """A file that the user has deleted needs no deletion."""
    write(planned(tmp_path, {"a": "1", "b": "2"}))
    (tmp_path / "b").unlink()
    assert not planned(tmp_path, {"a": "1"}).delete


def test_a_file_that_is_not_ours(tmp_path: Path) -> None:
    """A first generation into a folder in use destroys nothing, and says so."""
    put(tmp_path, {"README.md": "mine", "src/p.py": "mine too", "other": ""})
    made, found = plan(tmp_path, {"README.md": "x", "src/p.py": "y", "new": "z"})
    assert made is None
    assert codes(found) == ["not-ours", "not-ours"]
    files = [each.span.file for each in found if each.span]
    assert files == [(tmp_path / path).as_posix() for path in ("README.md", "src/p.py")]


def test_a_file_that_is_the_same_is_adopted(tmp_path: Path) -> None:
    """A lost lock does no harm where the files are what would be generated."""
    write(planned(tmp_path, {"a": "1", "b/c": "2"}))
    (tmp_path / NAME).unlink()
    made = planned(tmp_path, {"a": "1", "b/c": "2"})
    assert set(made.create) == {NAME}


def test_custom_files_are_made_once(tmp_path: Path) -> None:
    """A file below _custom is made where it is missing, and then left to its owner."""
    files = {"src/p/_custom/__init__.py": "start", "src/p/a.py": "1"}
    write(planned(tmp_path, files))
    put(tmp_path, {"src/p/_custom/__init__.py": "mine"})
    assert planned(tmp_path, files).is_empty
    write(planned(tmp_path, {"src/p/a.py": "2"}))
    assert tree(tmp_path)["src/p/_custom/__init__.py"] == "mine"
    (tmp_path / "src/p/_custom/__init__.py").unlink()
    assert set(planned(tmp_path, files).create) == {"src/p/_custom/__init__.py"}


def test_what_is_yours() -> None:
    """Only a folder of that name counts."""
    assert is_yours("src/p/_custom/__init__.py")
    assert is_yours("src/p/_custom/more/a.py")
    assert not is_yours("src/p/_custom.py")
    assert not is_yours("src/p/_customs/a.py")


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        ({"a/mine": ""}, {"a": "1"}),  # a folder where a file belongs
        ({"a": "mine"}, {"a/b/c": "1"}),  # a file where a folder belongs
    ],
)
def test_files_and_folders_in_each_others_way(
    there: dict[str, str], wanted: dict[str, str], tmp_path: Path
) -> None:
    """A user's folder is not replaced by a file, nor the other way round."""
    put(tmp_path, there)
    made, found = plan(tmp_path, wanted)
    assert made is None
    assert codes(found) == ["not-ours"]


def test_our_own_file_makes_way_for_a_folder(tmp_path: Path) -> None:
    """What was a file in the last output can be a folder in this one, and back."""
    write(planned(tmp_path, {"a": "1"}))
    write(planned(tmp_path, {"a/b/c": "2"}))
    assert without_lock(tree(tmp_path)) == {"a/b/c": "2"}


def test_the_output_is_a_file(tmp_path: Path) -> None:
    """A file in the place of the whole output is not replaced."""
    put(tmp_path, {"out": "mine"})
    made, found = plan(tmp_path / "out", {"a": "1"})
    assert made is None
    assert codes(found) == ["not-ours"]


def test_a_link_that_leads_out(tmp_path: Path) -> None:
    """Nothing is written through a link that leaves the output folder."""
    (tmp_path / "elsewhere").mkdir()
    root = tmp_path / "out"
    put(root, {"x": "mine"})
    (root / "src").symlink_to(tmp_path / "elsewhere")
    made, found = plan(root, {"src/a": "1"})
    assert made is None
    assert codes(found) == ["leads-outside"]


def test_an_orphan_behind_a_link_that_leads_out(tmp_path: Path) -> None:
    """Nothing is deleted through such a link either."""
    root = tmp_path / "out"
    write(planned(root, {"src/a": "1", "b": "2"}))
    (root / "src").rename(tmp_path / "moved")
    (root / "src").symlink_to(tmp_path / "moved")
    made, found = plan(root, {"b": "2"})
    assert made is None
    assert codes(found) == ["leads-outside"]


@pytest.mark.parametrize("path", ["../a", "/a", "con.py", "a/../../b"])
def test_an_unsafe_path_is_our_bug(path: str, tmp_path: Path) -> None:
    """Names are made safe long before; what is not safe here must not go on."""
    with pytest.raises(UnsafePathError):
        plan(tmp_path, {path: "1"})
