"""A table of CPU seconds and peak memory a stage, from nothing.

    python benchmarks/stages.py [--runs N] DOCUMENT …

Prints Markdown: a row a stage, two columns a document. Each figure is the best of
all runs (3), each of which is a process of its own.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from measure import Stage, measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("documents", nargs="+", type=Path)
    asked = parser.parse_args()
    names = [path.stem for path in asked.documents]
    print("| stage |", " | ".join(f"{name}, CPU s | MB" for name in names), "|")
    print("|---|" + "--:|--:|" * len(names))
    several = [measured(path, runs=asked.runs) for path in asked.documents]
    for row in zip(*several, strict=True):
        print(f"| {row[0].name} |", " | ".join(map(_cells, row)), "|")
    print(
        "| **in all** |", " | ".join(_cells(_together(each)) for each in several), "|"
    )


def _cells(stage: Stage) -> str:
    return f"{stage.seconds:.2f} | {stage.megabytes:.0f}"


def _together(stages: list[Stage]) -> Stage:
    seconds = sum(each.seconds for each in stages)
    return Stage("", seconds, max(each.megabytes for each in stages))


if __name__ == "__main__":
    main()
