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

    @classmethod
    def of(cls, value: timedelta, wire: _Wire) -> Self:
        kept = cls(value.days, value.seconds, value.microseconds)
        kept.wire = wire
        return kept

    def __repr__(self) -> str:
        return repr(self + timedelta())  # as what it is for everyone else

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self).of, (self + timedelta(), self.wire))


class _WrittenDecimal(Decimal):
    wire: _Wire

    @classmethod
    def of(cls, value: Decimal, wire: _Wire) -> Self:
        kept = cls(value)
        kept.wire = wire
        return kept

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self).of, (Decimal(self), self.wire))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self


def _read_written(
    value: Any, handler: core_schema.ValidatorFunctionWrapHandler
) -> object:
    read = handler(value)
    if not isinstance(value, str | int | float):
        return read
    match read:
        case timedelta():
            return _WrittenDuration.of(read, value)
        case Decimal():
            return _WrittenDecimal.of(read, value)
        case _:
            return read


def _write_written(
    value: Any, handler: core_schema.SerializerFunctionWrapHandler
) -> object:
    if isinstance(value, _WrittenDuration | _WrittenDecimal):
        return value.wire
    return handler(value)


AS_WRITTEN: Final = _AsWritten()
