"""Events of an answer → its items, or the error that one of them tells of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from .answer import Received, adapter, error_body, is_json, read_json, unreadable
from .errors import ApiConnectionError, StreamError, UnreadableBodyError
from .events import Decoder, Event, Events
from .records import dataclass, replace
from .request import Prepared, merged

if TYPE_CHECKING:
    from .stream_operation import StreamOperation


@dataclass(slots=True)
class Reading:
    """How far a stream has been read, and whether it is asked for again.

    That is where it ends without its mark, after an event with an id, up to
    `reconnects` times with no event in between (HTML standard, 9.2.3).
    """

    operation: StreamOperation[Any, Any]
    request: Prepared
    headers: Mapping[str, str]
    strict: bool
    reconnects: int
    event: Event | None = None
    ended: bool = False
    wait: float = 1.0
    _tries: int = 0
    _cut: Decoder = field(init=False)
    _is_text: bool = field(init=False)
    _is_json: bool = field(init=False)
    _validated: Callable[..., Any] = field(init=False)

    def __post_init__(self) -> None:
        item = self.operation.item
        self._cut = self.operation.cut()
        self._is_text = item() is str
        came = self.headers.get("content-type", "")
        self._is_json = self.operation.cut is Events and is_json(came)
        reader = adapter(item)
        reader.rebuild()  # or it would stand in for one that is made late
        self._validated = reader.validator.validate_json

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """The items that are whole with these bytes.

        Raises:
            UnreadableBodyError: What comes is JSON, and not cut into events at all.
        """
        if self._is_json:
            whole = Received(self.request.call, 200, self.headers, chunk)
            raise unreadable(f"no events came, but {whole.media_type}", whole)
        return self._items(self._cut.feed(chunk))

    def rest(self) -> Iterator[Any]:
        """What the last bytes hold."""
        return self._items(self._cut.end())

    def _items(self, events: list[Event]) -> Iterator[Any]:
        end = self.operation.end.encode()
        plain = not (self._is_text or self.strict or self.operation.framed)
        validated = self._validated
        for event in events:
            data = event.data
            if data == end:
                self.ended = True
                return
            self.event, self._tries = event, 0
            if plain and data and event.event != "error":
                try:
                    item = validated(data, by_alias=True, by_name=False)
                except ValidationError:
                    item = self._read(event)
                yield item
            elif data or self._is_text:
                yield self._read(event)

    def _read(self, event: Event) -> Any:
        """An event in the type of the items.

        Raises:
            StreamError: The API says that it failed.
            UnreadableBodyError: The event does not fit the type.
        """
        if self.operation.framed:
            event = event._replace(data=_framed(event))
        elif event.event == "error":
            raise self._failed(event)
        item = self.operation.item
        if self._is_text:
            return _text(event.data)
        whole = Received(self.request.call, 200, self.headers, event.data)
        try:
            return read_json(item, whole, strict=self.strict)
        except UnreadableBodyError:
            if _names_error(event.data):
                raise self._failed(event) from None
            raise

    def _failed(self, event: Event) -> StreamError:
        whole = Received(self.request.call, 200, self.headers, event.data)
        body = error_body(self.operation.errors.get("default"), whole)
        return StreamError(self.request.call, 200, self.headers, body)

    def again(self, error: ApiConnectionError | None) -> Prepared | None:
        """The request for what comes after the last event; None: it is over.

        Raises:
            ApiConnectionError: It broke off and is not asked for again.
        """
        last, retry = self._cut.last_id, self._cut.retry
        self.wait = self.wait if retry is None else retry / 1000
        can = last and self.request.body.replayable
        if can and not self.ended and self._tries < self.reconnects:
            self._tries += 1
            self._cut = Events(last)
            headers = merged(self.request.headers, {"Last-Event-ID": last})
            return replace(self.request, headers=headers)
        if error is not None:
            raise error
        return None


def _framed(event: Event) -> bytes:
    """A whole event as JSON: of its fields those that have come."""
    fields: dict[str, object] = {"data": event.data.decode("utf-8", "replace")}
    fields |= {"event": event.event} if event.event != "message" else {}
    fields |= {"id": event.id} if event.id else {}
    fields |= {"retry": event.retry} if event.retry is not None else {}
    return json.dumps(fields).encode()


def _text(data: bytes) -> str:
    """An item that is text: as it is, or as the JSON of a text."""
    written = data.decode("utf-8", "replace")
    if not written.startswith('"'):
        return written
    try:
        value = json.loads(written)
    except ValueError:
        return written
    return value if isinstance(value, str) else written


def _names_error(data: bytes) -> bool:
    """Whether an item that fits no type is an object that tells of an error."""
    try:
        value = json.loads(data)
    except ValueError:
        return False
    return isinstance(value, dict) and "error" in value
