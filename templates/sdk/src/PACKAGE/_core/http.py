"""The one place that imports the HTTP library."""

from __future__ import annotations

import httpx2 as httpx

__all__ = ["httpx"]
