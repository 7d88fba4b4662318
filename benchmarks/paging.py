"""What is recognised as paging in documents, operation by operation, to be judged.

python benchmarks/paging.py DOCUMENT…
"""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path

from sdkwright.diagnostics import Diagnostics
from sdkwright.ir.build import build_api
from sdkwright.ir.paging.nodes import Paging
from sdkwright.spec.opening import open_document
from sdkwright.spec.read import read

PATHS = ("items", "next", "last", "more", "done", "total", "pages")


def told(paging: Paging) -> str:
    """Everything that is known, in a line."""
    said = [paging.style.value]
    for each in fields(paging):
        value = getattr(paging, each.name)
        if each.name in PATHS:
            value = ".".join(at.rpartition("/")[2] for at in value)
        if each.name not in ("style", "item", "model") and value not in (None, ""):
            said.append(f"{each.name}={value}")
    return " ".join(said)


def main() -> None:
    """List every document of the command line."""
    for name in sys.argv[1:]:
        found = Diagnostics()
        documents = open_document(Path(name), found, lenient=True)
        openapi = None if documents is None else read(documents, found)
        if openapi is None:
            print(f"{name}: cannot be read")
            continue
        operations = build_api(openapi, found).operations
        pages = [each for each in operations if each.paging is not None]
        print(f"{name}: {len(pages)} of {len(operations)}")
        for each in pages:
            assert each.paging is not None
            print(f"  {each.method.upper()} {each.path}: {told(each.paging)}")


if __name__ == "__main__":
    main()
