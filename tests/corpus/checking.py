"""What the strictest type checkers say of a distribution and of its tests.

The tests are programs that call every method. No file has other rules than the
others, and no finding is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

# Node's own limit is too low for a client of a thousand operations.
_HEAP = "--max-old-space-size=8192"
_CODE = ("src", "tests")
_SHOWN = 10


def mypy(output: Path, cache: Path) -> tuple[int, list[str]]:
    """The errors of `mypy --strict`, how many and the first of them.

    The cache keeps what is known of libraries, for the next distribution.
    """
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull]
    command += ["--cache-dir", str(cache), *_folders(output)]
    run = _run(command, output, MYPYPATH="src")
    errors = [line for line in run.stdout.splitlines() if ": error:" in line]
    if run.returncode not in (0, 1):
        errors.append(f"mypy ended with {run.returncode}: {run.stdout}{run.stderr}")
    return len(errors), errors[:_SHOWN]


def pyright(output: Path) -> tuple[int, list[str]]:
    """The errors of pyright in strict mode, how many and the first of them."""
    config = {
        "typeCheckingMode": "strict",
        "include": _folders(output),
        "extraPaths": ["src", "tests"],
    }
    (output / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson"]
    command += ["--pythonpath", sys.executable]
    run = _run(command, output, NODE_OPTIONS=_HEAP)
    try:
        found = json.loads(run.stdout)["generalDiagnostics"]
    except ValueError:
        return 1, [f"pyright ended with {run.returncode}: {run.stdout}{run.stderr}"]
    errors = [_line(each, output) for each in found if each["severity"] == "error"]
    return len(errors), errors[:_SHOWN]


def _folders(output: Path) -> list[str]:
    return [folder for folder in _CODE if (output / folder).is_dir()]


def _line(error: dict[str, object], output: Path) -> str:
    file = str(error["file"]).removeprefix(f"{output.resolve()}{os.sep}")
    return f"{file}: {error['message']}"


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
