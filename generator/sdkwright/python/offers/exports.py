"""Names that programs import from elsewhere: modules that have nothing of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...diagnostics import Diagnostics
from ...ir import nodes
from ...pointer import ROOT
from ..names.table import NameTable
from ..operations.errors import FAMILY
from ..text.imports import Import, render_imports
from ..text.layout import STEP, Group, lay_out
from ..text.literals import literal
from .homes import home_of_names
from .views import ExportsModule, ExportsView

_ERRORS = "errors"
# Where the names are that the package itself offers besides its own.
TOP = "_exports"
# Modules that the package has itself; the errors' alone can hold more names.
_OURS = frozenset(
    "client environments errors models params resources testing webhooks"
    f" _core _custom {TOP}".split()
)


def check_exports(
    exports: Mapping[str, str], api: nodes.Api, names: NameTable, found: Diagnostics
) -> None:
    """Say which exports there cannot be, and why."""
    homes = home_of_names(api, names) if exports else {}
    for path, name in exports.items():
        if reason := no_export(path, name, homes):
            found.warning(
                "unused-export", f"'{path}' cannot be imported: {reason}", ROOT
            )


def no_export(path: str, name: str, homes: Mapping[str, str]) -> str | None:
    """Why a name cannot be imported from there; None where it can."""
    module, _, last = path.rpartition(".")
    top = module.partition(".")[0]
    if name not in homes:
        return f"the SDK has no '{name}'"
    if module == _ERRORS:
        if homes[name] != f".{_ERRORS}":
            return f"'{name}' is no error"
        known = any(last == each.name for each in FAMILY)
        return "the errors have one of this name" if known else None
    if top in _OURS:
        return f"the SDK has a module '{top}' of its own"
    if not module and (last in homes or last in _OURS or last.startswith("__")):
        return "the SDK has something of this name"
    return None


def exports_view(
    exports: Mapping[str, str], api: nodes.Api, names: NameTable
) -> ExportsView:
    """The modules that names are imported from besides, with those above them."""
    if not exports:
        return ExportsView()
    homes = home_of_names(api, names)
    usable = [*_usable(exports, homes)]
    modules: dict[str, dict[str, str]] = {}
    errors: list[tuple[str, str]] = []
    for module, last, name in usable:
        if module == _ERRORS:
            errors.append((name, last))
            continue
        modules.setdefault(module or TOP, {})[last] = name
        parts = module.split(".")
        for count in range(1, len(parts)):
            modules.setdefault(".".join(parts[:count]), {})
    above = {each.rpartition(".")[0] for each in modules}
    return ExportsView(
        modules=tuple(
            _module(name, several, homes, is_package=name in above)
            for name, several in sorted(modules.items())
        ),
        top=tuple(sorted(last for module, last, _ in usable if not module)),
        errors=tuple(sorted(errors)),
        names=tuple(
            (".".join(filter(None, (module, last))), name)
            for module, last, name in sorted(usable)
        ),
    )


def _usable(
    exports: Mapping[str, str], homes: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """The exports there are: the module, the name in it, the name in the SDK."""
    for path, name in exports.items():
        if no_export(path, name, homes) is None:
            module, _, last = path.rpartition(".")
            yield module, last, name


def _module(
    name: str, several: Mapping[str, str], homes: Mapping[str, str], *, is_package: bool
) -> ExportsModule:
    path = name.replace(".", "/") + ("/__init__.py" if is_package else ".py")
    depth = path.count("/") + 1
    imports = {
        Import(homes[ours], ours, alias=None if ours == last else last)
        for last, ours in several.items()
    }
    dots = "." * (depth - 1)
    homed = tuple(
        f"{literal(last)}: ({literal(dots + homes[ours])}, {literal(ours)})"
        for last, ours in sorted(several.items())
    )
    offered = tuple(map(literal, sorted(several)))
    return ExportsModule(
        path=path,
        offered=lay_out(Group("__all__ = [", offered, "]", exploded=True)),
        imports=render_imports(imports, depth=depth, indent=STEP),
        homes=lay_out(Group("_HOMES = {", homed, "}", exploded=True), STEP),
    )
