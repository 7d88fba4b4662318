"""Runs the tests that a distribution comes with, in a process of their own.

    python -m corpus.proving OUTPUT

What is printed is JSON: `Proved`. A test is a call that is made with the sync and
with the async client.
"""

from __future__ import annotations

import json
import runpy
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class Proved:
    """How many of the tests passed, of how many; and why the others did not."""

    passed: int = 0
    of: int = 0
    wrong: list[str] = field(default_factory=list[str])


def prove(output: Path) -> Proved:
    """The tests of a distribution."""
    proved = Proved()
    sys.path[:0] = [str(output / "src"), str(output / "tests")]
    for path in sorted((output / "tests").glob("test_*.py")):
        calls: dict[str, Any] = runpy.run_path(str(path)).get("CALLS", {})
        for name, call in calls.items():
            proved.of += 1
            try:
                call.check()
                call.check_async()
                proved.passed += 1
            except Exception as error:
                where = f"{path.stem}: {name}"
                proved.wrong.append(f"{where}: {type(error).__name__}: {error}"[:300])
    return proved


if __name__ == "__main__":
    print(json.dumps(asdict(prove(Path(sys.argv[1])))))
