"""docs/conformance.md says of every field what shows it, and it is so."""

from __future__ import annotations

import conformance
import golden
import pytest
from conformance import Row

ROWS = [(name, row) for name, rows in conformance.tables().items() for row in rows]


@pytest.mark.parametrize(("name", "row"), ROWS, ids=lambda each: str(each)[:60])
def test_the_field_is_shown(name: str, row: Row) -> None:
    """The test that is named is there, and the field stands in it."""
    assert row.proof is None or row.proof.exists()
    assert row.stands_in_it, f"{name}: no '{row.field}' in {row.said}"


def test_the_page_is_made_from_the_table() -> None:
    """`make golden` writes it."""
    if golden.UPDATE:
        conformance.PAGE.write_text(conformance.page(), encoding="utf-8")
    assert conformance.PAGE.read_text(encoding="utf-8") == conformance.page()


def test_every_key_that_is_read_is_in_the_table() -> None:
    """A field that the reader asks for stands somewhere in the table."""
    import re

    source = conformance.TESTS.parent / "generator/sdkwright/spec"
    asked = re.compile(
        r"\.(?:text|flag|mapping|several|strings|get|take|value)\(\"([a-z$]\w+)\""
    )
    known = {row.field for _, row in ROWS}
    read = {
        found
        for path in source.glob("read*.py")
        for found in asked.findall(path.read_text(encoding="utf-8"))
    }
    assert read - known == set()


def test_every_field_is_known_to_be_one() -> None:
    """None that the specification has is taken for another one, misspelt."""
    from sdkwright.spec.keys import KEYS

    lacking = [
        f"{name}: {row.field}"
        for name, row in ROWS
        if (known := KEYS.get(name.removesuffix(" Object").lower())) is not None
        if row.field[0] not in "{/^" and row.field not in known
    ]
    assert lacking == []
    objects = {name.removesuffix(" Object").lower() for name, _ in ROWS}
    assert {*KEYS} <= objects
