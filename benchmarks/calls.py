"""What a call, a large answer and a stream cost: the floor, ours, published SDKs.

    python benchmarks/calls.py

Figures are CPU microseconds of one process (for the large answer and the stream: of a
call, of an event), the least of several rounds that take turns, and how many times the
floor that is. The floor is the HTTP library with `json` or pydantic and nothing else.
`here`: the transport answers without a network; `loopback`: a server in another process
answers on a kept connection. openai and cohere are measured if they are installed.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx2
from pydantic import BaseModel, ConfigDict, TypeAdapter
from sdkwright.config import Target
from sdkwright.pipeline import carry_out, prepare

_TOKEN = "sk-" + 48 * "x"
ROUNDS, FEW = 150, 15  # of small works, and of large ones
_CALLS, _EVENTS = 40, 2000
_ONE = {"id": "gpt-x", "object": "model", "created": 1, "owned_by": "someone"}
_LIST = {"object": "list", "data": [dict(_ONE, id=f"m{n:06}") for n in range(12_500)]}
_CHUNK = {
    "id": "c1",
    "object": "chat.completion.chunk",
    "created": 1,
    "model": "gpt-x",
    "choices": [{"index": 0, "delta": {"content": "a word or two"}}],
}
_DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Models", "version": "1"},
    "paths": {
        "/models/{id}": {"get": {"operationId": "get", "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        ]}},
        "/models": {"get": {"operationId": "list"}},
        "/chat/completions": {"post": {"operationId": "chat", "requestBody": {
            "content": {"application/json": {"schema": {
                "type": "object", "properties": {
                    "model": {"type": "string"}, "stream": {"type": "boolean"}}}}}}}},
    },
    "security": [{"token": []}],
    "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
      "schemas": {
        "Model": {"type": "object", "required": list(_ONE), "properties": {
            name: {"type": "integer" if value == 1 else "string"}
            for name, value in _ONE.items()}},
        "Models": {"type": "object", "required": ["data"], "properties": {
            "object": {"type": "string"}, "data": {
                "type": "array", "items": {"$ref": "#/components/schemas/Model"}}}},
        "Delta": {"type": "object", "properties": {"content": {"type": "string"}}},
        "Choice": {"type": "object", "required": ["index", "delta"], "properties": {
            "index": {"type": "integer"},
            "delta": {"$ref": "#/components/schemas/Delta"}}},
        "Chunk": {"type": "object", "required": list(_CHUNK), "properties": {
            "id": {"type": "string"}, "object": {"type": "string"},
            "created": {"type": "integer"}, "model": {"type": "string"},
            "choices": {
                "type": "array", "items": {"$ref": "#/components/schemas/Choice"}}}},
    }},
}  # fmt: skip
_ANSWERS = {
    "/models/{id}": {"application/json": "Model"},
    "/models": {"application/json": "Models"},
    "/chat/completions": {"application/json": "Chunk", "text/event-stream": "Chunk"},
}
_SERVER = """
import socket, threading
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
body = b'{"id":"gpt-x","object":"model","created":1,"owned_by":"someone"}'
head = b"HTTP/1.1 200 OK\\r\\ncontent-type: application/json\\r\\ncontent-length: %d"
whole = head % len(body) + b"\\r\\n\\r\\n" + body
def serve(connection):
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while connection.recv(65536):
        connection.sendall(whole)
while True:
    threading.Thread(target=serve, args=listener.accept()[:1], daemon=True).start()
"""

Work = Callable[[], object]


class Lax(BaseModel):
    model_config = ConfigDict(extra="allow")


class Model(Lax):
    id: str
    object: str
    created: int
    owned_by: str


class Models(Lax):
    object: str
    data: list[Model]


class Delta(Lax):
    content: str | None = None


class Choice(Lax):
    index: int
    delta: Delta


class Chunk(Lax):
    id: str
    object: str
    created: int
    model: str
    choices: list[Choice]


def answer(request: Any, library: Any = httpx2) -> Any:
    """What the API answers, made once and given again and again."""
    if request.method == "POST":
        kind, content = "text/event-stream", _events
    elif request.url.path.endswith("/models"):
        kind, content = "application/json", _list
    else:
        kind, content = "application/json", _one
    return library.Response(200, content=content, headers={"content-type": kind})


_one, _list = json.dumps(_ONE).encode(), json.dumps(_LIST).encode()
_event = b"data: " + json.dumps(_CHUNK).encode() + b"\n\n"
_events = _event * _EVENTS + b"data: [DONE]\n\n"


def ours(folder: Path) -> Any:
    """The module of an SDK that is made of the document above."""
    for path, answers in _ANSWERS.items():
        (operation,) = _DOCUMENT["paths"][path].values()  # type: ignore[index]
        content = {
            media_type: {"schema": {"$ref": f"#/components/schemas/{name}"}}
            for media_type, name in answers.items()
        }
        operation["responses"] = {"200": {"description": "", "content": content}}
    document = folder / "openapi.json"
    document.write_text(json.dumps(_DOCUMENT))
    target = Target(
        name="ours", package="ours", spec=document, output=folder, pagination={}
    )
    carry_out(prepare(target))
    sys.path.insert(0, str(folder / "src"))
    return import_module("ours")


def floor(http: httpx2.Client, url: str) -> dict[str, Work]:
    http.headers["Authorization"] = f"Bearer {_TOKEN}"  # as all others send it
    read_list = TypeAdapter(Models).validate_json
    read_chunk = TypeAdapter(Chunk).validate_json

    def stream() -> None:
        rest = b""
        with http.stream("POST", f"{url}/chat/completions", json={}) as response:
            for chunk in response.iter_bytes():
                *events, rest = (rest + chunk).split(b"\n\n")
                for event in events:
                    if event != b"data: [DONE]":
                        read_chunk(event[6:])

    return {
        "call": lambda: json.loads(http.get(f"{url}/models/x").content),
        "list": lambda: read_list(http.get(f"{url}/models").content),
        "stream": stream,
    }


def taken(items: Iterable[object]) -> None:
    """Take every item, and keep none: so does the floor."""
    deque(items, maxlen=0)


def of_ours(sdk: Any, http: httpx2.Client, url: str) -> dict[str, Work]:
    client = sdk.Models(token=_TOKEN, httpx_client=http, base_url=url)
    return {
        "call": lambda: client.get("x"),
        "list": lambda: client.list(),
        "stream": lambda: taken(client.chat(model="x", stream=True)),
    }


def of_openai(http: Any, url: str) -> dict[str, Work]:
    openai: Any = import_module("openai")
    client = openai.OpenAI(api_key=_TOKEN, base_url=url, http_client=http)
    chat = client.chat.completions.create
    return {
        "call": lambda: client.models.retrieve("x"),
        "list": lambda: client.models.list(),
        "stream": lambda: taken(chat(model="x", messages=[], stream=True)),
    }


def of_cohere(http: Any, url: str) -> dict[str, Work]:
    cohere: Any = import_module("cohere")
    client = cohere.Client(api_key=_TOKEN, base_url=url, httpx_client=http)
    return {"call": lambda: client.models.get("x")}


def library_of(package: str) -> Any:
    """The HTTP library that a published SDK works with."""
    name = "httpx2" if package == "openai" else "httpx"
    import_module(package)
    return import_module(name)


def least(several: Mapping[str, Work], times: int, rounds: int) -> dict[str, float]:
    """CPU microseconds of each, the least of rounds that take turns."""
    best: dict[str, float] = {}
    for work in several.values():
        work()
    for _ in range(rounds):
        for name, work in several.items():
            gc.collect()  # what others have left is not this one's
            start = time.process_time()
            for _ in range(times):
                work()
            spent = (time.process_time() - start) / times * 1e6
            best[name] = min(spent, best.get(name, spent))
    return best


def _print(what: str, figures: Mapping[str, float], floors: Mapping[str, str]) -> None:
    for name, spent in figures.items():
        against = figures[floors.get(name, "httpx2")]
        print(f"{what:20} {name:18} {spent:10.1f} us {spent / against:8.2f}")


def main() -> None:
    with TemporaryDirectory() as folder:
        sdk = ours(Path(folder))
        makers: dict[str, Callable[[Any, str], dict[str, Work]]] = {
            "httpx2": floor,
            "ours": lambda http, url: of_ours(sdk, http, url),
        }
        libraries: dict[str, Any] = {"httpx2": httpx2, "ours": httpx2}
        for package, make in (("openai", of_openai), ("cohere", of_cohere)):
            with suppress(ImportError):
                library = library_of(package)
                libraries[package] = library
                makers[package] = make
        floors: dict[str, str] = {}
        if "cohere" in libraries:
            libraries["httpx"], makers["httpx"] = import_module("httpx"), floor
            floors = {"cohere": "httpx", "httpx": "httpx"}
        _measure(makers, libraries, floors)


def _measure(
    makers: Mapping[str, Callable[[Any, str], dict[str, Work]]],
    libraries: Mapping[str, Any],
    floors: Mapping[str, str],
) -> None:
    here = {
        name: make(_mocked(libraries[name]), "http://x.test/v1")
        for name, make in makers.items()
    }
    _print("a call, here", _of(here, "call", _CALLS), floors)
    server = subprocess.Popen(
        [sys.executable, "-c", _SERVER], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    url = f"http://127.0.0.1:{server.stdout.readline().strip()}/v1"
    try:
        with ExitStack() as stack:
            there = {
                name: make(stack.enter_context(libraries[name].Client()), url)
                for name, make in makers.items()
            }
            _print("a call, loopback", _of(there, "call", _CALLS), floors)
    finally:
        server.terminate()
    _print("1 MB of JSON", _of(here, "list", 1), floors)
    events = _of(here, "stream", 1)
    _print("an event", {n: spent / _EVENTS for n, spent in events.items()}, floors)


def _mocked(library: Any) -> Any:
    transport = library.MockTransport(lambda request: answer(request, library))
    return library.Client(transport=transport)


def _of(several: Mapping[str, dict[str, Work]], what: str, times: int) -> Any:
    works = {name: each[what] for name, each in several.items() if what in each}
    return least(works, times, ROUNDS if times > 1 else FEW)


if __name__ == "__main__":
    main()
