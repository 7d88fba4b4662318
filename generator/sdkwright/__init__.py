"""An SDK generator for Python: OpenAPI in, a typed client library out.

`generate` makes the files of one target in memory; the command line, in
`sdkwright.cli`, is what writes them. Names are imported when they are asked for,
so that `sdkwright --version` does not pay for the whole generator.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .config import Target as Target
    from .diagnostics import Diagnostic as Diagnostic
    from .pipeline import Output as Output
    from .pipeline import generate as generate
    from .plugins import Plugin as Plugin

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Output", "Plugin", "Target", "__version__", "generate"]

_HOMES = {
    "Diagnostic": "diagnostics",
    "Output": "pipeline",
    "Plugin": "plugins",
    "Target": "config",
    "generate": "pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
