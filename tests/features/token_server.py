"""An API with its token endpoint, on the loopback interface."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

Answer: TypeAlias = "tuple[int, Mapping[str, object]]"
Call: TypeAlias = Callable[[Any], Any]


@dataclass(frozen=True)
class Request:
    """What came: headers by their names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


def tokens(**more: object) -> Callable[[Request, int], Answer]:
    """Grants whatever is asked for: `token-1`, then `token-2`."""
    return lambda request, count: (
        200,
        {"access_token": f"token-{count}", "token_type": "Bearer", **more},
    )


@dataclass
class TokenServer:
    """`grant` answers at the token endpoints; calls need a token of `good`, if set.

    `delay` is how long a grant takes, so that many callers can wait for it.
    """

    grant: Callable[[Request, int], Answer] = field(default_factory=tokens)
    endpoints: tuple[str, ...] = ("/token",)
    good: set[str] | None = None
    delay: float = 0.0
    url: str = ""
    grants: list[Request] = field(default_factory=list[Request])
    calls: list[Request] = field(default_factory=list[Request])
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def sent(self) -> list[str | None]:
        """The tokens of the calls, in order."""
        return [
            call.headers.get("authorization", "").removeprefix("Bearer ") or None
            for call in self.calls
        ]

    def answer(self, request: Request) -> Answer:
        if request.path in self.endpoints:
            time.sleep(self.delay)
            with self.lock:
                self.grants.append(request)
                return self.grant(request, len(self.grants))
        with self.lock:
            self.calls.append(request)
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self.good is not None and token not in self.good:
            return 401, {"error": "invalid_token"}
        return (204, {}) if request.path != "/v1/items" else (200, {"items": []})


@contextmanager
def serving(server: TokenServer) -> Generator[TokenServer]:
    """The server, as long as the block runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            chunked = "chunked" in self.headers.get("transfer-encoding", "")
            request = Request(
                method=self.command,
                path=self.path,
                headers={name.lower(): value for name, value in self.headers.items()},
                body=self.in_chunks() if chunked else self.rfile.read(length),
            )
            status, value = server.answer(request)
            content = b"" if status == 204 else json.dumps(value).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            if isinstance(location := value.get("location"), str):
                self.send_header("location", location)
            self.end_headers()
            self.wfile.write(content)

        def in_chunks(self) -> bytes:
            """A body in chunks (RFC 9112, 7.1)."""
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body

        do_GET = do_POST = do_PUT = answer

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

    class Loopback(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

    with Loopback(("127.0.0.1", 0), Handler) as http:
        server.url = f"http://127.0.0.1:{http.server_port}"
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


@dataclass(frozen=True)
class Driver:
    """Makes calls of one client, one after the other, sync or async."""

    sdk: ModuleType
    client: str
    waits: bool

    def __call__(self, server: TokenServer, *calls: Call, **options: Any) -> None:
        given = {"base_url": f"{server.url}/v1", "max_retries": 0, **options}
        if self.waits:
            with getattr(self.sdk, self.client)(**given) as client:
                for call in calls:
                    call(client)
        else:
            asyncio.run(self._later(calls, given))

    async def _later(self, calls: tuple[Call, ...], given: dict[str, Any]) -> None:
        async with getattr(self.sdk, f"Async{self.client}")(**given) as client:
            for call in calls:
                await call(client)
