"""The forms of a body: how it is encoded, and in which an answer can be asked for."""

from __future__ import annotations

from enum import Enum

from ..pointer import Pointer
from ..records import dataclass
from ..spec.objects import Json
from .declarations import Field
from .types import Type


class Encoding(Enum):
    """How a body's value becomes bytes, and bytes a value, by its media type."""

    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BINARY = "binary"
    XML = "xml"
    JSON_LINES = "json-lines"
    EVENTS = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """An answer of many items as they come: server-sent events or JSON lines.

    `flag` is the wire name of the body property that asks for it where it `asks`, as
    a boolean or by its value; None where none does. Where the body is one argument
    the flag is another one, `beside` it. `end` is the data that ends the stream where
    it is not the usual one. Items of a `framed` one
    are whole events, with names and ids, and not only the data of each.
    """

    pointer: Pointer
    encoding: Encoding
    media_type: str
    item: Type
    flag: str | None = None
    asks: Json = True
    beside: Field | None = None
    end: str | None = None
    framed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A media type that the answer can be asked for in, and its type then.

    Or it `streams`: the items are those of the operation's stream.
    """

    media_type: str
    returns: Type | None
    streams: bool = False
