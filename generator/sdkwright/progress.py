"""One line on a terminal that says what is going on, if it goes on for a while."""

from __future__ import annotations

import os
from threading import Lock, Timer
from types import TracebackType
from typing import Self, TextIO

DELAY = 0.5
_CLEAR = "\r\x1b[2K"


class Progress:
    """Tells stages on a terminal, once half a second has gone by; else keeps quiet.

    `stage` is the last one told, also where nothing is shown. To leave the
    context takes the line away.
    """

    def __init__(self, stream: TextIO, *, wanted: bool = True) -> None:
        self.stage = "starting"
        self._stream = stream
        self._shown = False
        self._due = False
        self._writing = Lock()
        self._timer = Timer(DELAY, self._begin)
        self._timer.daemon = True
        if wanted and stream.isatty() and os.environ.get("TERM") != "dumb":
            self._timer.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._writing:
            self._due = False
            if self._shown:
                self._stream.write(_CLEAR)
                self._stream.flush()

    def step(self, stage: str) -> None:
        """Say which stage begins."""
        with self._writing:
            self.stage = stage
            self._show()

    def line(self, text: str) -> None:
        """Leave a line that stays, where lines are shown at all."""
        with self._writing:
            if self._due:
                self._stream.write(f"{_CLEAR}{text}\n")
                self._show()

    def _begin(self) -> None:
        with self._writing:
            self._due = True
            self._show()

    def _show(self) -> None:
        if self._due:
            self._shown = True
            self._stream.write(f"{_CLEAR}{self.stage} …")
            self._stream.flush()
