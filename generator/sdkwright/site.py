"""An SDK's pages as a site: MkDocs makes it, from the SDK's own `mkdocs.yml`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

CONFIGURATION = "mkdocs.yml"
# What MkDocs is told by its environment: no advertisement between our lines.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def can_build() -> bool:
    """Whether what makes sites is installed: `pip install 'sdkwright[docs]'`."""
    return find_spec("mkdocs") is not None and find_spec("material") is not None


def build(sdk: Path, site: Path) -> int:
    """Make the site of the distribution in the folder `sdk`; MkDocs' exit status.

    The package's source goes along, as the pages link to the lines of methods.
    """
    status = _mkdocs("build", "--quiet", "-d", str(site.resolve()), sdk=sdk)
    if status == 0:
        source = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(sdk / "src", site / "src", ignore=source, dirs_exist_ok=True)
    return status


def serve(sdk: Path, address: str) -> int:
    """Serve the site at `HOST:PORT` until it is interrupted, built anew on changes."""
    return _mkdocs("serve", "-a", address, sdk=sdk)


def _mkdocs(command: str, *arguments: str, sdk: Path) -> int:
    file = str((sdk / CONFIGURATION).resolve())
    line = [sys.executable, "-m", "mkdocs", command, "-f", file, *arguments]
    return subprocess.run(line, env={**os.environ, **_QUIET}, check=False).returncode
