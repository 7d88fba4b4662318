"""Generates each document in a process of its own, with little memory and little time.

    python child.py

A document's path is a line of the input; a line of the output is JSON: the codes of
what was found and how many files there are, or how it ended. The processes are forked
from one that has imported what all need: that takes longer than most documents do.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
from pathlib import Path
from traceback import format_exc
from typing import Any

MEMORY = 1536 * 1024 * 1024
SECONDS = 60
SMALL = "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {}\n"


def made(spec: Path) -> dict[str, Any]:
    """What a document gives."""
    from sdkwright.config import Target
    from sdkwright.listing import listing
    from sdkwright.pipeline import generate

    output = generate(Target(name="t", spec=spec, output=spec.parent / "out"))
    listing(output.diagnostics, output.sources, "text")
    return {
        "codes": sorted({each.code for each in output.diagnostics}),
        "files": None if output.files is None else len(output.files),
    }


def forked(spec: Path) -> None:
    """Print what a document gives, or how the process ended that generated it."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        signal.alarm(3 * SECONDS)
        try:
            told = made(spec)
        except BaseException:
            told = {"ended": format_exc()[-2000:]}
        print(json.dumps(told), flush=True)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if code := os.waitstatus_to_exitcode(status):
        print(json.dumps({"ended": code}), flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, "openapi.yaml")
        spec.write_text(SMALL, encoding="utf-8")
        made(spec)
    for line in sys.stdin:
        forked(Path(line.rstrip("\n")))


if __name__ == "__main__":
    main()
