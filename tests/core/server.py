"""A server on the loopback interface that does to a connection what a test says."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Script: TypeAlias = "Callable[[socket.socket, bytes], None]"


@dataclass
class Server:
    """Plays one script a connection, the last one again and again.

    With `tls` it shakes hands before that; `peers` are the certificates that it saw.
    """

    scripts: list[Script]
    url: str = ""
    tls: ssl.SSLContext | None = None
    peers: list[Any] = field(default_factory=list[Any])
    heads: list[bytes] = field(default_factory=list[bytes])
    bodies: list[bytes] = field(default_factory=list[bytes])

    def play(self, plain: socket.socket) -> None:
        with suppress(OSError), self._secured(plain) as connection:
            script = self.scripts[min(len(self.heads), len(self.scripts) - 1)]
            read = _until_body if isinstance(script, Early) else read_request
            head, body = read(connection)
            self.heads.append(head)
            self.bodies.append(body)
            script(connection, head)

    def _secured(self, plain: socket.socket) -> socket.socket:
        if self.tls is None:
            return plain
        with plain:  # one that does not shake hands is let go of
            secured = self.tls.wrap_socket(plain, server_side=True)
        self.peers.append(secured.getpeercert())
        return secured


@dataclass(frozen=True)
class Early:
    """A script that does not wait for the whole of a body."""

    script: Script

    def __call__(self, connection: socket.socket, head: bytes) -> None:
        self.script(connection, head)


def _until_body(connection: socket.socket) -> tuple[bytes, bytes]:
    """A request's head, and what else has come with the first of its body."""
    head, body = _until(connection, b"\r\n\r\n")
    return head, body or connection.recv(65536)


def read_request(connection: socket.socket) -> tuple[bytes, bytes]:
    """A request's head, and of its body as much as the head says."""
    head, body = _until(connection, b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    if b"transfer-encoding: chunked" in lines:
        return head, _chunked(connection, body)
    for line in lines:
        if line.startswith(b"content-length:"):
            wanted, parts = int(line.partition(b":")[2]) - len(body), [body]
            while wanted > 0 and (chunk := connection.recv(65536)):
                parts.append(chunk)
                wanted -= len(chunk)
            body = b"".join(parts)
    return head, body


def _until(
    connection: socket.socket, end: bytes, content: bytes = b""
) -> tuple[bytes, bytes]:
    """What comes before some bytes, and what has come after them."""
    while end not in content:
        chunk = connection.recv(65536)
        if not chunk:
            return content, b""
        content += chunk
    before, _, after = content.partition(end)
    return before, after


def _chunked(connection: socket.socket, rest: bytes) -> bytes:
    """A body in chunks (RFC 9112, 7.1)."""
    parts: list[bytes] = []
    while True:
        size, rest = _until(connection, b"\r\n", rest)
        wanted = int(size or b"0", 16)
        while len(rest) < wanted + 2 and (chunk := connection.recv(65536)):
            rest += chunk
        if not wanted:
            return b"".join(parts)
        parts.append(rest[:wanted])
        rest = rest[wanted + 2 :]


@contextmanager
def serving(*scripts: Script, tls: ssl.SSLContext | None = None) -> Generator[Server]:
    """A server that runs as long as the block does."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=2000)
    server = Server(list(scripts), tls=tls)
    scheme = "http" if tls is None else "https"
    server.url = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"

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


def kept(content: bytes, times: int) -> Script:
    """Answer so many requests on one connection, then close it without a word."""
    head = f"content-type: application/json\r\ncontent-length: {len(content)}"
    whole = f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode() + content

    def play(connection: socket.socket, _: bytes) -> None:
        connection.sendall(whole)
        for _again in range(times - 1):
            if not read_request(connection)[0]:
                return
            connection.sendall(whole)

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
