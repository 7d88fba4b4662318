"""A large answer is never whole in memory."""

from __future__ import annotations

import socket
import tracemalloc
from pathlib import Path
from typing import Any

from core.calling import both, use
from core.server import serving
from PACKAGE._core.answer import Answer
from PACKAGE._core.engine import Form
from PACKAGE._core.operation import Operation

PIECE = bytes(65_536)
PIECES = 1024  # 64 MB
MOST = 4_000_000
GET: Operation[bytes] = Operation(
    method="GET",
    path="/film",
    answers=(Answer("200", "application/octet-stream", lambda: bytes),),
)


def film(connection: socket.socket, _: bytes) -> None:
    length = len(PIECE) * PIECES
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % length)
    for _piece in range(PIECES):
        connection.sendall(PIECE)


@both
def test_to_a_file(is_async: bool, tmp_path: Path) -> None:
    """64 MB are written as they come, and no more than a piece or two is held."""
    path = tmp_path / "film"

    def sync(client: Any) -> None:
        with client._in_form(Form.STREAMED).engine.call(GET) as answer:
            answer.save(path)

    async def by_async(client: Any) -> None:
        async with await client._in_form(Form.STREAMED).engine.call(GET) as answer:
            await answer.save(path)

    with serving(film) as server:
        tracemalloc.start()
        try:
            use(server, is_async, by_async if is_async else sync, timeout=60.0)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert path.stat().st_size == len(PIECE) * PIECES
    assert peak < MOST
