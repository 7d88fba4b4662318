"""Bodies and answers that are XML."""

from __future__ import annotations

import json
from typing import Any

from .answer import Answer, Received, Type, read_json, unreadable
from .body import Body, Content
from .elements import from_xml, to_xml
from .kinds import InXml, Kinds


class Xml(Body):
    """A model, or a list whose element is called as `root` says."""

    DEFAULT = "application/xml"

    def __init__(self, *, root: InXml | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.root = root or InXml()

    def encoded(self, given: object) -> Content:
        return Content(media_type=self.media_type, content=to_xml(given, self.root))


class XmlAnswer(Answer):
    """What an answer of a status holds where it is XML."""

    __slots__ = ()

    def read(self, received: Received, *, strict: bool) -> Any:
        if self.type is None:
            return None
        return read_xml(self.type, received, strict=strict)

    def write(self, value: object) -> bytes:
        return value if isinstance(value, bytes) else to_xml(value, InXml())


def read_xml(type_: Type, received: Received, *, strict: bool) -> Any:
    """A body that is XML, in a type.

    Raises:
        UnreadableBodyError: It is none, it does not fit, or declares entities.
    """
    try:
        value = from_xml(received.content, Kinds(type_()))
    except (SyntaxError, ValueError, RecursionError) as error:
        raise unreadable(f"the answer is no plain XML: {error}", received) from None
    written = json.dumps(value).encode()
    return read_json(type_, received, strict=strict, written=written)
