"""Durations and decimals that are sent as they came."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any, Final, Self, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_Wire: TypeAlias = "str | int | float"


class _AsWritten:
    """A duration or a decimal that remembers how it was written.

    `P1M` has no fixed length, and `1.10` may have been text or a number.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        plain = handler(source)
        return core_schema.no_info_wrap_validator_function(
            _read_written,
            plain,
            serialization=core_schema.wrap_serializer_function_ser_schema(
                _write_written, schema=plain, when_used="json"
            ),
        )


class _WrittenDuration(timedelta):
    wire: _Wire

    def __repr__(self) -> str:
        return repr(self + timedelta())  # as what it is for everyone else

    def __reduce__(self) -> tuple[Any, ...]:
        return (_written, (self + timedelta(), self.wire))


class _WrittenDecimal(Decimal):
    wire: _Wire

    def __reduce__(self) -> tuple[Any, ...]:
        return (_written, (Decimal(self), self.wire))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self


def _written(value: object, wire: _Wire) -> object:
    """A duration or a decimal that remembers; any other value as it is."""
    kept: _WrittenDuration | _WrittenDecimal
    match value:
        case timedelta():
            kept = _WrittenDuration(value.days, value.seconds, value.microseconds)
        case Decimal():
            kept = _WrittenDecimal(value)
        case _:
            return value
    kept.wire = wire
    return kept


def _read_written(
    value: Any, handler: core_schema.ValidatorFunctionWrapHandler
) -> object:
    read = handler(value)
    return _written(read, value) if isinstance(value, str | int | float) else read


def _write_written(
    value: Any, handler: core_schema.SerializerFunctionWrapHandler
) -> object:
    if isinstance(value, _WrittenDuration | _WrittenDecimal):
        return value.wire
    return handler(value)


AS_WRITTEN: Final = _AsWritten()
