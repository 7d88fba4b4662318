"""What is rendered is clean to the strictest type checkers, and so is its user."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sdkwright.ir.types import Kind, List, Map, Scalar, Tuple
from unit.models.making import (
    NUMBER,
    TEXT,
    WHOLE,
    api,
    field,
    model,
    operation,
    rendered,
    write_package,
)
from unit.models.test_modules import RING
from unit.models.test_rendered import RECURSIVE, ZOO

HIDING = model(
    "Hiding",
    *map(field, ("list", "str", "dict", "int", "float", "bool", "bytes", "property")),
    field("date", Scalar(Kind.DATE)),
    field("datetime", Scalar(Kind.DATE_TIME)),
    field("day", Scalar(Kind.DATE)),
    field("decimal", Scalar(Kind.DECIMAL)),
    field("uuid", Scalar(Kind.UUID)),
    field("data", List(Scalar(Kind.BYTES))),
    field("names", Map(List(TEXT))),
    field("counts", Tuple((WHOLE, NUMBER, Scalar(Kind.BOOLEAN)))),
    extra=TEXT,
)
SCORES = model("Scores", field("name"), extra=Scalar(Kind.DATE))
RINGS = tuple(each for each in RING if each.origin.label != "Kind")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with models of every shape, and the programs that use it."""
    made = tmp_path_factory.mktemp("typed")
    several = (*ZOO, *RECURSIVE, *RINGS, HIDING, SCORES)
    ways = [operation(sends="Keeper", answers="Keeper")]
    write_package(made, rendered(api(*several, operations=ways)))
    for name in ("program", "mistakes"):
        shutil.copy(Path(__file__).with_name(f"{name}.txt"), made / f"{name}.py")
    return made


def check(folder: Path, *command: str) -> str:
    """What a checker says, the mistakes that it is to find included."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True
    )
    return done.stdout


def found(said: str) -> tuple[set[int], list[str]]:
    """The lines of the mistakes that were found, and every other error."""
    errors = [
        line for line in said.splitlines() if "error:" in line or " - error" in line
    ]
    mistakes = [line for line in errors if "mistakes.py" in line]
    numbers = (re.search(r"mistakes\.py:(\d+)", line) for line in mistakes)
    lines = {int(number[1]) for number in numbers if number}
    return lines, [line for line in errors if line not in mistakes]


def wrong_lines() -> set[int]:
    text = Path(__file__).with_name("mistakes.txt").read_text(encoding="utf-8")
    return {
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if line.endswith("# wrong")
    }


@pytest.mark.slow
def test_mypy(folder: Path) -> None:
    """`mypy --strict` finds the user's mistakes and nothing else."""
    said = check(folder, "mypy", "--strict", "--no-incremental", ".")
    assert found(said) == (wrong_lines(), []), said


@pytest.mark.slow
def test_pyright(folder: Path) -> None:
    """pyright in strict mode finds the user's mistakes and nothing else."""
    config = {"typeCheckingMode": "strict", "include": ["."]}
    (folder / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    said = check(folder, "pyright", "--pythonpath", sys.executable)
    assert found(said) == (wrong_lines(), []), said


def test_the_program_runs(folder: Path) -> None:
    """What type-checks also works."""
    done = subprocess.run(
        [sys.executable, "program.py"], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
