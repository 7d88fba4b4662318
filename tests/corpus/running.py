"""Measures documents side by side, the largest first, and says how it goes."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident

from .checking import mypy, pyright
from .documents import Document
from .measuring import Measured, measure

# Lines of Python that pyright sees in one go, unless one client alone has more.
_TOGETHER = 60_000
# How much of what went wrong with a document is said.
_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Where everything goes; each worker has a cache of its own below `caches`."""

    output: Path
    caches: Path
    without: frozenset[str]
    workers: int

    def run(self, documents: Iterable[Document]) -> dict[str, Measured]:
        """What was found, by the documents' names and in the order of these."""
        large_first = sorted(documents, key=lambda each: -each.size)
        with ThreadPoolExecutor(self.workers) as pool:
            found = dict(pool.map(self._measured, large_first))
            if "pyright" not in self.without:
                lines = {name: each.figures.lines for name, each in found.items()}
                for errors in pool.map(self._checked, batches(lines)):
                    for name, several in errors.items():
                        found[name] = found[name].checked("pyright", several)
        return dict(sorted(found.items()))

    def _measured(self, document: Document) -> tuple[str, Measured]:
        started = time.monotonic()
        output = self.output / document.name
        shutil.rmtree(output, ignore_errors=True)
        output.parent.mkdir(parents=True, exist_ok=True)
        measured = measure(document, output, trips="trips" not in self.without)
        if output.exists() and "mypy" not in self.without:
            cache = self.caches / str(get_ident())
            measured = measured.checked("mypy", mypy(output, cache))
        _say(started, document.name, *measured.wrong)
        return document.name, measured

    def _checked(self, names: list[str]) -> dict[str, list[str]]:
        started = time.monotonic()
        errors = pyright(self.output, names)
        wrong = [each for several in errors.values() for each in several]
        _say(started, f"pyright: {', '.join(names)}", *wrong)
        return errors


def batches(lines: Mapping[str, int]) -> Iterator[list[str]]:
    """Names in groups of not too many lines, those with most of them first."""
    batch: list[str] = []
    for name, count in sorted(lines.items(), key=lambda item: (-item[1], item[0])):
        if batch and sum(lines[each] for each in batch) + count > _TOGETHER:
            yield batch
            batch = []
        if count:
            batch.append(name)
    if batch:
        yield batch


def _say(started: float, what: str, *wrong: str) -> None:
    seconds = time.monotonic() - started
    more = [f"and {len(wrong) - _SHOWN} more"] if len(wrong) > _SHOWN else []
    lines = [f"{what}: {seconds:.0f} s", *wrong[:_SHOWN], *more]
    print("\n  ".join(lines), file=sys.stderr, flush=True)
