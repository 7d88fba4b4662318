"""CPU seconds and peak memory of generating documents, from nothing and again.

    python benchmarks/generate.py [DOCUMENT …]

Each run is a process of its own. Without arguments it is the Julep document; large
ones show how the time grows. Prints one row a document.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
MEASURED = """
import resource, sys
from sdkwright.cli import main
status = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)
sys.exit(status)
"""


def run(*arguments: str) -> tuple[float, float]:
    """CPU seconds and peak megabytes of one command."""
    command = [sys.executable, "-c", MEASURED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    seconds, megabytes = done.stderr.strip().splitlines()[-1].split()
    return float(seconds), float(megabytes)


def lines_of(folder: Path) -> int:
    """Lines of Python in a folder."""
    files = folder.rglob("*.py")
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)


def main(documents: list[str]) -> None:
    print(f"{'document':32} {'CPU s':>7} {'MB':>6} {'again s':>8} {'lines':>8}")
    for document in documents:
        with tempfile.TemporaryDirectory() as folder:
            arguments = ("generate", document, "-o", f"{folder}/sdk", "--lenient")
            seconds, megabytes = run(*arguments)
            again, _ = run(*arguments)
            lines = lines_of(Path(folder) / "sdk")
        name = Path(document).name
        print(f"{name:32} {seconds:7.2f} {megabytes:6.0f} {again:8.3f} {lines:8}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"in all {used.ru_utime + used.ru_stime:.1f} CPU s")


if __name__ == "__main__":
    main(sys.argv[1:] or [str(ROOT / "spec" / "julep" / "openapi.yaml")])
