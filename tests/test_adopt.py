"""`sdkwright adopt`: an SDK of another generator, and its program on the new one."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sdkwright.adopting.exceptions import heirs, without_heirs
from sdkwright.adopting.requests import Sent, handed_to, request_of
from sdkwright.cli import main
from trees import put, sources

HERE = Path(__file__).parent / "adopting"
REPORT = """\
sdkwright.yaml: written
adopted.overlay.yaml: written
client.notes.comments.delete: does not take reason
client.notes.create_and_wait: not made: another way to GET /notes/{}
client.notes.summarize: not made: the document has no GET /notes/{}/summary
NotebookError is SdkError
names that programs import: 4 of 4 are where they were
8 methods that send requests: 6 are operations of the document, 6 of them are called \
the same, 5 take the same, 1 more take all that the document has
"""
ANSWERS = {
    "GET /v1/notes/n1": {"id": "n1", "text": "Buy bread"},
    "POST /v1/notes/n1": {"id": "n1", "text": "Buy milk"},
    "GET /v1/notes/n1/comments?limit=2": ["Yes", "No"],
}


class Service(BaseHTTPRequestHandler):
    """Answers what `ANSWERS` has, and keeps what it was asked."""

    asked: list[str]

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def _answer(self, verb: str) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        call = f"{verb} {self.path}"
        given = json.dumps(json.loads(body), sort_keys=True) if body else ""
        self.asked.append(f"{call} {self.headers['X-Key']} {given}")
        text = json.dumps(ANSWERS[call]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[ThreadingHTTPServer]:
    Service.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old SDK in `old`, and the document."""
    monkeypatch.chdir(tmp_path)
    put(Path("old/notebook"), sources(HERE / "notebook"))
    shutil.copy(HERE / "openapi.yaml", "openapi.yaml")


def run(source: Path, server: ThreadingHTTPServer) -> tuple[str, list[str]]:
    """What the program prints with the SDK below a folder, and what it asks for."""
    Service.asked.clear()
    url = f"http://127.0.0.1:{server.server_port}/v1"
    done = subprocess.run(
        [sys.executable, HERE / "program.py"],
        env={**os.environ, "PYTHONPATH": str(source.absolute()), "URL": url},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, list(Service.asked)


def test_a_program_runs_on_the_new_one(
    service: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints and sends the same; what differs elsewhere is told."""
    command = ["adopt", "notebook", "openapi.yaml", "--path", "old", "-o", "new"]
    assert main(command) == 0
    assert capsys.readouterr().out == REPORT
    assert "notebook._client" not in sys.modules
    assert main(["generate", "--quiet"]) == 0
    before = run(Path("old"), service)
    assert before[0] == "Buy bread\nn1\nYes\nNo\n"
    assert before[1][1] == (
        'POST /v1/notes/n1 secret {"isPinned": true, "text": "Buy milk"}'
    )
    assert run(Path("new/src"), service) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["notes", "openapi.yaml"], "there is no package 'notes' here"),
        (["empty", "openapi.yaml"], "no class that 'empty' offers sends requests"),
        (["notebook", "gone.yaml"], "there is no document 'gone.yaml'"),
        (["notebook", "bad.yaml"], "error[missing-paths]"),
    ],
)
def test_what_is_wrong(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No package, no SDK, no document: status 2, and nothing is written."""
    put(Path(), {"old/empty/__init__.py": "", "bad.yaml": "openapi: 3.1.0\n"})
    assert main(["adopt", *arguments, "--path", "old"]) == 2
    assert message in capsys.readouterr().err
    assert not Path("sdkwright.yaml").exists()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return self._get('/pets')", ("get", "/pets", ())),
        (
            "return self._post(path_template('/pets/{pet_id}/x', pet_id=a), body=b)",
            ("post", "/pets/{}/x", ("a",)),
        ),
        (
            "return self._get_api_list(f'/pets/{a}?beta=true', page=Page)",
            ("get", "/pets/{}", ("a",)),
        ),
        (
            "r = self._wrapper.client.request(f'v1/{enc(a)}/{b}', method='DELETE')",
            ("delete", "/v1/{}/{}", ("a", "b")),
        ),
        (
            "r = self.build_request(method='PUT', path='/pets/{a}', request=b)",
            ("put", "/pets/{}", ("a",)),
        ),
        (
            "r = self.serialize(method='GET', resource_path='/pets/{a}')",
            ("get", "/pets/{}", ("a",)),
        ),
        ("return self._raw.find(a)", None),
        ("return self._get_name()", None),
    ],
)
def test_requests(body: str, expected: tuple[str, str, tuple[str, ...]] | None) -> None:
    """Each generator's way to send a request is read, and nothing else is one."""
    sent = request_of(function(body))
    assert sent is None if expected is None else sent is not None
    if sent is not None and expected is not None:
        assert (sent.verb, sent.path, sent.inside) == expected


def test_names_on_the_wire() -> None:
    """The keys of dicts are the wire names of what stands there."""
    sent = request_of(function("self._post('/x', body={'petId': str(a), 'n': b})"))
    assert sent == Sent(verb="post", path="/x", wires={"a": "petId", "b": "n"})


def test_handing_over() -> None:
    """A call of another method is followed, on itself and on a helper."""
    handed = handed_to(function("self.check()\nreturn self._raw.find(a)"))
    assert [*handed] == [(None, "check"), ("_raw", "find")]


def function(body: str) -> ast.FunctionDef:
    """A method of two parameters with this body."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    (made,) = ast.parse(f"def method(self, a, b):\n{lines}\n").body
    assert isinstance(made, ast.FunctionDef)
    return made


def test_exceptions() -> None:
    """Each is told with the one of ours that comes where it came, if there is one."""
    known = {"NotFoundError": 404, "AuthError": 401, "OddError": 418, "GoneError": None}
    known |= {"APITimeoutError": None, "AcmeError": None, "OverloadedError": 529}
    assert list(heirs(known, "Acme")) == [
        "AuthError is UnauthorizedError",
        "OddError is ApiError",
        "APITimeoutError is ApiTimeoutError",
        "AcmeError is SdkError",
        "OverloadedError is ServerError",
    ]
    assert without_heirs(known, "Acme") == ("GoneError",)
