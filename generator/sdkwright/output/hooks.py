"""What a user's own code in `_custom/` takes over: read, and never run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..custom import BASE, FOLDER
from ..diagnostics import Diagnostics, Span


def read_hooks(output: Path, found: Diagnostics) -> Mapping[str, str]:
    """The classes that take the place of generated ones, and the module of each.

    Such a class is made of the generated one's base and called as that one is:
    `class Agent(AgentBase)`.
    """
    hooks: dict[str, str] = {}
    for path in _modules(output):
        for name in _classes(path, found):
            hooks[name] = path.stem
    return hooks


def _modules(output: Path) -> Iterator[Path]:
    """The files of `_custom/`; the one that is made with it holds no class."""
    source = output / "src"
    for package in sorted(os.listdir(source)) if source.is_dir() else ():
        yield from sorted((source / package / FOLDER).glob("[!_]*.py"))


def _classes(path: Path, found: Diagnostics) -> Iterator[str]:
    import ast

    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        found.error(
            "unreadable-custom-code",
            f"this is no Python: {getattr(error, 'msg', error)}",
            span=Span(file=path.as_posix(), line=line, column=1, end_column=2),
        )
        return
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
            if node.name + BASE in bases:
                yield node.name
