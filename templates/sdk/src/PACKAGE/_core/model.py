"""What every model of the API is made of, and how its special values travel."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from sys import getrecursionlimit, setrecursionlimit
from threading import Lock
from typing import Any, Final, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .formats import tolerant

__all__ = ["AS_WRITTEN", "IN_BASE64", "Model"]

_Wire: TypeAlias = "str | int | float"


class Model(BaseModel):
    """An object of the API.

    Fields are set and read by their Python names, and travel under the names of
    the API. What an answer has beyond the documented fields is kept, in
    `model_extra`, and sent again. Only what was set is sent. Text of an answer that
    is no date where there should be one is kept as text.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        # A model is built when it is first used: importing many costs little.
        defer_build=True,
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        with _ROOM:
            return tolerant(handler(source))

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Only what was set: the rest is None."""
        shown = {*self.model_fields_set, *(self.model_extra or ())}
        return [pair for pair in super().__repr_args__() if pair[0] in shown]


class _Room:
    """Room to build models that need each other in a ring of hundreds.

    Pydantic walks such a ring in one breath, deeper than Python's limit is by
    default. The limit is raised while a model is built, and at no other time.
    """

    DEEP: Final = 100_000

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._usual = 0

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._usual = getrecursionlimit()
                setrecursionlimit(max(self._usual, self.DEEP))
            self._inside += 1

    def __exit__(self, *error: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                setrecursionlimit(self._usual)


_ROOM: Final = _Room()


# --- bytes as base64 ----------------------------------------------------------------


class _InBase64:
    """Bytes that are base64 text on the wire (RFC 4648, section 4).

    The URL-safe alphabet, spaces and missing padding are read as well. Text that is no
    base64 at all is kept: as its UTF-8 bytes. What was read is sent as it came.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            _read_base64,
            handler(source),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _write_base64, when_used="json"
            ),
        )


_STANDARD = str.maketrans("-_", "+/")


class _WrittenBytes(bytes):
    """Bytes whose text is not the one that we would write."""

    wire: str


def _read_base64(value: object) -> object:
    if not isinstance(value, str):
        return value
    standard = "".join(value.split()).translate(_STANDARD).rstrip("=")
    try:
        data = b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError):
        data = value.encode("utf-8", "surrogatepass")
    if _write_base64(data) == value:
        return data
    kept = _WrittenBytes(data)
    kept.wire = value
    return kept


def _write_base64(value: bytes) -> str:
    if isinstance(value, _WrittenBytes):
        return value.wire
    return b64encode(value).decode("ascii")


# --- values that are sent as they came ---------------------------------------------


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


IN_BASE64: Final = _InBase64()
AS_WRITTEN: Final = _AsWritten()
