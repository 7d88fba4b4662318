"""The figures that are committed, and the page that shows them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final, TypeAlias

from .figures import Figures, filled
from .table import table

# Figures by the name of the folder and of the document.
Baseline: TypeAlias = dict[str, dict[str, Figures]]

ROOT: Final = Path(__file__).parents[2]
FILE: Final = ROOT / "tests" / "corpus.json"
PAGE: Final = ROOT / "docs" / "corpus.md"
# The folders of the page, and what is said of them.
PAGES: Final = {
    "specs": (
        "Real documents",
        "Documents of real APIs and of other generators' tests.",
    ),
    "cases": (
        "Small cases",
        "Small documents, each with one thing that is easy to lose.",
    ),
}
_INTRODUCTION: Final = """\
# The corpus

What sdkwright makes of real documents, measured by `make corpus OPTIONS=--update`. Each
document is generated from nothing, strictly, or `lenient`ly where a strict run
refuses it; then every file is compiled, every module imported, every type built.
Operations and schemas are counted in the document's own text, and are kept where
the SDK has them or a warning names them. Tests are those that the SDK comes with: a
call of each operation whose request can be foretold. A trip is an operation called
over a socket with values drawn from its schemas, by a server that knows nothing but
the document. `mypy --strict` and pyright in strict mode see the SDK and its tests, and
no comment silences them.
"""


def load() -> Baseline:
    """The committed figures; nothing where there are none."""
    if not FILE.exists():
        return {}
    return {
        folder: {name: Figures.of(row) for name, row in rows.items()}
        for folder, rows in json.loads(FILE.read_text(encoding="utf-8")).items()
    }


def update(before: Baseline, now: Mapping[str, Mapping[str, Figures]]) -> Baseline:
    """What was measured, over what was known."""
    after = {folder: dict(rows) for folder, rows in before.items()}
    for folder, rows in now.items():
        known = after.setdefault(folder, {})
        known |= {name: filled(row, known.get(name)) for name, row in rows.items()}
    return {folder: dict(sorted(rows.items())) for folder, rows in after.items()}


def text(baseline: Baseline) -> str:
    """The file: one line a document."""
    folders = [
        f"  {json.dumps(folder)}: {{\n"
        + ",\n".join(
            f"    {json.dumps(name)}: {json.dumps(asdict(row))}"
            for name, row in rows.items()
        )
        + "\n  }"
        for folder, rows in sorted(baseline.items())
    ]
    return "{\n" + ",\n".join(folders) + "\n}\n"


def page(baseline: Baseline) -> str:
    """The page: a table for each folder that has one."""
    parts = [_INTRODUCTION]
    for folder, (title, about) in PAGES.items():
        if rows := baseline.get(folder):
            parts.append(f"## {title}\n\n{about}\n\n{table(rows)}\n")
    return "\n".join(parts)


def save(baseline: Baseline) -> None:
    FILE.write_text(text(baseline), encoding="utf-8")
    PAGE.write_text(page(baseline), encoding="utf-8")
