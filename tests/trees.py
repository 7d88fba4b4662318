"""Folders as mappings of path to text, for tests of what is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sdkwright.diagnostics import Diagnostics
from sdkwright.output.lock import NAME, Lock, Made, read_lock
from sdkwright.output.plan import Plan, digest_files, is_yours, make_plan

Tree = dict[str, str]

MADE = Made(version="0.1.0", options="o", templates="t")


def put(root: Path, files: Mapping[str, str]) -> None:
    """Write files, as a user would."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def tree(root: Path) -> Tree:
    """Every file below a folder; an empty folder is an entry that ends in a slash."""
    found: Tree = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file():
            found[name] = path.read_bytes().decode()
        elif not any(path.iterdir()):
            found[f"{name}/"] = ""
    return found


def sources(package: Path) -> Tree:
    """The modules of a package, and nothing that running them has left."""
    modules = sorted(package.rglob("*.py"))
    return {
        each.relative_to(package).as_posix(): each.read_text("utf-8")
        for each in modules
    }


def lock_of(files: Mapping[str, str]) -> Lock:
    """The lock that generating these files would write."""
    yours = tuple(path for path in files if is_yours(path))
    return Lock(made=MADE, files=digest_files(files), yours=yours)


def plan(root: Path, files: Mapping[str, str]) -> tuple[Plan | None, Diagnostics]:
    """What generating these files into a folder would do, and what is wrong."""
    found = Diagnostics()
    before = read_lock(root, found)
    made = make_plan(root, files, before=before, after=lock_of(files), found=found)
    return made, found


def planned(root: Path, files: Mapping[str, str]) -> Plan:
    """The plan, where nothing is wrong."""
    made, found = plan(root, files)
    assert made is not None, list(found)
    return made


def codes(found: Diagnostics) -> list[str]:
    return [each.code for each in found]


def without_lock(files: Mapping[str, str]) -> Tree:
    return {path: text for path, text in files.items() if path != NAME}
