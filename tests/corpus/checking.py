"""What the strictest type checkers say of a distribution and of its tests.

The tests are programs that call every method. No file has other rules than the
others, and no finding is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# Node's own limit is too low for a client of a thousand operations.
_HEAP = "--max-old-space-size=8192"
_CODE = ("src", "tests")


def mypy(output: Path, cache: Path) -> list[str]:
    """The errors of `mypy --strict` in a distribution.

    The cache keeps what is known of libraries, for the next one.
    """
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull]
    command += ["--cache-dir", str(cache), *_code(output)]
    run = _run(command, output, MYPYPATH="src")
    errors = [line for line in run.stdout.splitlines() if ": error:" in line]
    if run.returncode not in (0, 1):
        errors.append(f"mypy ended with {run.returncode}: {run.stdout}{run.stderr}")
    return errors


def pyright(folder: Path, names: Sequence[str]) -> dict[str, list[str]]:
    """The errors of pyright in strict mode, by the name of the distribution.

    Several that stand in one folder are seen in one go, as libraries take longer
    than a small client; what each imports is its own nevertheless.
    """
    code = {name: [f"{name}/{each}" for each in _code(folder / name)] for name in names}
    config = {
        "typeCheckingMode": "strict",
        "include": [path for several in code.values() for path in several],
        "executionEnvironments": [
            {"root": name, "extraPaths": several} for name, several in code.items()
        ],
    }
    file = folder / f"pyright-{names[0]}.json"
    file.write_text(json.dumps(config), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--project", str(file)]
    command += ["--pythonpath", sys.executable]
    run = _run(command, folder, NODE_OPTIONS=_HEAP)
    try:
        found = json.loads(run.stdout)["generalDiagnostics"]
    except ValueError:
        why = f"pyright ended with {run.returncode}: {run.stdout}{run.stderr}"
        return {name: [why] for name in names}
    errors: dict[str, list[str]] = {name: [] for name in names}
    for each in found:
        if each["severity"] == "error":
            path = Path(each["file"]).relative_to(folder.resolve())
            errors[path.parts[0]].append(f"{path}: {each['message']}")
    return errors


def _code(output: Path) -> list[str]:
    return [folder for folder in _CODE if (output / folder).is_dir()]


def _run(
    command: list[str], folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
