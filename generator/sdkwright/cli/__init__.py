"""The command line: one small file a command, imported when it is called."""

from __future__ import annotations

from .app import main

__all__ = ["main"]
