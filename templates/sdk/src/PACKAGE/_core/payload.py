"""Payloads of webhooks and callbacks: what an API sends of its own accord."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from .answer import Received, read_json
from .operation import Type

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Payload(Generic[T_co]):
    """What one kind of call of the API's holds; `name` is what messages call it."""

    name: str
    type: Type

    def parse(self, payload: bytes | str, *, strict: bool) -> T_co:
        """The body of a request that the API made, read into its type.

        Raises:
            UnreadableBodyError: It does not fit the type.
        """
        content = payload.encode() if isinstance(payload, str) else payload
        received = Received(self.name, 200, {}, content)
        value: T_co = read_json(self.type, received, strict=strict)
        return value
