"""The programs of the pages of some features run against the package's own fake."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import golden
import pytest
from library import LIBRARY, httpx

FENCE = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
# Signatures, and files that are to be written elsewhere.
NO_PROGRAM = re.compile(r"@|(async )?def |class |# src/")
# What calls can look like, each way once.
FEATURES = (
    "answers",
    "auth_schemes",
    "custom_code",
    "fakes",
    "hostile_text",
    "list_pages",
    "nested_resources",
    "oauth2_client_credentials",
    "openapi_32",
    "pages",
    "request_bodies",
    "request_forms",
    "shown",
    "stream_events",
    "stream_flag",
    "swagger_files",
    "webhook_signatures",
)


def programs(folder: Path) -> Iterator[tuple[str, str]]:
    """Each program below a folder, by its page and its place on it."""
    for page in sorted(folder.rglob("*.md")):
        for number, code in enumerate(FENCE.findall(page.read_text("utf-8"))):
            if not NO_PROGRAM.match(code):
                yield f"{page.relative_to(folder)}, program {number}", code


@pytest.mark.parametrize("feature", FEATURES)
def test_programs_run(
    feature: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first line to the last, whatever HTTP client they make."""
    yours = golden.yours(golden.FEATURES / feature / "expected")
    golden.write_tree(tmp_path, golden.generated(feature, LIBRARY) | yours)
    monkeypatch.syspath_prepend(str(tmp_path / "src"))
    monkeypatch.chdir(tmp_path)
    try:
        testing = importlib.import_module(f"{feature}.testing")
        (name,) = (each for each in testing.__all__ if each.startswith("Fake"))
        transport: httpx.MockTransport = getattr(testing, name)().transport

        def handled(_: object, request: httpx.Request) -> httpx.Response:
            return transport.handle_request(request)

        async def async_handled(_: object, request: httpx.Request) -> httpx.Response:
            return await transport.handle_async_request(request)

        monkeypatch.setattr(httpx.HTTPTransport, "handle_request", handled)
        monkeypatch.setattr(
            httpx.AsyncHTTPTransport, "handle_async_request", async_handled
        )
        ran = 0
        for where, code in programs(tmp_path):
            scope: dict[str, Any] = {"__name__": "__main__"}
            exec(compile(code, where, "exec"), scope)
            ran += 1
        assert ran
    finally:
        for name in [each for each in sys.modules if each.split(".")[0] == feature]:
            del sys.modules[name]
