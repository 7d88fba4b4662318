"""Breaking or not, as independent judges see it: griffe, and mypy on an old program.

For every mutation both SDKs are made. Griffe compares them, and mypy checks a program
of the old SDK against the new one: where either objects, a change is breaking.
Where neither does and a change is breaking all the same, it is told here why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import griffe
import pytest
from mypy import api as mypy
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


def write(folder: Path, document: str, before: Mapping[str, str]) -> Mapping[str, str]:
    """Make the SDK's package; the names that the next one keeps.

    A file that stays as it is is not touched, so that mypy need not read it again.
    """
    put(folder, {"zoo.yaml": document})
    target = Target(name="zoo", spec=folder / "zoo.yaml", output=folder / "out")
    named = understand(target, before=before).named
    assert named is not None
    api, names = named.api, named.names
    files = render_models(api, names, target)
    files |= render_code(build_views(api, names, target))
    files |= runtime(files, names.package, target.http_library)
    kept = {path[4:]: text for path, text in files.items() if path.startswith("src/")}
    for path in folder.rglob("*.py"):
        name = path.relative_to(folder).as_posix()
        if name != "program.py" and kept.get(name) != path.read_text(encoding="utf-8"):
            path.unlink()
    put(folder, {at: text for at, text in kept.items() if not (folder / at).exists()})
    return names.given


def objections(old: griffe.Module, folder: Path, cache: Path) -> Iterator[str]:
    """What the judges have against the package in a folder."""
    try:
        new = load(folder)
    except griffe.GriffeError:
        yield "there is no such package"
        return
    for each in griffe.find_breaking_changes(old, new):
        yield f"{each.kind.name} {each.obj.path}"
    program = str(folder / "program.py")
    out, err, status = mypy.run(
        ["--strict", "--no-error-summary", "--cache-dir", str(cache), program]
    )
    assert err == ""
    yield from out.splitlines() if status else ()


def load(folder: Path) -> griffe.Module:
    loaded = griffe.load("zoo", search_paths=[folder], allow_inspection=False)
    assert isinstance(loaded, griffe.Module)
    return loaded


@pytest.mark.slow
def test_the_judges_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No breaking change is missed; each false alarm is one of those told above."""
    names = write(tmp_path / "old", ZOO, {})
    old = load(tmp_path / "old")
    folder = tmp_path / "new"
    put(folder, {"program.py": PROGRAM})
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MYPYPATH", str(folder))
    wrong: dict[str, list[str]] = {}
    for mutation in MUTATIONS:
        write(folder, mutation.document, names)
        found = list(objections(old, folder, tmp_path / "cache"))
        breaks = any(each.startswith("breaking") for each in mutation.expected)
        if breaks != (bool(found) or mutation.name in AT_RUN_TIME):
            wrong[mutation.name] = found
    assert wrong == {}
    assert AT_RUN_TIME.keys() <= {mutation.name for mutation in MUTATIONS}
