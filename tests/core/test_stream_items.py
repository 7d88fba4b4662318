"""Items of streams over a socket: their events, end, errors, and how they go on."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import Any

import pytest
from core.calling import Pet, both, use
from core.server import Script, Server, answer, serving
from PACKAGE._core.errors import (
    ApiConnectionError,
    NotFoundError,
    StreamError,
    UnreadableBodyError,
)
from PACKAGE._core.events import Event
from PACKAGE._core.octets import Binary
from PACKAGE._core.stream_operation import StreamOperation

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
ADA, BOB = b'data: {"name": "Ada"}', b'data: {"name": "Bob"}'
WATCH: StreamOperation[Pet, Pet] = StreamOperation(
    method="GET", path="/watch", item=lambda: Pet
)
WORDS: StreamOperation[str, str] = StreamOperation(
    method="GET", path="/words", item=lambda: str, end="END"
)
SEND: StreamOperation[Pet, Pet] = StreamOperation(
    method="POST", path="/watch", item=lambda: Pet, body=Binary()
)


def sent(content: bytes, *, broken: bool = False) -> Script:
    """A stream that ends, or breaks off."""
    head = HEAD + (b"content-length: 9999\r\n\r\n" if broken else b"\r\n")

    def play(connection: socket.socket, _: bytes) -> None:
        connection.sendall(head + content)

    return play


def items(
    server: Server,
    is_async: bool,
    operation: StreamOperation[Any, Any] = WATCH,
    *values: object,
    seen: Callable[[Any], object] = lambda stream: None,
    **options: Any,
) -> list[Any]:
    """The items of a stream; after each, `seen` is called with the stream."""
    found: list[Any] = []

    async def all_of(client: Any) -> None:
        made = client.with_options(**options)
        async with await operation.stream_async(made.engine, *values) as stream:
            async for item in stream:
                found.append(item)
                seen(stream)

    def each_of(client: Any) -> None:
        made = client.with_options(**options)
        with operation.stream(made.engine, *values) as stream:
            for item in stream:
                found.append(item)
                seen(stream)

    use(server, is_async, all_of if is_async else each_of)
    return found


def names(pets: list[Any]) -> list[str]:
    return [pet.name for pet in pets]


@both
def test_events(is_async: bool) -> None:
    """The event of the last item tells its name, its id and when to come again."""
    content = b"event: add\nid: 7\nretry: 20\n" + ADA + b"\n\n" + BOB + b"\n\n"
    events: list[Event] = []
    with serving(sent(content)) as server:
        pets = items(server, is_async, seen=lambda s: events.append(s.event))
    assert names(pets) == ["Ada", "Bob"]
    assert [(each.event, each.id, each.retry) for each in events] == [
        ("add", "7", 20),
        ("message", "7", None),
    ]


@both
def test_the_end(is_async: bool) -> None:
    """The mark ends the stream, whatever comes after it; so does the end of bytes.

    An event without data is a sign of life, and no item.
    """
    for end in (b"data: [DONE]\n\n" + BOB + b"\n\n", b""):
        with serving(sent(b"data\n\n" + ADA + b"\n\n" + end)) as server:
            assert names(items(server, is_async)) == ["Ada"]


@both
def test_text(is_async: bool) -> None:
    """Text is given as it is, or as its JSON says; the mark is the operation's."""
    content = 'data: hé "x"\n\ndata: "a\\n"\n\ndata: [DONE]\n\ndata: "\n\ndata: END\n\n'
    with serving(sent(content.encode() + b"data: z\n\n")) as server:
        assert items(server, is_async, WORDS) == ['hé "x"', "a\n", "[DONE]", '"']


@both
@pytest.mark.parametrize(
    ("event", "body"),
    [
        (b'event: error\ndata: {"code": 7}', {"code": 7}),
        (b"event: error\ndata: too much", "too much"),
        (b'data: {"error": {"code": 7}}', {"error": {"code": 7}}),
    ],
)
def test_an_error_in_it(event: bytes, body: Any, is_async: bool) -> None:
    """What the API tells of in the stream is raised where it comes."""
    found: list[Any] = []
    content = ADA + b"\n\n" + event + b"\n\n" + BOB + b"\n\n"
    error = pytest.raises(StreamError)
    with serving(sent(content)) as server, error as caught:
        items(server, is_async, seen=found.append)
    assert len(found) == 1
    assert caught.value.body == body
    assert str(caught.value) == f"an error in the stream: GET {server.url}/watch"


@both
def test_an_item_that_fits_no_type(is_async: bool) -> None:
    """It is unreadable, as an answer is."""
    with serving(sent(b"data: {}\n\n")) as server, pytest.raises(UnreadableBodyError):
        items(server, is_async)


def last_ids(server: Server) -> list[str | None]:
    """The ids that were asked on from, one a request."""
    found: list[str | None] = []
    for head in server.heads:
        lines = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
        found.append({k.lower(): v for k, v in lines.items()}.get("last-event-id"))
    return found


@both
@pytest.mark.parametrize("broken", [False, True])
def test_asked_for_again(broken: bool, is_async: bool) -> None:
    """It goes on after its last event, when the server wants it to."""
    said = b"id: 1\n" + ADA + b"\n\nid: a\n\nretry: 50\nid: b\n" + BOB
    first = sent(said, broken=broken)
    second = sent(BOB + b"\n\n", broken=broken)
    gone = answer(b"", "204 No Content")
    start = time.monotonic()
    with serving(first, second, gone) as server:
        assert names(items(server, is_async, reconnects=1)) == ["Ada", "Bob"]
    assert last_ids(server) == [None, "a", "a"]
    assert time.monotonic() - start > 0.1


@both
def test_not_asked_for_again(is_async: bool) -> None:
    """Neither without being asked for, nor without an id, nor after the end."""
    with_id, without = b"id: a\nretry: 1\n" + ADA + b"\n\n", ADA + b"\n\n"
    for content, reconnects in ((with_id, 0), (without, 3)):
        with serving(sent(content, broken=True)) as server:
            with pytest.raises(ApiConnectionError):
                items(server, is_async, reconnects=reconnects)
            assert len(server.heads) == 1
    with serving(sent(with_id + b"data: [DONE]\n\n")) as server:
        items(server, is_async, reconnects=3)
        assert len(server.heads) == 1


@both
def test_it_is_given_up(is_async: bool) -> None:
    """So many times without an event in between, and it is over."""
    first = sent(b"id: a\nretry: 1\n" + ADA + b"\n\n", broken=True)
    with serving(first, sent(b"", broken=True)) as server:
        with pytest.raises(ApiConnectionError):
            items(server, is_async, reconnects=2)
        assert len(server.heads) == 3
    missing, error = answer(b"{}", "404 Not Found"), pytest.raises(NotFoundError)
    with serving(first, missing) as server, error:
        items(server, is_async, reconnects=2)


@both
def test_a_body_that_can_be_had_once(is_async: bool) -> None:
    """A stream that was asked for with one is not asked for again."""
    first = sent(b"id: a\nretry: 1\n" + ADA + b"\n\n", broken=True)
    with serving(first) as server:
        with pytest.raises(ApiConnectionError):
            items(server, is_async, SEND, iter([b"x"]), reconnects=2)
        assert len(server.heads) == 1


@both
def test_json_in_the_place_of_events(is_async: bool) -> None:
    """It is no stream without items: what came instead is told."""
    whole = answer(b'{"name": "Ada"}', content_type="application/json; charset=utf-8")
    with serving(whole) as server, pytest.raises(UnreadableBodyError) as caught:
        items(server, is_async)
    assert "application/json" in str(caught.value)
    assert caught.value.body == b'{"name": "Ada"}'
