"""docs/conformance.md: each field of the OpenAPI Specification, and what shows it.

`python -m conformance` prints it; `make golden` writes it. What stands in
conformance.yaml is held against the tests: a test that it names must be there, and the
field must stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "conformance.md"
HEAD = """# Conformance

Each object of the OpenAPI Specification (Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2) with
its fields, and the test that shows what an SDK makes of each. This page is made from
`tests/conformance.yaml` (`make golden` writes it); a test holds it against the tests
that it names. Where an SDK has no use for a field, or makes none, the reason stands
in its place.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A field from a version on (empty: in all), and a test or a reason for none."""

    field: str
    since: str
    said: str

    @property
    def proof(self) -> Path | None:
        """The folder or the file of the test; None where there is none."""
        return None if self.said.startswith("(") else TESTS / self.said

    @property
    def stands_in_it(self) -> bool:
        """Whether the field is a key of what the test reads, or is any name."""
        if self.proof is None or self.field.startswith("{"):
            return True
        key = re.compile(rf"(?<![\w$-])[\"']?{re.escape(self.field)}[\"']?[:=\]]")
        return any(key.search(text) for text in _texts(self.proof))


def _texts(proof: Path) -> Iterator[str]:
    for file in [proof] if proof.is_file() else sorted(proof.rglob("*")):
        generated = "expected" in file.relative_to(proof.parent).parts[1:-1]
        if file.suffix in (".yaml", ".json", ".py", ".txt") and not generated:
            yield file.read_text(encoding="utf-8")


def tables() -> dict[str, list[Row]]:
    """The rows of each object."""
    read: dict[str, dict[str, str]] = yaml.safe_load(
        (TESTS / "conformance.yaml").read_text(encoding="utf-8")
    )
    return {
        name: [_row(field, said) for field, said in fields.items()]
        for name, fields in read.items()
    }


def _row(written: str, said: str) -> Row:
    field, _, since = written.partition(" ")
    return Row(field, since, said)


def page() -> str:
    """The whole page."""
    return "\n".join((HEAD, *(_table(*each) for each in tables().items())))


def _table(name: str, rows: list[Row]) -> str:
    lines = [f"## {name}", "", "| field | since | shown by |", "|---|---|---|"]
    lines += [f"| `{row.field}` | {_since(row)} | {_shown(row)} |" for row in rows]
    return "\n".join((*lines, ""))


def _since(row: Row) -> str:
    return "3.0 only" if row.since == "3.0" else row.since


def _shown(row: Row) -> str:
    if row.proof is None:
        return f"*{row.said[1:-1]}*"
    return f"[{row.said}](../tests/{row.said})"


if __name__ == "__main__":
    print(page(), end="")
