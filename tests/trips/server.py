"""A server on the loopback interface that keeps what it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass(frozen=True)
class Request:
    """A request as its bytes were."""

    method: str
    target: str
    headers: Message
    content: bytes


@dataclass(frozen=True)
class Reply:
    """What is answered."""

    status: int
    media_type: str | None = None
    content: bytes = b""


@dataclass
class Loopback:
    """`reply` is what every request is answered with; `sent` the requests so far."""

    url: str = ""
    reply: Reply = Reply(204)
    sent: list[Request] = field(default_factory=list[Request])


@contextmanager
def loopback() -> Iterator[Loopback]:
    """A server that runs until the context ends."""
    state = Loopback()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet
        disable_nagle_algorithm = True

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self._answer
            raise AttributeError(name)

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            content = self.rfile.read(length)
            state.sent.append(Request(self.command, self.path, self.headers, content))
            reply = state.reply
            self.send_response_only(reply.status)
            if reply.media_type is not None:
                self.send_header("Content-Type", reply.media_type)
            if reply.status not in (204, 304) and reply.status >= 200:
                self.send_header("Content-Length", str(len(reply.content)))
            self.end_headers()
            if self.command != "HEAD" and reply.status not in (204, 304):
                self.wfile.write(reply.content)
            self.wfile.flush()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.daemon = True
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
