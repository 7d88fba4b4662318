"""The files of one configuration: opened one by one, with what is found in them."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from ..diagnostics import Diagnostics
from ..pointer import Pointer
from ..records import dataclass
from ..spec.parse import parse
from ..spec.source import Source, load
from .keys import Keys


@dataclass(slots=True, kw_only=True)
class Files:
    """What was opened, by its name in pointers, and what was found in it."""

    found: Diagnostics = field(default_factory=Diagnostics)
    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    _read: dict[Path, Keys] = field(default_factory=dict[Path, Keys])

    def keys(self, path: Path) -> Keys | None:
        """What a file says; None where it is not there, or holds no mapping."""
        if path in self._read or not path.is_file():
            return self._read.get(path)
        file = f"before{len(self.sources)}"  # a name that no folder's signs can spoil
        source = load(path, file, path.as_posix(), self.found)
        value = None if source is None else parse(source, self.found)
        if source is None or not isinstance(value, dict):
            return None
        self.sources[file] = source
        at = Pointer(f"{file}#")
        made = Keys(value=value, at=at, found=self.found, folder=path.parent)
        return self._read.setdefault(path, made)

    def text(self, path: Path) -> Source | None:
        """A file that is no mapping; None where it is not there."""
        if not path.is_file():
            return None
        file = f"before{len(self.sources)}"
        source = load(path, file, path.as_posix(), self.found)
        if source is not None:
            self.sources[file] = source
        return source

    def first(self, *paths: Path) -> Keys | None:
        """The first of several files that says something."""
        return next(filter(None, map(self.keys, paths)), None)
