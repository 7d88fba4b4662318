"""What a document says of an operation, in a form that is the same for all versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A parameter; with a media type its value is sent in that, not in a style."""

    name: str
    place: str
    required: bool
    schema: Any
    style: str
    explode: bool
    media_type: str | None = None


@dataclass(frozen=True, kw_only=True)
class Body:
    """A form of the body; `encoding` tells how properties of a form are sent."""

    media_type: str
    schema: Any
    required: bool
    items: Any = None
    encoding: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class Answer:
    """An answer of a status (`200`, `2XX`, `DEFAULT`); no media type: no body."""

    status: str
    media_type: str | None
    schema: Any
    items: Any

    @property
    def success(self) -> bool:
        return self.status.startswith("2")

    def code(self) -> int:
        """A status of the range; of the default one that nothing else names."""
        if self.status.isdigit():
            return int(self.status)
        return {"1": 199, "2": 299, "3": 399, "4": 499, "5": 599}.get(
            self.status[:1], 0
        )


@dataclass(frozen=True, kw_only=True)
class Operation:
    method: str
    path: str
    parameters: list[Parameter]
    bodies: list[Body]
    body_required: bool
    answers: list[Answer]
    security: list[dict[str, list[Any]]]

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def called(self) -> str:
        """What a server sees of the path's template: no fragment and no query."""
        return called(self.path)


def called(path: str) -> str:
    """A path template without its fragment, its query and `{?names}` (RFC 6570)."""
    return path.partition("#")[0].partition("{?")[0].partition("?")[0]


def kind(media_type: str) -> str:
    """How the bytes of a media type are to be read (RFC 6838, 4.2.8)."""
    essence = media_type.partition(";")[0].strip().lower()
    main, _, sub = essence.partition("/")
    if essence == "text/event-stream":
        return "events"
    if sub.removeprefix("x-") in ("ndjson", "jsonl", "jsonlines", "json-lines"):
        return "lines"
    if sub in ("json-seq", "stream+json"):
        return "lines"
    if sub == "json" or sub.endswith("+json") or essence in ("*/*", "application/*"):
        return "json"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    if main == "multipart":
        return "multipart"
    if sub == "xml" or sub.endswith("+xml"):
        return "xml"
    return "text" if main == "text" else "binary"


def accepted(media_type: str, ranges: list[str]) -> bool:
    """Whether a media type is among what is accepted (RFC 9110, 12.5.1)."""
    essence = media_type.partition(";")[0].strip().lower()
    main = essence.partition("/")[0]
    for each in ranges:
        wanted = each.partition(";")[0].strip().lower()
        if wanted in (essence, "*/*", f"{main}/*") or "*" in essence:
            return True
    return False
