"""What it costs to find out that nothing has changed, against doing nothing at all.

    python benchmarks/unchanged.py [DOCUMENT …]

Generates each document (Julep's), then measures `check` on the unchanged tree. Beside
it stand a bare start of the interpreter, and one that imports click and ends. Figures
are CPU milliseconds, the least of all runs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN
from tempfile import TemporaryDirectory

from measure import WARM, cpu

RUNS = 15
_JULEP = Path(__file__).parents[1] / "spec" / "julep" / "openapi.yaml"


def milliseconds(*arguments: str) -> float:
    """The least CPU time of an interpreter with these arguments."""
    return min(_once(arguments) for _ in range(RUNS)) * 1000


def _once(arguments: tuple[str, ...]) -> float:
    before = cpu(RUSAGE_CHILDREN)
    command = [sys.executable, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=WARM)
    return cpu(RUSAGE_CHILDREN) - before


def main(documents: list[str]) -> None:
    print(f"{'a bare start':30} {milliseconds('-c', 'pass'):6.0f} ms")
    print(f"{'and click':30} {milliseconds('-c', 'import click'):6.0f} ms")
    for document in documents:
        with TemporaryDirectory() as folder:
            arguments = (document, "-o", f"{folder}/sdk")
            program = (sys.executable, "-m", "sdkwright")
            subprocess.run([*program, "generate", *arguments], check=True, env=WARM)
            figure = milliseconds("-m", "sdkwright", "check", *arguments)
        print(f"{Path(document).name:30} {figure:6.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:] or [str(_JULEP)])
