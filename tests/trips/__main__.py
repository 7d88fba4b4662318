"""What does not make the round trip, by its cause."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from .run import run

document, folder, package, *only = sys.argv[1:]
start = time.process_time()
result = run(Path(folder), package, Path(document), *only)
for failure in (*result.failures, *result.undrawn):
    print(failure)
seconds = time.process_time() - start
print(
    f"{document}: {result.passed}/{result.total} passed, "
    f"{len(result.failures)} failed, {len(result.undrawn)} undrawn, "
    f"{result.trips} trips, {seconds:.1f} s"
)
