"""Types of JSON and formats → the scalars that a user handles."""

from __future__ import annotations

from ..spec.objects import Schema
from .types import Kind, Scalar

_TEXT = {
    "date-time": Kind.DATE_TIME,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "duration": Kind.DURATION,
    "uuid": Kind.UUID,
    "byte": Kind.BYTES,
    "base64": Kind.BYTES,
    "binary": Kind.BINARY,
    "decimal": Kind.DECIMAL,
}
_OCTETS = frozenset(
    {"application/octet-stream", "application/pdf", "application/zip"}
    | {"audio", "font", "image", "video"}
)
_INTEGERS = frozenset({"int32", "int64", "integer", "uint32", "uint64"})


def scalar(type_: str, schema: Schema) -> Scalar:
    """The scalar of one JSON type; an unknown format is its base type."""
    match type_:
        case "integer":
            return Scalar(Kind.INTEGER)
        case "number":
            if schema.format == "decimal":
                return Scalar(Kind.EXACT)
            return Scalar(Kind.INTEGER if schema.format in _INTEGERS else Kind.NUMBER)
        case "boolean":
            return Scalar(Kind.BOOLEAN)
        case "null":
            return Scalar(Kind.NULL)
        case _:
            return Scalar(_text(schema))


def _text(schema: Schema) -> Kind:
    if schema.content_encoding in ("base64", "base64url"):
        return Kind.BYTES
    if schema.content_encoding == "binary" or _is_octets(schema):
        return Kind.BINARY
    return _TEXT.get(schema.format or "", Kind.STRING)


def _is_octets(schema: Schema) -> bool:
    """Whether it is of a media type that is no text, and not encoded as text (3.1)."""
    media_type = (schema.content_media_type or "").lower()
    main = media_type.partition("/")[0]
    plain = schema.content_encoding is None and not media_type.endswith("+xml")
    return plain and (main in _OCTETS or media_type in _OCTETS)
