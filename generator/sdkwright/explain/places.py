"""Lines of generated files at which something stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .story import Place

_CLASS = re.compile(r"class (\w+)\b|(\w+)(?:: TypeAlias)? = ")
_METHOD = re.compile(r"    (?:async )?def (\w+)\(")
_OVERLOAD = "    @overload"


def class_places(files: Mapping[str, str], name: str) -> Iterator[Place]:
    """Where a class or an alias is defined, and its sections in the reference."""
    for path, text in _models(files):
        for number, line in enumerate(text.splitlines(), 1):
            made = _CLASS.match(line)
            if made and name in made.groups():
                yield Place(file=path, line=number, what=name)
    yield from _headings(files, name)


def function_places(files: Mapping[str, str], name: str) -> Iterator[Place]:
    """Where a function that reads payloads is defined, and its sections."""
    for path, text in files.items():
        if path.endswith("/webhooks.py") and "/_core/" not in path:
            for number, line in enumerate(text.splitlines(), 1):
                if line.startswith(f"def {name}("):
                    yield Place(file=path, line=number, what=name)
    yield from _headings(files, name)


def method_places(
    files: Mapping[str, str], module: str, classes: tuple[str, ...], name: str
) -> Iterator[Place]:
    """Where a method of these classes is defined, documented and tried."""
    for path, text in files.items():
        if path.endswith(".py") and "/_core/" not in path:
            yield from _methods(path, text, classes, name)
    for each in classes:
        yield from _headings(files, f"{each}().{name}")
    test = f"tests/test_{module}.py"
    for number, line in enumerate(files.get(test, "").splitlines(), 1):
        if line.startswith(f'    "{name}": '):
            yield Place(file=test, line=number, what="wire test")


def _methods(
    path: str, text: str, classes: tuple[str, ...], name: str
) -> Iterator[Place]:
    inside, overload = "", False
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1].strip() and not line.startswith(")"):
            made = re.match(r"class (\w+)", line)
            inside = made.group(1) if made else ""
        method = _METHOD.match(line)
        if method and method.group(1) == name and inside in classes and not overload:
            yield Place(file=path, line=number, what=f"{inside}.{name}")
        overload = line.startswith(_OVERLOAD) or (overload and method is None)


def _headings(files: Mapping[str, str], name: str) -> Iterator[Place]:
    for path, text in files.items():
        if path.startswith("docs/") and path.endswith(".md"):
            for number, line in enumerate(text.splitlines(), 1):
                heading = line.lstrip("#").strip().replace("\\", "")
                if line.startswith("#") and heading == name:
                    yield Place(file=path, line=number, what="reference")


def _models(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for path, text in files.items():
        if "/models/" in path and path.endswith(".py") and "__init__" not in path:
            yield path, text
