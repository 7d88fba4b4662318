"""Decimals that are numbers on the wire."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pydantic import PlainSerializer

from .each import with_each


def as_number(value: object) -> object:
    """A value with its decimals as numbers."""
    return with_each(Decimal, _number, value)


def _number(value: Decimal) -> int | float:
    whole = value.is_finite() and value == value.to_integral_value()
    return int(value) if whole else float(value)


# A decimal that is no text (OpenAPI's registry of formats, `decimal`).
AS_NUMBER: Final = PlainSerializer(as_number, when_used="json")
