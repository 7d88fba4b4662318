"""Maps whose keys are names, and objects that may be extended."""

from __future__ import annotations

from pathlib import Path

from sdkwright.config import Target
from sdkwright.pipeline import generate

DOCUMENT = """
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  x-note: {get: {responses: {}}}
  /a:
    get:
      security: [{x-token: []}]
      responses: {x-note: {description: None.}, "204": {description: Done.}}
components:
  securitySchemes:
    x-token: {type: apiKey, in: header, name: x-token}
    x-note: Not a scheme.
"""


def test_names_that_look_like_extensions(tmp_path: Path) -> None:
    """`x-token` is the name of a scheme; beside paths and statuses it is none."""
    spec = tmp_path / "openapi.yaml"
    spec.write_text(DOCUMENT)
    output = generate(Target(name="t", spec=spec, output=tmp_path / "out"))
    assert output.files is not None
    assert not [e for e in output.diagnostics if "security" in e.code]
    client = next(t for p, t in output.files.items() if p.endswith("/client.py"))
    assert 'credentials={"x-token": api_key}' in client
