"""Single values that a document shows, as an example has them."""

from __future__ import annotations

import datetime
import decimal
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.ir.types import Kind
from sdkwright.python.operations.scalars import shown
from sdkwright.python.text.layout import Group
from sdkwright.spec.objects import Json

SCOPE = {"datetime": datetime, "uuid": uuid, "decimal": decimal}
UTC = datetime.UTC
UUID = uuid.UUID("6f2e0c3a-6c1f-4c3e-9d55-0a8f4b1c2d3e")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.STRING, "rye", "rye"),
        (Kind.INTEGER, 7, 7),
        (Kind.NUMBER, 7, 7),
        (Kind.NUMBER, 7.5, 7.5),
        (Kind.BOOLEAN, False, False),
        (Kind.DATE, "2024-05-01", datetime.date(2024, 5, 1)),
        (
            Kind.DATE_TIME,
            "2024-05-01T12:00:00.25+02:00",
            datetime.datetime(2024, 5, 1, 10, tzinfo=UTC),
        ),
        (Kind.UUID, str(UUID).upper(), UUID),
        (Kind.DECIMAL, "1.50", decimal.Decimal("1.50")),
    ],
)
def test_what_fits(kind: Kind, value: Json, expected: object) -> None:
    """As what Python has for it, and as JSON has it."""
    found = shown(kind, value, "grain")
    assert found is not None
    assert isinstance(found.code, str)
    assert eval(found.code, SCOPE) == expected


@pytest.mark.parametrize(
    ("kind", "value", "hint"),
    [
        (Kind.STRING, 7, "grain"),
        (Kind.STRING, "", "grain"),
        (Kind.STRING, "..", "grain"),
        (Kind.STRING, "string", "grain"),
        (Kind.STRING, "a\nb", "grain"),
        (Kind.STRING, "\u202ea", "grain"),
        (Kind.STRING, " a", "grain"),
        (Kind.STRING, "a" * 57, "grain"),
        (Kind.STRING, "hunter2", "password"),
        (Kind.STRING, "hunter2", "clientSecret"),
        (Kind.STRING, "sk-1234", "grain"),
        (Kind.STRING, "eyJhbGciOi", "grain"),
        (Kind.INTEGER, True, "grain"),
        (Kind.INTEGER, 1.5, "grain"),
        (Kind.INTEGER, "1", "grain"),
        (Kind.BOOLEAN, 1, "grain"),
        (Kind.NUMBER, float("inf"), "grain"),
        (Kind.DATE, "yesterday", "grain"),
        (Kind.DATE_TIME, "2024-05-01T12:00:00", "grain"),
        (Kind.DATE_TIME, "0001-01-01T00:00:00+12:00", "grain"),
        (Kind.UUID, "1", "grain"),
        (Kind.DECIMAL, "NaN", "grain"),
        (Kind.BYTES, "AAAA", "grain"),
        (Kind.NULL, None, "grain"),
    ],
)
def test_what_does_not(kind: Kind, value: Json, hint: str) -> None:
    """Of another kind, no reading, or somebody's secret."""
    assert shown(kind, value, hint) is None


@given(st.text(), st.sampled_from(list(Kind)))
def test_any_text(text: str, kind: Kind) -> None:
    """What is taken is one expression that means the same, on one line."""
    found = shown(kind, text, "grain")
    if found is not None:
        assert not isinstance(found.code, Group)
        assert "\n" not in found.code
        eval(found.code, SCOPE)
        assert kind is not Kind.STRING or eval(found.code) == text
