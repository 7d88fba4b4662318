"""Breaking or not, as independent judges see it: griffe, and mypy on an old program.

For every mutation both SDKs are made. Griffe compares them, and mypy checks a program
of the old SDK against the new one: where either objects, a change is breaking.
Where neither does and a change is breaking all the same, it is told here why.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import griffe
import pytest
from mypy import api as mypy
from runtimes import Runtimes
from sdkwright.config import Target
from sdkwright.python.build import build_views
from sdkwright.render.files import render_code
from sdkwright.render.models import render_models
from sdkwright.render.runtime import runtime
from sdkwright.understanding import understand
from trees import put

from .mutations import MUTATIONS, PROGRAM, ZOO

# What breaks and is in no signature.
AT_RUN_TIME = {
    "error removed": "the body of an error is typed by what a program knows",
    "body of an error unknown": "the body of an error is typed by what a program knows",
    "body of an error retyped": "the body of an error is typed by what a program knows",
    "rule of an argument tightened": "values are checked when a call is made",
    "pattern of an argument changed": "values are checked when a call is made",
    "rule of a request tightened": "values are checked when a call is made",
    "rule of what an argument holds tightened": "values are checked by the server",
    "header of an answer removed": "headers are read by name, whatever there is",
    "credentials asked for": "which credentials a call needs is found when it is made",
}


Modules = Mapping[str, str]


def package(folder: Path, document: str, before: Modules) -> tuple[Modules, Modules]:
    """The package of a document by path; and the names that the next one keeps."""
    put(folder, {"zoo.yaml": document})
    target = Target(name="zoo", spec=folder / "zoo.yaml", output=folder / "out")
    named = understand(target, before=before).named
    assert named is not None
    api, names = named.api, named.names
    files = render_models(api, names, target)
    files |= render_code(build_views(api, names, target))
    files |= runtime(files, names.package, target.http_library)
    modules = {at[4:]: text for at, text in files.items() if at.startswith("src/")}
    return modules, names.given


def load(folder: Path, modules: Modules) -> griffe.Module:
    """A package as griffe has it, less the runtime, which is the same in all."""
    put(folder, {at: modules[at] for at in modules if "/_core/" not in at})
    loaded = griffe.load("zoo", search_paths=[folder], allow_inspection=False)
    assert isinstance(loaded, griffe.Module)
    return loaded


def told_by_griffe(old: griffe.Module, folder: Path, modules: Modules) -> list[str]:
    """What breaks between two packages."""
    try:
        new = load(folder, modules)
    except ModuleNotFoundError:
        return ["there is no such package"]
    found = griffe.find_breaking_changes(old, new)
    return [f"{each.kind.name} {each.obj.path}" for each in found]


def told_by_mypy(folder: Path, several: Sequence[Modules]) -> dict[int, list[str]]:
    """What is wrong with the old program in each of several packages, by its place.

    All are checked at once, each under a name of its own.
    """
    runtimes = Runtimes()
    for number, modules in enumerate(several):
        name = f"zoo_{number}"
        inside = {at.partition("/")[2]: text for at, text in modules.items()}
        put(folder / name, runtimes.without(name, inside))
        put(folder, {f"program_{number}.py": re.sub(r"\bzoo\b", name, PROGRAM)})
    runtimes.write(folder)
    programs = [f"program_{number}.py" for number in range(len(several))]
    out, err, _ = mypy.run(
        ["--strict", "--no-error-summary", f"--cache-dir={os.devnull}", *programs]
    )
    assert err == ""
    found: dict[int, list[str]] = defaultdict(list)
    for line in out.splitlines():
        place = re.match(r"(?:program|zoo)_(\d+)\b", line)
        assert place is not None, line
        found[int(place[1])].append(line)
    return found


@pytest.mark.slow
def test_the_judges_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No breaking change is missed; each false alarm is one of those told above."""
    monkeypatch.chdir(tmp_path)
    first, names = package(tmp_path, ZOO, {})
    old = load(tmp_path / "old", first)
    changed = [package(tmp_path, each.document, names)[0] for each in MUTATIONS]
    by_mypy = told_by_mypy(tmp_path, [*changed, first])
    assert by_mypy.pop(len(changed), []) == [], "the program is right as it was"
    wrong: dict[str, list[str]] = {}
    for number, mutation in enumerate(MUTATIONS):
        found = told_by_griffe(old, tmp_path / f"new{number}", changed[number])
        found += by_mypy.get(number, [])
        breaks = any(each.startswith("breaking") for each in mutation.expected)
        if breaks != (bool(found) or mutation.name in AT_RUN_TIME):
            wrong[mutation.name] = found
    assert wrong == {}
    assert AT_RUN_TIME.keys() <= {mutation.name for mutation in MUTATIONS}
