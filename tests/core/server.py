"""A server on the loopback interface that does to a connection what a test says."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

Script: TypeAlias = "Callable[[socket.socket, bytes], None]"


@dataclass
class Server:
    """Plays one script a connection, the last one again and again."""

    scripts: list[Script]
    url: str = ""
    heads: list[bytes] = field(default_factory=list[bytes])

    def play(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            head = _read_request(connection)
            index = min(len(self.heads), len(self.scripts) - 1)
            self.heads.append(head)
            self.scripts[index](connection, head)


def _read_request(connection: socket.socket) -> bytes:
    """A request's head; of its body as much as the head says."""
    content = b""
    while b"\r\n\r\n" not in content:
        chunk = connection.recv(65536)
        if not chunk:
            return content
        content += chunk
    head, _, body = content.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            wanted = int(line.partition(b":")[2])
            while len(body) < wanted:
                body += connection.recv(65536)
    return head


@contextmanager
def serving(*scripts: Script) -> Generator[Server]:
    """A server that runs as long as the block does."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(list(scripts))
    server.url = f"http://127.0.0.1:{listener.getsockname()[1]}"

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(
                    target=server.play, args=(connection,), daemon=True
                ).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield server
    finally:
        listener.close()


def answer(
    content: bytes = b"",
    status: str = "200 OK",
    length: int | None = None,
    **headers: str,
) -> Script:
    """A whole answer; `length` is what its head claims."""
    lines = {
        "content-length": str(len(content) if length is None else length),
        "connection": "close",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    if content:
        lines.setdefault("content-type", "application/json")
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())

    def play(connection: socket.socket, _: bytes) -> None:
        connection.sendall(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + content)

    return play


def reset(before: bytes = b"") -> Script:
    """Send some bytes, then reset the connection instead of closing it."""

    def play(connection: socket.socket, _: bytes) -> None:
        if before:
            connection.sendall(before)
        linger = struct.pack("ii", 1, 0)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    return play


def drip(content: bytes, pause: float) -> Script:
    """Send a byte at a time."""

    def play(connection: socket.socket, _: bytes) -> None:
        event = threading.Event()
        for index in range(len(content)):
            connection.sendall(content[index : index + 1])
            if pause:
                event.wait(pause)

    return play


def silence(seconds: float) -> Script:
    """Take the request and say nothing for a while."""

    def play(_: socket.socket, __: bytes) -> None:
        threading.Event().wait(seconds)

    return play
