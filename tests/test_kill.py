"""A process that is killed while it writes leaves the old tree or the new one.

What that means, exactly. The writer is killed before each of its changes of the
disk in turn (`os._exit`, so that no handler runs), also with the file that it was
about to write half written; or what it would leave is copied at each. Then

- right after the kill, with nothing repaired: every file that a user can see is
  whole, with its old or its new text; what is not ours is untouched;
- after `recover`, which `generate` and `check` call before anything else: the
  folder is the old tree or the new one, all of it, with nothing beside it. Which
  one it is, is decided at one change: killed before it, the old one, after it,
  the new one;
- a recovery that is killed too can be followed by another one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import killing
import pytest
from killing import write_new
from sdkwright.config import Target
from sdkwright.output.unfinished import STAGE
from sdkwright.output.write import recover, write
from sdkwright.pipeline import prepare
from trees import Tree, planned, put, tree

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a child process is needed"),
    # The child does nothing but file operations, and then it is gone.
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

OLD = {
    "README.md": "old",
    "src/p/client.py": "old client",
    "src/p/resources/pets.py": "gone",
    "src/p/resources/shops.py": "gone too",
    "src/p/_custom/__init__.py": "",
    "docs/pets.md": "same",
}
MINE = {"notes.txt": "mine", "src/p/_custom/__init__.py": "mine", "src/p/x/mine.py": ""}


def start_old(root: Path) -> None:
    """The old tree, with a user's files in it."""
    write(planned(root, OLD))
    put(root, MINE)


def start_nothing(root: Path) -> None:
    """A place where nothing is."""
    root.parent.mkdir(parents=True, exist_ok=True)


def start_empty(root: Path) -> None:
    """A folder without a file."""
    root.mkdir(parents=True)


Start = Callable[[Path], None]
STARTS = [start_old, start_nothing, start_empty]


def kills(start: Start, folder: Path, *, torn: bool) -> list[Path]:
    """The outputs of writers that were killed, each at one change later."""
    root = folder / "living" / "out"
    start(root)
    found = killing.moments(write_new, root, folder / "killed", torn=torn)
    assert len(found) > 20, "far fewer changes than there are files"
    return found


def both_trees(start: Start, folder: Path) -> tuple[Tree, Tree]:
    """What stands there before a writer, and after one that is not killed."""
    root = folder / "whole" / "out"
    start(root)
    before = tree(root.parent)
    write_new(root)
    return before, tree(root.parent)


def test_the_dead_leave_what_is_seen_of_the_living(tmp_path: Path) -> None:
    """A process that is really killed, at each change: the others need not be."""
    seen = kills(start_old, tmp_path, torn=True)
    for at, root in enumerate(seen, start=1):
        killed = tmp_path / f"again{at}" / "out"
        start_old(killed)
        assert killing.run(write_new, killed, at, torn=True) == (at < len(seen))
        assert tree(killed.parent) == tree(root.parent)
        recover(killed)  # waits for nobody


@pytest.mark.parametrize("torn", [False, True])
@pytest.mark.parametrize("start", STARTS)
def test_old_or_new_after_recovery(start: Start, torn: bool, tmp_path: Path) -> None:
    """Killed at any change, the next command finds the old tree or the new one."""
    old, new = both_trees(start, tmp_path)
    assert old != new
    is_new: list[bool] = []
    for root in kills(start, tmp_path, torn=torn):
        recover(root)
        found = tree(root.parent)
        assert found in (old, new)
        is_new.append(found == new)
        assert not recover(root)
    assert is_new == sorted(is_new), "once it is the new tree, it stays the new one"
    assert not is_new[0]
    assert is_new[-1]


@pytest.mark.parametrize("start", STARTS)
def test_every_file_is_whole_at_any_moment(start: Start, tmp_path: Path) -> None:
    """With nothing repaired, no reader sees half a file, and a user's file is there."""
    old, new = both_trees(start, tmp_path)
    for root in kills(start, tmp_path, torn=True):
        seen = {
            path: text
            for path, text in tree(root.parent).items()
            if STAGE not in path and not path.endswith("/")
        }
        assert all(
            text in (old.get(path), new.get(path)) for path, text in seen.items()
        )
        kept = {path for path in old if path in new and not path.endswith("/")}
        assert kept <= seen.keys()


def test_a_recovery_that_is_killed(tmp_path: Path) -> None:
    """Killed in recovery as well, the one after it still finds old or new."""
    old, new = both_trees(start_old, tmp_path)
    for number, root in enumerate(kills(start_old, tmp_path, torn=False)):
        folder = tmp_path / f"recovered{number}"
        for again in killing.moments(recover, root, folder, torn=True):
            recover(again)
            assert tree(again.parent) in (old, new)


def test_a_command_recovers_first(tmp_path: Path) -> None:
    """Preparing a target, which every command does, finishes what was begun."""
    _, new = both_trees(start_old, tmp_path)
    halfway = [
        root
        for root in kills(start_old, tmp_path, torn=False)
        if (root / STAGE / "journal.json").exists()
    ]
    assert len(halfway) > 5
    for root in halfway:
        prepare(Target(name="p", spec=root / "none.yaml", output=root))
        assert tree(root.parent) == new
