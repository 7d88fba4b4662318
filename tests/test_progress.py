"""The line on a terminal that says what is going on."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest
from sdkwright import progress
from sdkwright.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while one line tells the stage; in the end it is taken away."""
    monkeypatch.setattr(progress, "DELAY", 0.05)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    with Progress(terminal) as told:
        told.step("reading")
        assert terminal.getvalue() == ""
        _wait_for(lambda: "reading …" in terminal.getvalue())
        told.step("rendering")
        assert terminal.getvalue().endswith("\r\x1b[2Krendering …")
    assert terminal.getvalue().endswith("\r\x1b[2K")
    assert "\n" not in terminal.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_progress_is_silent(
    stream: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing in a pipe, nothing for what is quick, but the stage is known."""
    monkeypatch.setattr(progress, "DELAY", 0.01 if stream is io.StringIO else 60)
    written = stream()
    with Progress(written) as told:
        told.step("reading")
        time.sleep(0.05)
        assert told.stage == "reading"
    assert written.getvalue() == ""


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert condition()
