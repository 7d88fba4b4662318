"""The face of the package `models`: the names that it offers, and where they are."""

from __future__ import annotations

from collections.abc import Mapping

from ...pointer import Pointer
from ..names.table import NameTable
from ..text.imports import Import, render_imports
from ..text.layout import STEP, Group, lay_out
from ..text.literals import literal
from .views import ModelModuleView, ModelsView


def face(
    homes: Mapping[Pointer, str],
    names: NameTable,
    modules: tuple[ModelModuleView, ...],
) -> ModelsView:
    """The modules of the package, `homes` being that of each declaration."""
    table = sorted((names.declaration(at), module) for at, module in homes.items())
    imports = {Import(module, name, near=True) for name, module in table}
    exports = tuple(literal(name) for name, _ in table)
    homed = tuple(f"{literal(name)}: {literal(module)}" for name, module in table)
    return ModelsView(
        modules=modules,
        exports=lay_out(Group("__all__ = [", exports, "]", exploded=True)),
        imports=render_imports(imports, indent=STEP),
        homes=lay_out(Group("_HOMES = {", homed, "}", exploded=True), STEP),
    )
