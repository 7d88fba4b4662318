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
from pathlib import Path

import golden
import pytest

ROOT = Path(__file__).parents[1]
JULEP = ROOT / "generated" / "julep" / "src"
PROGRAMS = ROOT / "tests" / "programs"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every generated package, and the programs."""
    made = tmp_path_factory.mktemp("typed")
    for feature in golden.features():
        files = {
            path.removeprefix("src/"): text
            for path, text in _whole(feature).items()
            if path.startswith("src/")
        }
        golden.write_tree(made / feature, files)
        (made / feature / feature).rename(made / f"_{feature}")
        (made / feature).rmdir()
        (made / f"_{feature}").rename(made / feature)
    golden.write_tree(made / "julep", golden.read_tree(JULEP / "julep"))
    programs = {program.name: program for program in PROGRAMS.glob("*.py")}
    for program in golden.FEATURES.glob("*/program.txt"):
        programs[f"{program.parent.name}_program.py"] = program
    for name, program in programs.items():
        (made / name).write_text(program.read_text("utf-8"), "utf-8")
    return made


def _whole(feature: str) -> dict[str, str]:
    own = golden.yours(golden.FEATURES / feature / "expected")
    return {**golden.whole(feature), **own}


@pytest.mark.slow
def test_mypy(folder: Path) -> None:
    """`mypy --strict` finds nothing."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_pyright(folder: Path) -> None:
    """pyright in strict mode finds nothing.

    A file of the runtime is read once: mypy reads it in every package.
    """
    config = {"typeCheckingMode": "strict", "exclude": _again(folder)}
    (folder / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def _again(folder: Path) -> list[str]:
    """Files whose text, beside the same names, has stood in a package before."""
    seen: set[tuple[str, ...]] = set()
    again: list[str] = []
    for path in sorted(folder.glob("*/_core/*.py")):
        text = (path.name, path.read_text(encoding="utf-8"))
        if text in seen:
            again.append(path.relative_to(folder).as_posix())
        seen.add(text)
    return again


def test_no_comment_silences_a_checker(folder: Path) -> None:
    """No `type: ignore`, no `pyright:` and no `noqa` in what is generated."""
    silenced = [
        path
        for path in folder.rglob("*.py")
        for mark in ("type: ignore", "pyright:", "noqa")
        if mark in path.read_text(encoding="utf-8")
    ]
    assert silenced == []
