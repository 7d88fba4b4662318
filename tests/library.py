"""The HTTP library with which the runtime is tested: HTTP_LIBRARY, else httpx2.

`make unit` runs every test of the runtime with each of the two.
"""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Literal

__all__ = ["LIBRARY", "httpx"]

LIBRARY: Literal["httpx2", "httpx"] = (
    "httpx" if os.environ.get("HTTP_LIBRARY") == "httpx" else "httpx2"
)

if TYPE_CHECKING:
    import httpx2 as httpx
else:
    httpx = importlib.import_module(LIBRARY)
