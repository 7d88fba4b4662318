"""Round trips of all operations, in a process of its own.

    python -m corpus.travelling OUTPUT PACKAGE SPEC

What is printed is JSON: `Travelled`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Travelled:
    """How many operations made the trip, of how many; and why the others did not."""

    passed: int
    of: int
    wrong: tuple[str, ...] = ()


def travel(output: Path, package: str, spec: Path) -> Travelled:
    """The round trips of a distribution that was generated from a document."""
    from trips.run import run

    result = run(output, package, spec)
    wrong = tuple(map(str, (*result.failures, *result.undrawn)))
    return Travelled(result.passed, result.total, wrong)


if __name__ == "__main__":
    folder, name, document = sys.argv[1:]
    print(json.dumps(asdict(travel(Path(folder), name, Path(document)))))
