"""Connections: kept, shared by many callers, and let go of, whatever ends a call."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from core.calling import API, GET, PET, SECRET, Async, Pet, Sync, both, use
from core.server import Script, answer, drip, kept, serving
from library import httpx
from PACKAGE._core.connection import Pool
from PACKAGE._core.errors import InvalidRequestError, UnreadableBodyError
from PACKAGE._core.operation import Operation
from PACKAGE._core.stream import AsyncStream
from PACKAGE._core.stream_operation import StreamOperation

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
FIRST = HEAD + b'data: {"name": "Ada"}\n\n'
WATCH: StreamOperation[Pet, Pet] = StreamOperation(
    method="GET", path="/watch", item=lambda: Pet
)
ALL: Operation[list[Pet]] = Operation(
    method="GET", path="/pets", returns=lambda: list[Pet]
)


def get(client: Any) -> Any:
    return client.engine.call(GET)


def options(url: str, http: Any = None) -> dict[str, Any]:
    return {
        "base_url": url,
        "credentials": {"key": SECRET},
        "timeout": 5.0,
        "httpx_client": http,
        "max_retries": 0,
        "strict": False,
    }


def until_gone(gone: threading.Event, sent: bytes) -> Script:
    """Send some bytes; say so when the other side has let go."""

    def play(connection: socket.socket, _: bytes) -> None:
        connection.sendall(sent)
        while connection.recv(65536):
            pass
        gone.set()

    return play


@both
def test_kept_alive(is_async: bool) -> None:
    """One connection serves call after call; one that was closed is made anew."""

    async def several(client: Any) -> list[Any]:
        return [await get(client) for _ in range(5)]

    with serving(kept(PET, times=3)) as server:
        if is_async:
            pets = use(server, True, several, max_retries=1)
        else:
            pets = use(
                server,
                False,
                lambda client: [get(client) for _ in range(5)],
                max_retries=1,
            )
        assert pets == [Pet(name="Ada")] * 5
        assert len(server.heads) == 2


@both
def test_large(is_async: bool) -> None:
    """20 MB are read whole."""
    content = b"[" + b",".join([b'{"name": "%s"}' % (b"x" * 1000)] * 20_000) + b"]"
    assert len(content) > 20_000_000
    with serving(answer(content)) as server:
        pets = use(server, is_async, lambda client: client.engine.call(ALL))
    assert len(pets) == 20_000


def test_a_thousand_calls_at_once() -> None:
    """One async client makes them all, each with its own answer."""

    def play(connection: socket.socket, head: bytes) -> None:
        name = head.split(b" ")[1].partition(b"?n=")[2]
        answer(b'{"name": "%s"}' % name)(connection, head)

    asked: Operation[Pet] = Operation(
        method="GET", path="/pets", query=("n",), returns=lambda: Pet
    )

    async def all_of(client: Async) -> list[Pet]:
        calls = [client.engine.call(asked, number) for number in range(1000)]
        return list(await asyncio.gather(*calls))

    with serving(play) as server:
        pets = use(server, True, all_of, timeout=60.0)
    assert [pet.name for pet in pets] == [str(number) for number in range(1000)]


def at_once(work: Callable[[], Any], threads: int = 16) -> list[Any]:
    """What each of many threads gives, all started together."""
    start = threading.Barrier(threads)

    def one(_: int) -> Any:
        start.wait()
        return work()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(one, range(threads)))


def test_threads() -> None:
    """One sync client is used by many threads."""
    with (
        serving(kept(PET, times=500)) as server,
        Sync(API, **options(server.url)) as client,
    ):
        several = at_once(lambda: [get(client) for _ in range(20)])
    assert several == [[Pet(name="Ada")] * 20] * 16


def test_threads_that_come_first() -> None:
    """They share one pool of connections, also where they come for it at once."""

    def made(**options: Any) -> httpx.Client:
        time.sleep(0.01)
        return httpx.Client(**options)

    pool = Pool(None, made)
    assert len(set(at_once(lambda: pool.http))) == 1
    pool.http.close()


async def cancelled(what: Awaitable[Any], after: threading.Event) -> None:
    """Start something, and cancel it when the server has seen it."""
    task = asyncio.ensure_future(what)
    await asyncio.to_thread(after.wait, 5)
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    "sent", [b"", b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx"]
)
def test_a_call_that_is_cancelled(sent: bytes) -> None:
    """It lets go of its connection: a pool of one has it again."""
    seen, gone = threading.Event(), threading.Event()

    def play(connection: socket.socket, head: bytes) -> None:
        seen.set()
        until_gone(gone, sent)(connection, head)

    async def main(url: str) -> Any:
        limits = httpx.Limits(max_connections=1)
        async with httpx.AsyncClient(limits=limits) as http:
            client = Async(API, **options(url, http))
            await cancelled(get(client), seen)
            return await get(client)

    with serving(play, answer(PET)) as server:
        assert asyncio.run(main(server.url)) == Pet(name="Ada")
        assert gone.wait(5)


async def read_on(client: Async, first: asyncio.Event | threading.Event) -> None:
    async with await WATCH.stream_async(client.engine) as stream:
        async for _ in stream:
            first.set()


async def break_off(client: Async) -> None:
    async with await WATCH.stream_async(client.engine) as stream:
        async for _ in stream:
            break


async def fail(client: Async) -> None:
    stream = await WATCH.stream_async(client.engine)
    with pytest.raises(ZeroDivisionError):
        await divide(stream)


async def divide(stream: AsyncStream[Pet]) -> None:
    async with stream:
        async for _ in stream:
            raise ZeroDivisionError


async def close(client: Async) -> None:
    stream = await WATCH.stream_async(client.engine)
    assert (await anext(stream)).name == "Ada"
    await stream.aclose()


async def cancel(client: Async) -> None:
    first = threading.Event()
    await cancelled(read_on(client, first), first)


@pytest.mark.parametrize("end", [break_off, fail, close, cancel])
def test_an_async_stream_that_is_left(end: Callable[[Async], Awaitable[None]]) -> None:
    """However it is left, its connection is closed, and the pool has its place."""
    gone = threading.Event()

    async def main(url: str) -> Any:
        limits = httpx.Limits(max_connections=1)
        async with httpx.AsyncClient(limits=limits) as http:
            client = Async(API, **options(url, http))
            await end(client)
            return await get(client)

    with serving(until_gone(gone, FIRST), answer(PET)) as server:
        assert asyncio.run(main(server.url)) == Pet(name="Ada")
        assert gone.wait(5)


def test_a_stream_that_is_left() -> None:
    """So it is with a sync client."""
    gone = threading.Event()
    limits = httpx.Limits(max_connections=1)
    with (
        serving(until_gone(gone, FIRST), answer(PET)) as server,
        httpx.Client(limits=limits) as http,
    ):
        client = Sync(API, **options(server.url, http))
        with WATCH.stream(client.engine) as stream:
            assert next(stream).name == "Ada"
        assert get(client) == Pet(name="Ada")
        assert gone.wait(5)


@both
def test_a_user_s_client_that_is_closed(is_async: bool) -> None:
    """It is an error of the family, before anything is sent."""

    async def gone() -> httpx.AsyncClient:
        http = httpx.AsyncClient()
        await http.aclose()
        return http

    http: Any = asyncio.run(gone()) if is_async else httpx.Client()
    if not is_async:
        http.close()
    with serving(answer(PET)) as server:
        with pytest.raises(InvalidRequestError, match="has been closed"):
            use(server, is_async, get, httpx_client=http)
        assert server.heads == []


@both
def test_a_stream_cut_at_each_byte(is_async: bool) -> None:
    """Its items are the same."""

    async def items(client: Any) -> list[Any]:
        return [pet async for pet in await WATCH.stream_async(client.engine)]

    sent = FIRST + 'data: {"name":\r\ndata: "Bö"}\r\n\r\n'.encode()
    with serving(drip(sent, 0)) as server:
        if is_async:
            pets = use(server, True, items)
        else:
            pets = use(server, False, lambda c: list(WATCH.stream(c.engine)))
    assert [pet.name for pet in pets] == ["Ada", "Bö"]


def test_a_streamed_body_s_faults() -> None:
    """An encoding that is broken, and a body that is asked for twice."""
    broken = answer(b"no gzip", content_encoding="gzip")
    with serving(broken) as server, Sync(API, **options(server.url)) as client:
        raw = client.streaming
        with raw.engine.call(GET) as response, pytest.raises(UnreadableBodyError):
            response.read()
    with serving(answer(PET)) as server, Sync(API, **options(server.url)) as client:
        raw = client.streaming
        with raw.engine.call(GET) as response:
            assert b"".join(response.iter_bytes()) == PET
            with pytest.raises(InvalidRequestError, match="has been read"):
                response.read()
