"""Payloads of webhooks that are XML."""

from __future__ import annotations

from typing import Any, TypeVar

from .answer import Received
from .payload import Payload
from .xml import read_xml

T_co = TypeVar("T_co", covariant=True)


class XmlPayload(Payload[T_co]):
    """A payload that is XML, read into its type."""

    def _read(self, received: Received, strict: bool) -> Any:
        return read_xml(self.type, received, strict=strict)
