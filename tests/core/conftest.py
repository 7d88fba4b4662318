"""The runtime is imported where it stands: `PACKAGE` is a namespace package."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "templates" / "sdk" / "src"))
