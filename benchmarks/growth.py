"""How each stage grows with its input: the exponent, which is 1 where it is linear.

    python benchmarks/growth.py [SHAPE …]

A document of each shape is generated at n, 2n, 4n and 8n. Printed are the exponents
of the stages that take long enough to tell, from n to 8n. What even the smallest
document costs does not count: each process generates one before. Exits 1 where an
exponent is above the limit; that of writing is the file system's, and only shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from math import log
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory

from measure import Stage, measured
from shapes import SHAPES, Files, Shape

LIMIT = 1.2
RUNS = 1
_ENOUGH = 0.2  # CPU seconds; below, noise is more than growth
_SIZES = (1, 2, 4, 8)


def exponents(shape: Shape, size: int) -> Iterator[tuple[str, float, float]]:
    """For each stage that counts its name, its seconds at 8n, and its exponent."""
    several = [_generate(shape, size * by) for by in _SIZES]
    for stages in zip(*several, strict=True):
        last = stages[-1]
        if last.seconds >= _ENOUGH and last.name != "starting":
            yield last.name, last.seconds, _slope([each.seconds for each in stages])


def _slope(seconds: list[float]) -> float:
    """The exponent: the slope of the line that fits best, on scales of logarithms."""
    return linear_regression(
        [log(by) for by in _SIZES], [log(max(each, 0.005)) for each in seconds]
    ).slope


def _generate(shape: Shape, size: int) -> list[Stage]:
    with TemporaryDirectory() as folder:
        small, large = Path(folder, "small"), Path(folder, "large")
        return measured(
            written(shape(size), large), runs=RUNS, after=written(shape(2), small)
        )


def written(files: Files, folder: Path) -> Path:
    """Where the document stands, when all files are written in a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / next(iter(files))


def main(asked: list[str]) -> int:
    worst = 0.0
    for shape, size in SHAPES.items():
        if asked and shape.__name__ not in asked:
            continue
        print(f"{shape.__name__}, n = {size}", flush=True)
        for name, seconds, exponent in exponents(shape, size):
            ours = 0.0 if name == "writing" else exponent
            mark = "  <-- worse than linear" if ours > LIMIT else ""
            print(f"    {name:20} {seconds:6.2f} s  {exponent:5.2f}{mark}", flush=True)
            worst = max(worst, ours)
    print(f"the largest exponent is {worst:.2f}; the limit is {LIMIT}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
