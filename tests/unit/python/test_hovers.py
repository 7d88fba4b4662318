"""What an editor shows of a method: verb and path, and what is out of the ordinary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sdkwright.config import Target
from sdkwright.python.build import build_views
from sdkwright.understanding import understand

Json = dict[str, Any]
KEY = {"type": "apiKey", "in": "header", "name": "key"}
BODY = {
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": [f"f{at}" for at in range(9)],
                "properties": {f"f{at}": {"type": "string"} for at in range(9)},
            }
        }
    }
}


def hovers(tmp_path: Path, operations: Json, **root: Any) -> tuple[str, str]:
    """The docstrings of the one method, sync and async."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Hover", "version": "1"},
        "components": {"securitySchemes": {"key": KEY, "other": {**KEY, "name": "o"}}},
        "paths": {"/it/{id}": operations},
        **root,
    }
    spec = tmp_path / "openapi.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    target = Target(name="hover", spec=spec, output=tmp_path / "out")
    named = understand(target).named
    assert named is not None
    (method,) = build_views(named.api, named.names, target).client.module.methods
    return "\n".join(method.docstring), "\n".join(method.async_docstring)


def operation(**more: Any) -> Json:
    id_ = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    done = {"204": {"description": "Done."}}
    return {"operationId": "do_it", "parameters": [id_], "responses": done, **more}


@pytest.mark.parametrize(
    ("verb", "security", "expected"),
    [
        ("get", [{"key": []}], "GET /it/{id}."),
        ("get", [], "GET /it/{id}. Needs no credentials."),
        ("put", [{"other": []}], "PUT /it/{id}. Needs `other`."),
        ("get", [{"key": []}, {}], "GET /it/{id}. Takes, if there is one, `key`."),
        ("post", None, "POST /it/{id}, not sent again where it may have arrived."),
    ],
)
def test_a_line_of_facts(
    tmp_path: Path, verb: str, security: list[Json] | None, expected: str
) -> None:
    """Credentials are told where they are not those of the other calls."""
    more = {} if security is None else {"security": security}
    for each in hovers(tmp_path, {verb: operation(**more)}, security=[{"key": []}]):
        assert expected in " ".join(each.split()).replace("Example:", "\n")
        assert ("credentials" in each) == ("credentials" in expected)


def test_an_example(tmp_path: Path) -> None:
    """The call as it is written, in either class; none where it is long."""
    sync, waiting = hovers(tmp_path, {"get": operation()})
    assert 'Example:\n    client.do_it(id="id")' in sync
    assert 'Example:\n    await client.do_it(id="id")' in waiting
    long, _ = hovers(tmp_path, {"post": operation(requestBody=BODY)})
    assert "Example" not in long
