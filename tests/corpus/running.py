"""Measures documents side by side, the largest first, and says how it goes."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident

from .documents import Document
from .figures import Figures
from .measuring import Measured, measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Where everything goes; each worker has a cache of its own below `caches`."""

    output: Path
    caches: Path
    without: frozenset[str]
    workers: int

    def run(self, documents: Iterable[Document]) -> dict[str, Figures]:
        """The figures of each, by name and in the order of the names."""
        large_first = sorted(documents, key=lambda each: -each.size)
        found: dict[str, Figures] = {}
        with ThreadPoolExecutor(self.workers) as pool:
            running = {pool.submit(self._one, each): each for each in large_first}
            for done in as_completed(running):
                document = running[done]
                found[document.name] = done.result().figures
        return dict(sorted(found.items()))

    def _one(self, document: Document) -> Measured:
        started = time.monotonic()
        output = self.output / document.name
        shutil.rmtree(output, ignore_errors=True)
        output.parent.mkdir(parents=True, exist_ok=True)
        cache = self.caches / str(get_ident())
        measured = measure(document, output, cache, self.without)
        seconds = time.monotonic() - started
        _say(f"{document.name}: {seconds:.0f} s", *measured.wrong)
        return measured


def _say(*lines: str) -> None:
    print("\n  ".join(lines), file=sys.stderr, flush=True)
