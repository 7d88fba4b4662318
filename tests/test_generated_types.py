"""What is generated is clean to the strictest type checkers, and so are its users.

All of it is checked in one folder, once by each checker: the goldens with their
runtime, the Julep client, and programs that call every one of its methods or, as
`program.txt` beside a feature's document, show what its types are. None
of it holds a comment that silences a checker.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import golden
import pytest
from runtimes import Runtimes

ROOT = Path(__file__).parents[1]
JULEP = ROOT / "generated" / "julep" / "src" / "julep"
PROGRAMS = ROOT / "tests" / "programs"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every generated package, and the programs.

    The runtime stands beside them, once for each HTTP library.
    """
    made = tmp_path_factory.mktemp("typed")
    runtimes = Runtimes()
    for package, files in packages():
        golden.write_tree(made / package, runtimes.without(package, files))
    runtimes.write(made)
    for name, text in programs():
        (made / name).write_text(runtimes.program(text), "utf-8")
    return made


def packages() -> Iterator[tuple[str, dict[str, str]]]:
    """The modules of every package by their path in it, and its name."""
    for feature in golden.features():
        inside = f"src/{feature}/"
        yield feature, {
            path.removeprefix(inside): text
            for path, text in golden.whole(feature).items()
            if path.startswith(inside)
        }
    yield "julep", golden.read_tree(JULEP)


def programs() -> Iterator[tuple[str, str]]:
    """The programs of users by the names of their files."""
    for path in PROGRAMS.glob("*.py"):
        yield path.name, path.read_text(encoding="utf-8")
    for path in golden.FEATURES.glob("*/program.txt"):
        yield f"{path.parent.name}_program.py", path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_mypy(folder: Path) -> None:
    """`mypy --strict` finds nothing."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_pyright(folder: Path) -> None:
    """pyright in strict mode finds nothing."""
    config = {"typeCheckingMode": "strict"}
    (folder / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_no_comment_silences_a_checker(folder: Path) -> None:
    """No `type: ignore`, no `pyright:` and no `noqa` in what is generated."""
    silenced = [
        path
        for path in folder.rglob("*.py")
        for mark in ("type: ignore", "pyright:", "noqa")
        if mark in path.read_text(encoding="utf-8")
    ]
    assert silenced == []
