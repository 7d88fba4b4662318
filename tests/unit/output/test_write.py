"""A plan carried out: the folder holds what it should, and nothing else has changed."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.output import write as writing
from sdkwright.output.lock import NAME
from sdkwright.output.unfinished import JOURNAL, STAGE, is_unfinished
from sdkwright.output.write import JournalError, recover, write
from trees import Tree, plan, planned, put, tree, without_lock


def written_when(path: Path) -> tuple[int, int, int]:
    """What tells a file that was written again; not when it was last read."""
    found = path.stat()
    return (found.st_ino, found.st_mtime_ns, found.st_ctime_ns)


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)


def _fits(files: Tree) -> bool:
    """Whether no file stands where another one needs a folder."""
    return not any(b.startswith(f"{a}/") for a in files for b in files)


TREES = st.dictionaries(PATHS, st.sampled_from("123"), max_size=6).filter(_fits)


@given(old=TREES, new=TREES, mine=TREES)
def test_new_files_and_mine(old: Tree, new: Tree, mine: Tree) -> None:
    """Whatever stood there: our files are the new ones, the user's are untouched."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "out"
        write(planned(root, old))
        mine = {path: text for path, text in mine.items() if _fits({path: "", **old})}
        mine = {path: text for path, text in mine.items() if path not in old}
        put(root, mine)
        before = tree(root)
        made, found = plan(root, new)
        if made is None:
            assert found.has_errors
            assert tree(root) == before
            return
        write(made)
        assert without_lock(tree(root)) == {**mine, **new}
        assert planned(root, new).is_empty


def test_nothing_to_do_touches_nothing(tmp_path: Path) -> None:
    """An empty plan does not even touch the times of the files."""
    write(planned(tmp_path / "out", {"a": "1"}))
    both = (tmp_path / "out" / "a", tmp_path / "out")
    before = [written_when(each) for each in both]
    write(planned(tmp_path / "out", {"a": "1"}))
    assert [written_when(each) for each in both] == before


def test_same_files_keep_their_times(tmp_path: Path) -> None:
    """A file that stays as it is is not written again."""
    write(planned(tmp_path, {"a": "1", "b": "2"}))
    before = written_when(tmp_path / "a")
    write(planned(tmp_path, {"a": "1", "b": "3"}))
    assert written_when(tmp_path / "a") == before


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_modes_are_the_users_own(mask: int, tmp_path: Path) -> None:
    """Files and folders get the modes that any program's would get."""
    before = os.umask(mask)
    try:
        for new in ("1", "2"):
            write(planned(tmp_path / "out", {"a/b": new}))
            for path, mode in (("a/b", 0o666), ("a", 0o777), ("", 0o777)):
                found = stat.S_IMODE((tmp_path / "out" / path).stat().st_mode)
                assert found == mode & ~mask
    finally:
        os.umask(before)


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """No stage stays, in the folder or beside it."""
    write(planned(tmp_path / "out", {"a": "1"}))
    write(planned(tmp_path / "out", {"a": "2"}))
    assert set(tree(tmp_path)) == {"out/a", f"out/{NAME}"}


def test_the_output_may_be_a_link(tmp_path: Path) -> None:
    """A link in the place of the output stays one; the folder behind it is written."""
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    write(planned(tmp_path / "out", {"a": "1"}))
    assert (tmp_path / "out").is_symlink()
    assert without_lock(tree(tmp_path / "real")) == {"a": "1"}


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system would refuse halfway is refused before the first change."""
    write(planned(tmp_path, {"a": "1", "b/c": "2"}))
    before = tree(tmp_path)

    def access(path: Path, mode: int) -> bool:
        return path.name != "b"

    monkeypatch.setattr(os, "access", access)
    with pytest.raises(PermissionError, match=r"b'$"):
        write(planned(tmp_path, {"a": "x", "b/c": "y"}))
    assert tree(tmp_path) == before


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room for the new texts: the old tree stays, with nothing beside it."""
    write(planned(tmp_path / "out", {"a": "1"}))
    before = tree(tmp_path)

    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "sync_tree", full)
    for made in (
        planned(tmp_path / "out", {"a": "2"}),
        planned(tmp_path / "x", {"a": ""}),
    ):
        with pytest.raises(OSError, match="No space"):
            write(made)
        assert tree(tmp_path) == before


def test_interrupted_halfway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while files are moved: they are all moved, then the interrupt goes on."""
    write(planned(tmp_path, {"a": "1", "b": "1"}))
    moved: list[str] = []
    replace = os.replace

    def interrupted(old: str, new: str) -> None:
        moved.append(new)
        if len(moved) == 2:
            raise KeyboardInterrupt
        replace(old, new)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(planned(tmp_path, {"a": "2", "b": "2"}))
    assert without_lock(tree(tmp_path)) == {"a": "2", "b": "2"}
    assert not recover(tmp_path)


def test_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The output may be `.`, which has no name and no parent of its own."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for text in ("1", "2"):
        write(planned(Path(), {"a/b": text}))
        assert without_lock(tree(tmp_path)) == {
            "here/a/b": text,
            f"here/{NAME}": tree(tmp_path)[f"here/{NAME}"],
        }
        assert not recover(Path())


def test_nothing_to_recover(tmp_path: Path) -> None:
    """A folder that is whole, and one that is not there."""
    write(planned(tmp_path / "out", {"a": "1"}))
    assert not recover(tmp_path / "out")
    assert not recover(tmp_path / "none")


@pytest.mark.parametrize("path", ["../victim", "/victim", "link/victim"])
@pytest.mark.parametrize("part", ["delete", "move"])
def test_a_foreign_journal_cannot_reach_out(
    path: str, part: str, tmp_path: Path
) -> None:
    """A journal may come with a checkout from anywhere; it acts inside the folder."""
    put(tmp_path, {"victim": "alive"})
    root = tmp_path / "out"
    (root / STAGE).mkdir(parents=True)
    (root / "link").symlink_to(tmp_path)
    journal: dict[str, list[str]] = {"delete": [], "move": [], part: [path]}
    put(root / STAGE, {JOURNAL: json.dumps(journal), "0": "dead"})
    with pytest.raises(JournalError):
        recover(root)
    assert (tmp_path / "victim").read_text() == "alive"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"delete": 1, "move": 2}'])
def test_a_journal_that_makes_no_sense(text: str, tmp_path: Path) -> None:
    """It is refused, and nothing is touched."""
    put(tmp_path, {f"{STAGE}/{JOURNAL}": text, f"{STAGE}/0": "x"})
    before = tree(tmp_path)
    with pytest.raises(JournalError):
        recover(tmp_path)
    assert tree(tmp_path) == before


def test_what_a_user_put_into_the_stage_stays(tmp_path: Path) -> None:
    """Only what we made there ourselves is thrown away."""
    put(tmp_path, {f"{STAGE}/0": "ours", f"{STAGE}/notes.txt": "mine"})
    assert recover(tmp_path)
    assert tree(tmp_path) == {f"{STAGE}/notes.txt": "mine"}
    assert not is_unfinished(tmp_path)
