"""Bytes that travel as base64."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from typing import Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .each import with_each


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


def in_base64(value: object) -> object:
    """The value of an argument, with its bytes as base64."""
    return with_each(bytes, _write_base64, value)


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


IN_BASE64: Final = _InBase64()
