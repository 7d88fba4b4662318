"""Programs of SDKs on the package index, on these and on what takes their place.

Each is run where its package is installed, and its document stands beside the checkout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from sdkwright.cli import main

HERE = Path(__file__).parent / "adopting" / "published"
SPECS = Path(__file__).parents[2] / "shared" / "specs"
ANSWERS = json.loads((HERE / "answers.json").read_text("utf-8"))
DOCUMENTS = {
    "cohere": "cohere/cohere-openapi.yaml",
    "langfuse": "langfuse.yaml",
    "openai": "openai.yaml",
}
# Where a server is, as each package has it: with what its paths begin with or without.
PREFIX = {"openai": "/v1"}


class Service(BaseHTTPRequestHandler):
    """Answers what a package's program asks for, and keeps what that was."""

    answers: dict[str, Any]
    asked: list[str]

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_DELETE(self) -> None:
        self._answer("DELETE")

    def _answer(self, verb: str) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        parts = urlsplit(self.path)
        query = urlencode(sorted(parse_qsl(parts.query)))
        call = f"{verb} {parts.path}" + (f"?{query}" if query else "")
        given = json.dumps(json.loads(body), sort_keys=True) if body else ""
        self.asked.append(f"{call} {self.headers['Authorization']} {given}")
        found = self.answers.get(call, 418)
        status: int = found if isinstance(found, int) else 200
        value: object = {} if isinstance(found, int) else found
        text = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def service(package: str) -> Iterator[str]:
    """The URL of a server that knows what the package's program asks for."""
    Service.asked, Service.answers = [], ANSWERS[package]
    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX.get(package, '')}"
        server.shutdown()


def run(package: str, url: str, source: Path | None) -> tuple[str, list[str]]:
    """What the program prints, with the SDK below a folder, and what it asks for."""
    Service.asked.clear()
    path = os.environ.get("PYTHONPATH", "")
    there = path if source is None else os.pathsep.join([str(source.absolute()), path])
    done = subprocess.run(
        [sys.executable, HERE / f"with_{package}.py"],
        env={**os.environ, "PYTHONPATH": there, "URL": url},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, sorted(Service.asked)


@pytest.mark.parametrize("package", sorted(DOCUMENTS))
def test_a_program_runs_on_the_new_one(
    package: str, service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints and sends the same, and is typed on the new one, too."""
    spec = SPECS / DOCUMENTS[package]
    try:
        version(package)
    except PackageNotFoundError:
        pytest.skip(f"{package} is not installed")
    if not spec.exists():
        pytest.skip("the documents are not beside the checkout")
    monkeypatch.chdir(tmp_path)
    before = run(package, service, None)
    assert main(["adopt", package, str(spec), "-o", "new", "--lenient"]) == 0
    assert main(["generate", "--quiet"]) == 0
    assert run(package, service, Path("new/src")) == before
    assert typed(package)


def typed(package: str) -> bool:
    """Whether mypy takes the program with the new SDK."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", HERE / f"with_{package}.py"],
        env={**os.environ, "MYPYPATH": str(Path("new/src").absolute())},
        capture_output=True,
        text=True,
    )
    return done.returncode == 0
