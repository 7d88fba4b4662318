"""The runtime is imported where it stands: `PACKAGE` is a namespace package.

Its one seam gives the HTTP library under test, as in an SDK that names it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from library import LIBRARY, httpx

sys.path.insert(0, str(Path(__file__).parents[2] / "templates" / "sdk" / "src"))

if LIBRARY != "httpx2":
    seam = ModuleType("PACKAGE._core.http")
    vars(seam)["httpx"] = httpx
    sys.modules[seam.__name__] = seam
