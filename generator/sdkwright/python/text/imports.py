"""Imports: what is used is imported, what is not used is never written."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import dataclass
from .layout import Group, lay_out

_FUTURE, _STANDARD, _LIBRARY, _OWN = range(4)
_LIBRARIES = frozenset({"httpx", "httpx2", "pydantic", "typing_extensions"})


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """`import module` or `from module import name`, either with `as alias`.

    A module with a leading dot is the package's own, written from the package's
    root: `.models` is `PACKAGE.models`. A `near` one stands beside the importing
    module, whatever its depth.
    """

    module: str
    name: str | None = None
    near: bool = False
    alias: str | None = None


def render_imports(
    imports: Iterable[Import], *, depth: int = 1, indent: str = ""
) -> tuple[str, ...]:
    """Import lines, grouped and sorted as isort has them.

    `depth` is how far the importing module is below the package: 1 for
    `PACKAGE/client.py`, 2 for `PACKAGE/resources/pets.py`.
    """
    names: dict[tuple[int, str], set[str]] = {}
    for each in imports:
        module = each.module
        if each.near:
            module = f".{module}"
        elif module.startswith("."):
            module = "." * (depth - 1) + module
        several = names.setdefault((_group(module), module), set())
        renamed = f" as {each.alias}" if each.alias else ""
        several.add(f"{each.name or ''}{renamed}")
    lines: list[str] = []
    previous: int | None = None
    for (group, module), several in sorted(names.items(), key=_order):
        if previous is not None and group != previous:
            lines.append("")
        previous = group
        lines.extend(_statements(module, several, indent))
    return tuple(lines)


def _order(item: tuple[tuple[int, str], set[str]]) -> tuple[int, int, bool, str]:
    (group, module), several = item
    dots = len(module) - len(module.lstrip("."))
    return (group, -dots, any(map(str.isidentifier, several)), module)


def _group(module: str) -> int:
    if module == "__future__":
        return _FUTURE
    if module.startswith("."):
        return _OWN
    return _LIBRARY if module.partition(".")[0] in _LIBRARIES else _STANDARD


def _statements(module: str, names: set[str], indent: str) -> list[str]:
    lines: list[str] = []
    whole = {name for name in names if not name or name.startswith(" as ")}
    lines += [f"{indent}import {module}{alias}" for alias in sorted(whole)]
    several = sorted(names - whole, key=_isort_key)
    if several:
        flat = f"{indent}from {module} import {', '.join(several)}"
        if len(flat) <= 88:
            lines.append(flat)
        else:
            group = Group(f"from {module} import (", tuple(several), ")", exploded=True)
            lines.extend(lay_out(group, indent))
    return lines


def _isort_key(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest, each by name."""
    if name.isupper() and len(name) > 1:
        return (0, name)
    return (1 if name[:1].isupper() else 2, name)
