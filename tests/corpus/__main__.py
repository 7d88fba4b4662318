"""The corpus run: what becomes of every document of a folder, as a table.

    make corpus [SPECS=DIR] [OPTIONS='--only NAME --without types …']

Exit status: 0 no figure is worse than the committed one · 1 some are · 2 there is
nothing to measure.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from . import baseline
from .documents import documents
from .figures import Figures, worse
from .running import Runner
from .table import table

TYPES = ("mypy", "pyright")
SHARED = baseline.ROOT.parent / "shared"


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    before = baseline.load()
    now: dict[str, dict[str, Figures]] = {}
    for folder in (each.resolve() for each in options.folders):
        found = [
            each
            for each in documents(folder)
            if not options.only or each.name in options.only
        ]
        if found:
            with tempfile.TemporaryDirectory(prefix="corpus-") as temporary:
                keep = options.keep and options.keep.resolve() / folder.name
                runner = Runner(
                    output=keep or Path(temporary) / "out",
                    caches=Path(temporary) / "caches",
                    without=_without(options.without),
                    workers=options.workers,
                )
                measured = runner.run(found)
            now[folder.name] = {name: each.figures for name, each in measured.items()}
            print(f"\n{folder.name}\n\n{table(now[folder.name])}\n", flush=True)
    if not now:
        print("there is no document to measure", file=sys.stderr)
        return 2
    if options.update:
        baseline.save(baseline.update(before, now))
        return 0
    return _compare(before, now)


def _compare(before: baseline.Baseline, now: dict[str, dict[str, Figures]]) -> int:
    """Say what is worse than it was."""
    found = [
        f"worse: {folder}/{name}: {what}"
        for folder, rows in now.items()
        for name, row in rows.items()
        if name in before.get(folder, {})
        for what in worse(row, before[folder][name])
    ]
    print("\n".join(found) or "nothing is worse than before")
    return 1 if found else 0


def _without(words: Iterable[str]) -> frozenset[str]:
    several = set(words)
    return frozenset(several | set(TYPES) if "types" in several else several)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make corpus", description=__doc__)
    parser.add_argument(
        "folders",
        nargs="*",
        type=Path,
        default=[SHARED / "specs", SHARED / "cases"],
        help="folders of documents",
    )
    parser.add_argument("--only", action="append", help="the name of a document")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=("types", *TYPES, "trips"),
        help="a step to leave out",
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="keep what is generated here")
    parser.add_argument(
        "--update", action="store_true", help="commit these figures, write the page"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
