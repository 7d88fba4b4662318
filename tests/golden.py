"""Golden files: what a feature's document gives, beside what it is expected to give.

A feature is a folder: `openapi.yaml`, options in `sdkwright.yaml` where it needs
any, `expected/` (the distribution without the runtime, which is the same in all)
and `test_run.py`, which imports the golden and calls it.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sdkwright import config_files
from sdkwright.config import HttpLibrary, Target
from sdkwright.diagnostics import Diagnostics
from sdkwright.output.plan import is_yours
from sdkwright.pipeline import generate
from sdkwright.render.environment import template_root
from sdkwright.render.runtime import runtime as needed

FEATURES = Path(__file__).parent / "features"
_TESTING = template_root() / "sdk" / "src" / "PACKAGE" / "testing"
RUNTIME = re.compile(r"/(_core/|testing/_[a-z])")
# The second is made of the other pages: a change would stand in a golden twice.
LEFT_OUT = ("sdkwright.lock", "docs/llms-full.txt")
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
MEND = "the golden files differ: read the diff, then run `make golden`"


def features() -> tuple[str, ...]:
    """The names of all features; a folder with a document is one."""
    return tuple(sorted(path.parent.name for path in FEATURES.glob("*/openapi.yaml")))


def target(feature: str) -> Target:
    """The feature's target; its package is called as the folder is."""
    folder, found = FEATURES / feature, Diagnostics()
    spec, output = folder / "openapi.yaml", folder / "expected"
    made: Target | None = Target(name=feature, spec=spec, output=output)
    if (folder / config_files.YAML).exists():
        file = config_files.read(folder / config_files.YAML, found)
        made = None if file is None else file.options(spec, output, found)
    assert made is not None, list(found)
    return replace(made, name=feature, package=feature)


def generated(feature: str, http_library: HttpLibrary | None = None) -> dict[str, str]:
    """Every file that the feature's document gives, with an HTTP library or its own."""
    made = target(feature)
    output = generate(replace(made, http_library=http_library or made.http_library))
    assert output.files is not None, output.diagnostics
    return dict(output.files)


def whole(feature: str, http_library: HttpLibrary | None = None) -> dict[str, str]:
    """The golden's files with the runtime that their code needs.

    Nothing is generated here: `test_golden` holds all of it against what is.
    """
    kept = read_tree(FEATURES / feature / "expected")
    library = http_library or target(feature).http_library
    code = kept | {
        f"src/{feature}/testing/{path.name}": path.read_text(encoding="utf-8")
        for path in _TESTING.glob("_*.py")
    }
    return code | needed(code, feature, library)


def without_runtime(files: Mapping[str, str]) -> dict[str, str]:
    """The files that a golden holds."""
    return {
        path: text
        for path, text in files.items()
        if not is_runtime(path) and path not in LEFT_OUT
    }


def is_runtime(path: str) -> bool:
    """Whether a file is the same in every SDK, and shown in no golden."""
    return RUNTIME.search(path) is not None


def yours(expected: Path) -> dict[str, str]:
    """The files of a golden that its user has written, or may change."""
    return {path: text for path, text in read_tree(expected).items() if is_yours(path)}


def read_tree(folder: Path) -> dict[str, str]:
    """Every file below a folder, by its path with forward slashes."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def write_tree(folder: Path, files: Mapping[str, str]) -> None:
    """Make the folder hold just these files."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
