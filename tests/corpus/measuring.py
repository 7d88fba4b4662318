"""Measures one document: each step in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sdkwright.pointer import ROOT, child

from .counting import Whole, whole
from .documents import Document
from .figures import Figures
from .making import Made
from .proving import Proved
from .travelling import Travelled
from .trying import Tried

TESTS = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a document, and what went wrong, in words."""

    figures: Figures
    wrong: tuple[str, ...] = ()

    def checked(self, checker: str, errors: Sequence[str]) -> Measured:
        """The same with what a type checker has found."""
        count: dict[str, Any] = {checker: len(errors)}
        return Measured(replace(self.figures, **count), (*self.wrong, *errors))


def measure(document: Document, output: Path, *, trips: bool) -> Measured:
    """Generate a document into a folder, and try what has come out."""
    made = _made(document, output)
    if not made.lines:
        return judge(whole(document.spec), made, Tried())
    measured = judge(whole(document.spec), made, _tried(output, made.package))
    proved = _proved(output)
    figures = replace(measured.figures, tests=(proved.passed, proved.of))
    measured = Measured(figures, (*measured.wrong, *proved.wrong))
    if not trips:
        return measured
    made_trips = _travelled(document, output, made.package)
    figures = replace(measured.figures, trips=(made_trips.passed, made_trips.of))
    return Measured(figures, (*measured.wrong, *made_trips.wrong))


def judge(all_: Whole, made: Made, tried: Tried) -> Measured:
    """Put together what the steps have found."""
    operations = _lost_operations(all_, made, tried)
    schemas = _lost_schemas(all_, made, tried)
    return Measured(
        figures=Figures(
            generated=made.generated,
            compiled=len(tried.compiled),
            imported=len(tried.imported),
            built=len(tried.built),
            operations=(len(all_.operations) - len(operations), len(all_.operations)),
            schemas=(len(all_.schemas) - len(schemas), len(all_.schemas)),
            warnings=made.warnings,
            seconds=made.seconds,
            memory=made.memory,
            lines=made.lines,
        ),
        wrong=(
            *made.crash.splitlines()[-1:],
            *(f"lost: {each}" for each in (*operations, *schemas)),
            *(f"not compiled: {each}" for each in tried.compiled),
            *(f"not imported: {each}" for each in tried.imported),
            *(f"not built: {each}" for each in tried.built),
        ),
    )


def _lost_operations(all_: Whole, made: Made, tried: Tried) -> list[str]:
    """Those that no method calls and no warning names."""
    there = Counter(tuple(each) for each in tried.operations)
    lost: list[str] = []
    for method, path in all_.operations:
        sent = path.partition("#")[0]  # what follows is for readers
        sent = sent if sent.startswith("/") else f"/{sent}"
        # A query that is written into the path is its parameters'.
        keys = [(method, each) for each in (sent, sent.partition("?")[0])]
        at = child(ROOT, "paths", path, method.lower())
        if key := next((each for each in keys if there[each]), None):
            there[key] -= 1
        elif at not in made.named:
            lost.append(f"{method} {path}")
    return lost


def _lost_schemas(all_: Whole, made: Made, tried: Tried) -> list[str]:
    """Those that no type stands for and no warning names."""
    types = set(tried.types)
    return [
        name
        for name in all_.schemas
        if not types.intersection(made.schemas.get(name, ()))
        and not made.named.intersection(
            (
                child(ROOT, "components", "schemas", name),
                child(ROOT, "definitions", name),
            )
        )
    ]


def _made(document: Document, output: Path) -> Made:
    try:
        return Made.read(_process("making", document.spec, document.root, output))
    except EndedError as error:
        return Made(generated="no", crash=str(error))


def _tried(output: Path, package: str) -> Tried:
    try:
        return Tried(**_process("trying", output, package))
    except EndedError as error:
        return Tried(imported=[str(error)])


def _proved(output: Path) -> Proved:
    try:
        return Proved(**_process("proving", output))
    except EndedError as error:
        return Proved(0, 1, [str(error)])


def _travelled(document: Document, output: Path, package: str) -> Travelled:
    try:
        return Travelled(**_process("travelling", output, package, document.spec))
    except EndedError as error:
        return Travelled(0, len(whole(document.spec).operations), (str(error),))


class EndedError(Exception):
    """A process that has not lived to print what it found."""


def _process(step: str, *arguments: object) -> dict[str, Any]:
    """What a step prints.

    Raises:
        EndedError: It was killed, for want of memory perhaps.
    """
    command = [sys.executable, "-m", f"corpus.{step}", *map(str, arguments)]
    run = subprocess.run(command, cwd=TESTS, capture_output=True, text=True)
    if run.returncode:
        raise EndedError(f"{step} ended with {run.returncode}: {run.stderr[-1000:]}")
    made: dict[str, Any] = json.loads(run.stdout)
    return made
