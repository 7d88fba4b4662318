"""Standard output and standard error, whatever the process was given for them."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO

import click


def make_ready() -> None:
    """See to it that both streams take every text.

    A program that reads what is printed (JSON, a patch) gets UTF-8 on every machine; a
    terminal keeps its encoding, and what that has not is shown by its number.
    """
    sys.stdout, sys.stderr = _ready(sys.stdout), _ready(sys.stderr)


def say(text: str, stream: TextIO) -> None:
    """Print a text; a reader that has gone away is no fault of ours.

    Raises `click.ClickException` where the stream refuses the text.
    """
    if not text:
        return
    try:
        stream.write(text if text.endswith("\n") else f"{text}\n")
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise click.ClickException(
            f"the result cannot be printed: {error.strerror or error}"
        ) from error


def _ready(stream: TextIO | None) -> TextIO:
    if stream is None:  # it was closed before we began
        return open(os.devnull, "w", encoding="utf-8")
    ready: TextIO = stream
    if isinstance(stream, TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
    return ready


def _silence(stream: TextIO) -> None:
    """Let go of what could not be printed, or it is tried once more at exit."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
