"""A service on the loopback interface that keeps what it is asked."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Received:
    """A request as it came over the socket; `path` is still percent-encoded."""

    verb: str
    path: str
    query: list[tuple[str, str]]
    headers: dict[str, str]
    body: bytes


class Service:
    """Answers each request with `answer`, a JSON value (None: no body)."""

    def __init__(self) -> None:
        self.answer: Any = None
        self.received: list[Received] = []
        self.url = ""

    @property
    def last(self) -> Received:
        return self.received[-1]


@contextmanager
def serving() -> Generator[Service]:
    """A service that runs as long as the block does."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.close_connection = False
            super().handle_one_request()

        def reply(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            parts = urlsplit(self.path)
            service.received.append(
                Received(
                    verb=self.command,
                    path=parts.path,
                    query=parse_qsl(parts.query, keep_blank_values=True),
                    headers={k.lower(): v for k, v in self.headers.items()},
                    body=self.rfile.read(length),
                )
            )
            content = (
                b"" if service.answer is None else json.dumps(service.answer).encode()
            )
            self.send_response(200)
            if content:
                self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PUT = do_POST = do_DELETE = reply

        def log_message(self, format: str, *args: object) -> None:
            """Keep the test run quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
