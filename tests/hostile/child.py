"""Generates in a process of its own, with little memory and little time.

    python child.py DOCUMENT LENIENT

What is printed is JSON: how it ended, the codes of what was found, how many files,
the seconds and the most memory (in MB).
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

MEMORY = 1536 * 1024 * 1024
SECONDS = 60


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    from sdkwright.config import Target
    from sdkwright.listing import listing
    from sdkwright.pipeline import generate

    spec = Path(sys.argv[1])
    target = Target(
        name="t", spec=spec, output=spec.parent / "out", lenient=sys.argv[2] == "1"
    )
    started = time.monotonic()
    output = generate(target)
    text = listing(output.diagnostics, output.sources, "text")
    made = {
        "codes": sorted({each.code for each in output.diagnostics}),
        "files": None if output.files is None else len(output.files),
        "size": sum(map(len, (output.files or {}).values())),
        "printed": len(text),
        "seconds": round(time.monotonic() - started, 1),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(made))


if __name__ == "__main__":
    main()
