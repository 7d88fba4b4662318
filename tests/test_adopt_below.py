"""`sdkwright adopt` of an SDK whose client and types stand in sub-packages."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest
from sdkwright.cli import main
from trees import put

DEEP = """\
openapi: 3.1.0
info: {title: Deep, version: "1"}
security: [{login: []}]
paths:
  /notes/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getNote
      parameters:
        - {name: order, in: query, schema: {$ref: "#/components/schemas/SortedBy"}}
      responses: {"200": {$ref: "#/components/responses/Note"}}
    put:
      operationId: keepNote
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/Kept"}}}
      responses: {"200": {$ref: "#/components/responses/Note"}}
components:
  securitySchemes: {login: {type: http, scheme: bearer}}
  responses:
    Note:
      description: It.
      content: {application/json: {schema: {$ref: "#/components/schemas/NoteBody"}}}
  schemas:
    NoteBody:
      properties: {writer: {$ref: "#/components/schemas/Person"}}
    Person: {properties: {name: {type: string}}}
    Kept: {required: [text], properties: {text: {type: string}}}
    SortedBy: {type: string, enum: [the_writers_name, the_time_of_writing]}
"""
BELOW = {
    "deep/__init__.py": "",
    "deep/api/__init__.py": "from .client import DeepApi\nfrom .types import *\n"
    "from . import types\nSorting = types.Order\n",
    "deep/api/types.py": """\
from typing import Literal
Order = Literal["the_writers_name", "the_time_of_writing"]
class Author: ...
class NoteIn: ...
class Note:
    writer: Author | None
class LoginError(Exception):
    status_code = 401
""",
    "deep/api/client.py": """\
from .types import Note, NoteIn, Order
class Options: ...
class DeepApi:
    def __init__(self, *, api_key): ...
    def get_note(self, id: str, order: Order | None = None) -> Note:
        return self._get(f'/notes/{id}')
    def keep_note(self, id: str, note_in: NoteIn, options: Options) -> Note:
        return self._call(method='put', path='/notes/{id}', body=note_in)
class AsyncDeepApi: ...
""",
}


def test_what_stands_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A client below its package is found; its secret and models keep their names."""
    monkeypatch.chdir(tmp_path)
    put(Path(), {"deep.yaml": DEEP})
    put(Path("old"), BELOW)
    assert main(["adopt", "deep", "deep.yaml", "--path", "old"]) == 0
    out = capsys.readouterr().out
    assert "models that methods return: 1 of 1 are called the same" in out
    assert (
        "client.keep_note: does not take options; takes by name alone note_in\n" in out
    )
    assert "names that programs import: 9 of 9 are where they were\n" in out
    text = Path("sdkwright.yaml").read_text("utf-8")
    assert text.endswith(indent(KEPT, "    "))
    overlay = Path("adopted.overlay.yaml").read_text("utf-8")
    assert 'update: {"x-sdkwright-flatten": false}' in overlay


KEPT = """\
overlays: [adopted.overlay.yaml]
names:
  "#/components/schemas/NoteBody": Note
  "#/components/securitySchemes/login": api_key
  "#/paths/~1notes~1{id}/put/requestBody": note_in
exports:
  api.Author: Person
  api.DeepApi: DeepApi
  api.LoginError: UnauthorizedError
  api.Note: Note
  api.NoteIn: Kept
  api.Order: SortedByValue
  api.Sorting: SortedByValue
  api.client.DeepApi: DeepApi
  api.types.LoginError: UnauthorizedError
"""
