"""Packages whose runtime stands beside them, so that a type checker reads it once.

Its texts are the same in all packages of one HTTP library (which is asserted), and
import nothing but one another (or a checker would object).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from trees import put

# Where a module, or a user's program, imports the runtime of a package.
_IMPORT = re.compile(r"^( *from )(?:\.+|(\w+)\.)_core\b", re.M)
_LIBRARY = re.compile(r"^import (\w+)", re.M)


@dataclass(slots=True)
class Runtimes:
    """The files of each runtime, and which one a package has."""

    files: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    homes: dict[str, str] = field(default_factory=dict[str, str])

    def without(self, package: str, files: Mapping[str, str]) -> dict[str, str]:
        """A package's modules by their path in it, less the runtime: it is taken."""
        own = {path: files[path] for path in files if path.startswith("_core/")}
        (library,) = _LIBRARY.findall(own["_core/http.py"])
        self.homes[package] = f"runtime_{library}"
        taken = self.files.setdefault(self.homes[package], {})
        assert own.items() <= (own | taken).items(), package
        taken.update(own)
        home = self.homes[package]
        return {
            path: _IMPORT.sub(rf"\1{home}", text)
            for path, text in files.items()
            if path not in own
        }

    def program(self, text: str) -> str:
        """A program of a user, who may import the runtime as well."""
        return _IMPORT.sub(lambda found: found[1] + self.homes[found[2]], text)

    def write(self, folder: Path) -> None:
        """Put them where the packages stand."""
        for home, files in self.files.items():
            named = {
                path.replace("_core", home, 1): text for path, text in files.items()
            }
            put(folder, named)
