"""Streams over a socket: items arrive as they are sent, and connections are let go."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest
from core.calling import both
from core.server import Server, answer, serving
from core.test_faults import API, SECRET, Async, Pet, Sync
from PACKAGE._core.body import Json
from PACKAGE._core.errors import ApiConnectionError, NotFoundError, UnreadableBodyError
from PACKAGE._core.stream_operation import StreamOperation

HEAD = (
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
)
TALK: StreamOperation[Pet, Pet] = StreamOperation(
    method="POST",
    path="/talk",
    body=Json("about", "stream"),
    returns=lambda: Pet,
    item=lambda: Pet,
    flag="stream",
)


def options(server: Server) -> dict[str, Any]:
    return {
        "base_url": server.url,
        "credentials": {"key": SECRET},
        "timeout": 5.0,
        "httpx_client": None,
        "max_retries": 0,
        "strict": False,
    }


def items(server: Server, is_async: bool, **given: Any) -> list[Pet]:
    """All the items of a stream."""
    made = {**options(server), **given}
    if not is_async:
        with Sync(API, **made) as client, TALK.stream(client.engine, "x", True) as pets:
            return list(pets)

    async def main() -> list[Pet]:
        async with (
            Async(API, **made) as client,
            await TALK.stream_async(client.engine, "x", True) as pets,
        ):
            return [pet async for pet in pets]

    return asyncio.run(main())


def step_by_step(seen: threading.Event) -> Callable[[socket.socket, bytes], None]:
    """Send the second event only when the first has been seen."""

    def play(connection: socket.socket, _: bytes) -> None:
        connection.sendall(HEAD + b'data: {"name": "Ada"}\n\n')
        assert seen.wait(5)
        connection.sendall(b'data: {"name": "Bob"}\n\ndata: [DONE]\n\n')

    return play


def test_items_come_as_they_are_sent() -> None:
    """The first item is here before the second has been sent."""
    seen = threading.Event()
    with serving(step_by_step(seen)) as server, Sync(API, **options(server)) as client:
        names: list[str] = []
        with TALK.stream(client.engine, "x", True) as stream:
            for pet in stream:
                names.append(pet.name)
                seen.set()
        assert names == ["Ada", "Bob"]
        assert b"accept: text/event-stream" in server.heads[0].lower()


def test_items_come_as_they_are_sent_async() -> None:
    """So it is without blocking."""
    seen = threading.Event()

    async def main(server: Server) -> list[str]:
        names: list[str] = []
        async with (
            Async(API, **options(server)) as client,
            await TALK.stream_async(client.engine, "x", True) as stream,
        ):
            async for pet in stream:
                names.append(pet.name)
                seen.set()
        return names

    with serving(step_by_step(seen)) as server:
        assert asyncio.run(main(server)) == ["Ada", "Bob"]


def test_leaving_early_closes_the_connection() -> None:
    """A loop that is left lets go of the connection; the server sees it end."""
    closed = threading.Event()

    def play(connection: socket.socket, _: bytes) -> None:
        connection.sendall(HEAD + b'data: {"name": "Ada"}\n\n')
        if connection.recv(1) == b"":
            closed.set()

    with serving(play) as server, Sync(API, **options(server)) as client:
        with TALK.stream(client.engine, "x", True) as stream:
            assert next(stream).name == "Ada"
        assert closed.wait(5)


@both
def test_a_stream_that_breaks(is_async: bool) -> None:
    """A lost connection and an item of another type are errors of the family."""
    broken = (
        b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n" + b'data: {"name": "A"}\n\n'
    )

    def lost(connection: socket.socket, _: bytes) -> None:
        connection.sendall(broken)

    def wrong(connection: socket.socket, _: bytes) -> None:
        connection.sendall(HEAD + b'data: {"name": 1}\n\n')

    for script, expected in ((lost, ApiConnectionError), (wrong, UnreadableBodyError)):
        with serving(script) as server, pytest.raises(expected):
            items(server, is_async)


@both
def test_an_answer_that_is_no_success(is_async: bool) -> None:
    """It is raised by the call, before there is a stream."""
    missing = answer(b'{"detail": "no"}', "404 Not Found")
    with serving(missing) as server:
        with pytest.raises(NotFoundError) as caught:
            items(server, is_async)
        assert caught.value.body == {"detail": "no"}


@both
def test_a_stream_outlasts_the_time_of_a_call(is_async: bool) -> None:
    """The time of a call is over with the head; each item then has as much again."""

    def play(connection: socket.socket, _: bytes) -> None:
        connection.sendall(HEAD)
        for _again in range(5):
            threading.Event().wait(0.2)
            connection.sendall(b'data: {"name": "Ada"}\n\n')

    with serving(play) as server:
        assert len(items(server, is_async, timeout=0.5)) == 5
