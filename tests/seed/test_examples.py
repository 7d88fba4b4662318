"""Every example of every page runs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import Any

import httpx
import pytest
from seed.document import operations, sample

ROOT = Path(__file__).parents[2]
JULEP = ROOT / "generated" / "julep"
PAGES = (JULEP / "README.md", *sorted((JULEP / "docs").rglob("*.md")))
FENCE = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


def examples() -> Iterator[tuple[str, str]]:
    """Each fenced program, by page and number; signatures are none, nor are files."""
    for page in PAGES:
        for number, code in enumerate(FENCE.findall(page.read_text(encoding="utf-8"))):
            if not re.match(r"(async )?def |class |# src/", code):
                yield f"{page.stem}-{number}", code


def in_docstrings() -> Iterator[tuple[str, str]]:
    """The example of each method's docstring, with the client that it is called on."""
    tree = ast.parse((JULEP / "src" / "julep" / "client.py").read_text("utf-8"))
    for owner in (each for each in tree.body if isinstance(each, ast.ClassDef)):
        for method in owner.body:
            if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
                _, _, found = (ast.get_docstring(method) or "").partition("Example:\n")
                if found:
                    yield f"{owner.name}.{method.name}", _whole(owner.name, found)


def _whole(client: str, statements: str) -> str:
    made, body = f"with {client}(api_key='secret') as client:", indent(statements, "  ")
    if client.startswith("Async"):
        lines = indent(f"async {made}\n{body}", "  ")
        return f"{START}async def main():\n{lines}\nasyncio.run(main())"
    return f"{START}{made}\n{body}"


START = "import asyncio\nfrom julep import *\n"
IN_DOCSTRINGS = dict(in_docstrings())
EXAMPLES = dict(examples()) | IN_DOCSTRINGS


def answer(request: httpx.Request) -> httpx.Response:
    """What the document says of the operation that is asked for."""
    for operation in operations():
        pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(operation.path))
        same = re.fullmatch(pattern, request.url.path)
        if operation.verb == request.method and same:
            if b'"stream":true' in request.content:
                events = (
                    b'data: {"response": [[{"content": "Hi"}]]}\n\ndata: [DONE]\n\n'
                )
                headers = {"content-type": "text/event-stream"}
                return httpx.Response(200, content=events, headers=headers)
            if operation.answer is None:
                return httpx.Response(200)
            return httpx.Response(200, json=sample(operation.answer))
    raise AssertionError(f"no operation for {request.method} {request.url}")


@pytest.mark.usefixtures("julep_on_path")
@pytest.mark.parametrize("name", EXAMPLES)
def test_example_runs(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A program of a page runs from its first line to its last."""

    def handled(self: object, request: httpx.Request) -> httpx.Response:
        request.read()
        return answer(request)

    async def async_handled(self: object, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return answer(request)

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", handled)
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", async_handled)
    monkeypatch.chdir(tmp_path)
    scope: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(EXAMPLES[name], name, "exec"), scope)


def test_docstrings_have_examples() -> None:
    """All but the few whose call is long, which a page shows."""
    assert len(IN_DOCSTRINGS) >= 56
    assert "await" in IN_DOCSTRINGS["AsyncJulepApi.get_agent"]


def test_there_are_examples() -> None:
    """Both classes have an example of each of their 30 methods."""
    page = (JULEP / "docs" / "client.md").read_text(encoding="utf-8")
    assert page.count("\n#### Example\n") == 60
    assert len([name for name in EXAMPLES if name.startswith("client-")]) >= 60
