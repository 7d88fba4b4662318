"""Declarations as Python: classes, enums and aliases, in modules of their own.

A module holds a family: a declaration with all that is written in place below it, and
what those need that needs them. It is named after the first, and what it is made of
stands before it; it imports the modules of the families that it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...ir.declarations import Alias, Declaration, Enum, Model
from ...ir.groups import Group, families, groups, needed_by
from ...ir.mentions import variants_of
from ...ir.nodes import Api
from ...ir.types import Named, Tuple
from ...ir.xml import uses_xml
from ...pointer import Pointer
from ..names.table import NameTable
from ..names.words import module_name
from ..operations.paging import Page, page_base, page_models
from ..text.imports import Import, render_imports
from .classes import Written, write_alias, write_enum, write_model
from .face import face
from .views import ModelModuleView, ModelsView

# Windows has no files of these names, whatever their ending.
_NO_FILES = frozenset({"aux", "con", "nul", "prn"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)
}


def models_view(api: Api, names: NameTable, *, checked: bool = False) -> ModelsView:
    """Every declaration, in modules, a module after all those that it imports.

    Where requests are `checked`, fields carry the rules that they are checked by.
    """
    several = groups(api)
    rings = _rings(api)
    place = {at: index for index, ring in enumerate(rings) for at in ring}
    endless = {at for ring in rings for at in ring if _is_endless(at, ring, api)}
    variants, xml = variants_of(api), uses_xml(api)
    near = {at: group for group in several for at in group}
    bases = {
        at: page_base(paging, names, near[at])
        for at, paging in page_models(api).items()
    }
    written = {
        at: _write(
            each,
            names,
            bases.get(at),
            recursive=at in endless,
            closed=at in variants,
            checked=checked,
            xml=xml,
        )
        for at, each in api.declarations.items()
    }
    contents = {
        head: [
            at
            for group in family
            for at in sorted(group, key=lambda at: place.get(at, -1))
        ]
        for head, family in families(api, several).items()
    }
    homes = _homes(contents, names)
    modules = (_module(each, names, homes, written) for each in contents.values())
    return face(homes, names, tuple(modules))


def _homes(
    contents: Mapping[Pointer, Iterable[Pointer]], names: NameTable
) -> dict[Pointer, str]:
    """The module of each declaration, called after the head of its family.

    No module is called as a class is: once imported, it would stand in its place.
    """
    used = {*names.declarations.values(), *_NO_FILES}
    homes: dict[Pointer, str] = {}
    for head, several in contents.items():
        first = module_name(names.declaration(head))
        module, number = first, 2
        if module in used:
            module = first = f"{first}_model"
        while module in used:
            module, number = f"{first}_{number}", number + 1
        used.add(module)
        homes |= dict.fromkeys(several, module)
    return homes


def _module(
    group: Iterable[Pointer],
    names: NameTable,
    homes: Mapping[Pointer, str],
    written: Mapping[Pointer, Written],
) -> ModelModuleView:
    several = {at: written[at] for at in group}
    home = homes[next(iter(several))]
    imports = {
        Import(homes[at], names.declaration(at), near=True)
        for each in several.values()
        for at in each.names
        if at not in several
    }
    imports |= {needed for each in several.values() for needed in each.imports}
    return ModelModuleView(
        name=home,
        imports=render_imports(imports, depth=2),
        declarations=tuple(each.view for each in several.values()),
    )


def _write(
    declaration: Declaration,
    names: NameTable,
    page: Page | None,
    *,
    recursive: bool,
    closed: bool,
    checked: bool,
    xml: bool,
) -> Written:
    match declaration:
        case Model():
            return write_model(
                declaration, names, page, closed=closed, checked=checked, xml=xml
            )
        case Enum():
            return write_enum(declaration, names)
        case Alias():
            return write_alias(declaration, names, recursive=recursive)


# --- the order of aliases -------------------------------------------------------


def _rings(api: Api) -> tuple[Group, ...]:
    """Aliases in groups that are made of each other, each after what it is made of.

    An alias is evaluated where it stands, so what it is made of stands before it.
    Classes may stand anywhere: their annotations are read when they are used.
    """
    aliases = {
        at: replace(each, type=Tuple(tuple(map(Named, _aliases_in(each, api)))))
        for at, each in api.declarations.items()
        if isinstance(each, Alias)
    }
    return groups(replace(api, declarations=aliases))


def _aliases_in(alias: Alias, api: Api) -> Iterable[Pointer]:
    return (at for at in needed_by(alias) if isinstance(api.declarations[at], Alias))


def _is_endless(at: Pointer, ring: Group, api: Api) -> bool:
    """Whether an alias is made of itself, with no class in between."""
    return len(ring) > 1 or at in needed_by(api.declarations[at])
