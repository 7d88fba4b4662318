"""The documents of a folder: through its manifest, else by looking for them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.json"
_ENDINGS = (".yaml", ".yml", ".json")
# The key that makes a file an OpenAPI document (OpenAPI 3.2, 4.1.1): at the start of
# a line, in JSON a little to the right of it, or behind the first brace.
_DOCUMENT = re.compile(
    r"""(^["']?|^[ \t]{1,4}"|\A\s*\{\s*")(openapi|swagger)["']?\s*:""", re.M
)
_LOOK = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document; what it refers to stands below `root`, and `size` is all that.

    The root is the corpus, or the folder in it that is the document's own.
    """

    name: str
    spec: Path
    root: Path
    size: int


def documents(folder: Path) -> tuple[Document, ...]:
    """Every document of a folder, in the order of their names."""
    manifest = folder / MANIFEST
    if manifest.exists():
        entries = json.loads(manifest.read_text(encoding="utf-8"))
        found = [_document(folder, each["name"], each["file"]) for each in entries]
    else:
        found = [
            _document(folder, file.rpartition(".")[0].replace("/", "-"), file)
            for file in _files(folder)
        ]
    return tuple(sorted(found, key=lambda each: each.name))


def _document(folder: Path, name: str, file: str) -> Document:
    first, _, rest = file.partition("/")
    root, spec = folder / first if rest else folder, folder / file
    files = root.rglob("*.*") if rest else (spec,)
    size = sum(each.stat().st_size for each in files)
    return Document(name=name, spec=spec, root=root, size=size)


def _files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in _ENDINGS and path.is_file():
            with path.open(encoding="utf-8", errors="replace") as text:
                if _DOCUMENT.search(text.read(_LOOK)):
                    yield path.relative_to(folder).as_posix()
