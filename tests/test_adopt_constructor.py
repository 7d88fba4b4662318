"""`sdkwright adopt` and the old constructor: credentials, servers, the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest
from sdkwright.cli import main
from trees import put

DOCUMENT = """\
openapi: 3.1.0
info: {title: Lamps, version: "1"}
servers: [{url: "https://lamps.example.com/"}, {url: "https://try.example.com"}]
security: [{KeyAuth: [], Team: [], login: []}]
paths:
  /lamps:
    get: {operationId: listLamps, responses: {"204": {description: None.}}}
components:
  securitySchemes:
    KeyAuth: {type: apiKey, in: header, name: X-Key}
    Team: {type: apiKey, in: header, name: X-Team-Id}
    login:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: "https://lamps.example.com/token", scopes: {}}
"""
SDK = {
    "lamps/__init__.py": "from .client import Lamps as Lamps\n",
    "lamps/places.py": """\
import enum
class Places(enum.Enum):
    LIVE = "https://lamps.example.com"
    TRIAL = "https://try.example.com"
""",
    "lamps/client.py": """\
import os
from .places import Places
class Lamps:
    def __init__(
        self, *, environment: Places = Places.LIVE, key_auth=os.getenv("LAMPS_KEY"),
        x_team_id=None, access_token=None, http_client=None, region=None, colour=None
    ):
        if access_token is None:
            access_token = os.environ.get("LAMPS_TOKEN")
        if region is None:
            region = os.environ.get("LAMPS_REGION", "eu")
    def list_lamps(self):
        return self._get("/lamps")
    @property
    def default_headers(self):
        headers = {"X-Lamps": "1", "X-Region": self._region if self._region else None}
        return headers
""",
}
REPORT = """\
adopted.overlay.yaml: written
Lamps: http_client is httpx_client
Lamps: does not take region: client.with_options(headers={"X-Region": …}) sends it
Lamps: does not take colour
Lamps: does not read LAMPS_REGION (region)
"""
CONFIGURATION = """\
names:
  "#/components/securitySchemes/KeyAuth": key_auth
  "#/components/securitySchemes/Team": x_team_id
  "#/servers/0": LIVE
  "#/servers/1": TRIAL
env:
  KeyAuth: LAMPS_KEY
  login:
    token: LAMPS_TOKEN
exports:
  places.Places: LampsEnvironment
"""
PROGRAM = """\
from lamps import Lamps
from lamps.places import Places
client = Lamps(environment=Places.TRIAL, key_auth="k", x_team_id="t", access_token="a")
print(client)
"""


def test_what_it_takes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Credentials, their variables and servers go over; what does not is told."""
    monkeypatch.chdir(tmp_path)
    put(Path(), {"lamps.yaml": DOCUMENT, "program.py": PROGRAM})
    put(Path("old"), SDK)
    command = ["adopt", "lamps", "lamps.yaml", "--path", "old", "-o", "new"]
    assert main(command) == 0
    assert REPORT in capsys.readouterr().out
    text = Path("sdkwright.yaml").read_text("utf-8")
    assert text.endswith(indent(CONFIGURATION, "    "))
    overlay = Path("adopted.overlay.yaml").read_text("utf-8")
    assert 'update: {"x-sdkwright-name": {"token": "access_token"}}' in overlay
    assert main(["generate", "--quiet"]) == 0
    done = subprocess.run(
        [sys.executable, "program.py"],
        env={"PYTHONPATH": "new/src"},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert "https://try.example.com" in done.stdout
