"""Media types → how a body's bytes and its value become each other (RFC 6838)."""

from __future__ import annotations

from .nodes import Encoding

RECORDS = "application/json-seq"  # RFC 7464
_LINES = frozenset(
    {
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "application/json-lines",
        RECORDS,
        "application/stream+json",
    }
)
# Which of several media types is used unless another is chosen.
ORDER = (
    Encoding.JSON,
    Encoding.FORM,
    Encoding.MULTIPART,
    Encoding.JSON_LINES,
    Encoding.EVENTS,
    Encoding.TEXT,
    Encoding.XML,
    Encoding.BINARY,
)


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def encoding_of(media_type: str) -> Encoding:
    """The encoding of a media type; parameters such as a charset do not count."""
    named = essence(media_type)
    main, _, sub = named.partition("/")
    if named in _LINES:
        return Encoding.JSON_LINES
    if named == "text/event-stream":
        return Encoding.EVENTS
    if sub == "json" or sub.endswith("+json") or named in ("*/*", "application/*"):
        return Encoding.JSON
    if named == "application/x-www-form-urlencoded":
        return Encoding.FORM
    if main == "multipart":
        return Encoding.MULTIPART
    if sub == "xml" or sub.endswith("+xml"):
        return Encoding.XML
    return Encoding.TEXT if main == "text" else Encoding.BINARY


def is_concrete(media_type: str) -> bool:
    """Whether a media type can be sent: a range such as `*/*` cannot."""
    return "*" not in media_type


def asked_as(media_type: str, encoding: Encoding) -> str:
    """The media type to ask for: a range, but where it is JSON that is read."""
    return sent_as(media_type, encoding) if encoding is Encoding.JSON else media_type


def sent_as(media_type: str, encoding: Encoding) -> str:
    """The media type to send where the document has a range."""
    if is_concrete(media_type):
        return media_type
    if encoding is Encoding.JSON:
        return "application/json"
    return "text/plain" if encoding is Encoding.TEXT else "application/octet-stream"
