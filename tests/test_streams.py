"""What is printed arrives, whatever standard output and standard error are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_SPEC = """
openapi: 3.1.0
info: {title: Größe, version: "1"}
paths:
  /größe:
    get: {operationId: größe, responses: {"200": {description: ok}}}
"""
# What a process gets where neither the locale nor the user asks for UTF-8.
_ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture(name="spec")
def _spec(tmp_path: Path) -> Path:
    file = tmp_path / "openapi.yaml"
    file.write_text(_SPEC, encoding="utf-8")
    return file


def _shell(line: str, *, under: Path, **environment: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        ["bash", "-c", line.replace("sdkwright", f"'{sys.executable}' -m sdkwright")],
        cwd=under,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_programs_read_utf_8(spec: Path) -> None:
    """Also where the locale has another encoding: JSON and patches are UTF-8."""
    status, out, _ = _shell("sdkwright ir openapi.yaml", under=spec.parent, **_ASCII)
    assert status == 0
    assert json.loads(out.decode())["api"]["operations"][0]["path"] == "/größe"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_a_closed_stream_is_nobody_who_reads(closed: str, spec: Path) -> None:
    """The command does what it is there for, and its status says so."""
    line = f"sdkwright lint openapi.yaml {closed}"
    status, _, err = _shell(line, under=spec.parent)
    assert status == 0
    assert b"internal error" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_result_that_cannot_be_printed(spec: Path) -> None:
    """It is told in one line."""
    status, _, err = _shell("sdkwright ir openapi.yaml > /dev/full", under=spec.parent)
    assert status == 2
    assert err.decode().splitlines()[-1] == (
        "Error: the result cannot be printed: No space left on device"
    )
