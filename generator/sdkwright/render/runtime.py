"""Which files of the runtime an SDK gets: those that it needs, and no other.

It needs what its own modules import, and what that imports in turn. So a file that only
some APIs have a use for is left out as soon as nothing else in the runtime imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from ..ir.reach import reached
from .environment import template_root

_FOLDER = "src/PACKAGE/_core"
# A module of the API's own may end in `_core` as well.
_USED = re.compile(r"\._core(?:\.(\w+)| import (?:\(([^)]*)\)|(.*)))")
_IMPORTED = re.compile(r"^ *from \.(\w+) import", re.M)
_HTTP = "http"


def runtime(
    files: Mapping[str, str], package: str, http_library: str
) -> dict[str, str]:
    """The files of `_core/` that the code in `files` needs, by path."""
    used = {
        name
        for path, text in files.items()
        if path.endswith(".py")
        for name in _used(text)
        if _is_there(name)  # what it says in words may look like an import, too
    }
    return {
        f"src/{package}/_core/{name}.py": _seam(name, http_library)
        for name in sorted({"__init__", *reached(used, _imported)})
    }


def _used(text: str) -> Iterator[str]:
    """The files that a module imports: `_core.a`, `_core import a as b, c`."""
    for one, several, listed in _USED.findall(text):
        names = (each.split() for each in (one or several or listed).split(","))
        yield from (words[0] for words in names if words)


def _imported(name: str) -> list[str]:
    return _IMPORTED.findall(_text(name))


def _seam(name: str, http_library: str) -> str:
    """A file's text; one imports the HTTP library, under the name that all use."""
    text = _text(name)
    if name != _HTTP or http_library == "httpx2":
        return text
    chosen = "httpx" if http_library == "httpx" else f"{http_library} as httpx"
    return text.replace("import httpx2 as httpx", f"import {chosen}")


@cache
def _is_there(name: str) -> bool:
    return _place(name).is_file()


@cache
def _text(name: str) -> str:
    return _place(name).read_text(encoding="utf-8")


def _place(name: str) -> Path:
    return template_root() / "sdk" / _FOLDER / f"{name}.py"
