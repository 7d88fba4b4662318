"""Payloads of webhooks and callbacks: what an API sends of its own accord."""

from __future__ import annotations

import json
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import parse_qs

from .answer import Received, Type, read_json
from .records import dataclass

T_co = TypeVar("T_co", covariant=True)


class Reader(Protocol):
    """Reads a body into a type, as answers are."""

    def __call__(self, type_: Type, received: Received, *, strict: bool) -> Any: ...


@dataclass(frozen=True, slots=True)
class Payload(Generic[T_co]):
    """What one kind of call of the API's holds; `name` is what messages call it."""

    name: str
    type: Type
    read: Reader = read_json

    def parse(self, payload: bytes | str, *, strict: bool) -> T_co:
        """The body of a request that the API made, read into its type.

        Raises:
            UnreadableBodyError: It does not fit the type.
        """
        content = payload.encode() if isinstance(payload, str) else payload
        received = Received(self.name, 200, {}, content)
        value: T_co = self.read(self.type, received, strict=strict)
        return value


@dataclass(frozen=True, slots=True)
class FormFields:
    """Reads a payload that is a form (`application/x-www-form-urlencoded`).

    `lists` are the fields that may come several times, `objects` those that are JSON.
    """

    lists: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()

    def __call__(self, type_: Type, received: Received, *, strict: bool) -> Any:
        text = received.content.decode("utf-8", "replace")
        fields = {
            name: self._field(name, values)
            for name, values in parse_qs(text, keep_blank_values=True).items()
        }
        written = json.dumps(fields).encode()
        return read_json(type_, received, strict=strict, written=written)

    def _field(self, name: str, values: list[str]) -> object:
        if name in self.lists:
            return values
        last = values[-1]
        if name not in self.objects:
            return last
        try:
            return json.loads(last)
        except ValueError:
            return last
