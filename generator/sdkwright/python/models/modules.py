"""Declarations as Python: classes, enums and aliases, in modules of their own.

A module holds a family: a declaration with all that is written in place below it, and
what those need that needs them. It is named after the first, and what it is made of
stands before it; it imports the modules of the families that it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...ir.declarations import Alias, Declaration, Enum, Model
from ...ir.groups import Group, Needs, components, families, needs_of
from ...ir.mentions import variants_of
from ...ir.nodes import Api
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
    needs = needs_of(api)
    groups = components(needs)
    rings = _rings(api, needs)
    place = {at: index for index, ring in enumerate(rings) for at in ring}
    endless = {at for ring in rings for at in ring if len(ring) > 1 or at in needs[at]}
    variants, xml = variants_of(api), uses_xml(api)
    near = {at: group for group in groups for at in group}
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
        for head, family in families(api, needs, groups).items()
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


def _rings(api: Api, needs: Needs) -> tuple[Group, ...]:
    """Aliases in groups that are made of each other, each after what it is made of.

    An alias is evaluated where it stands, so what it is made of stands before it.
    Classes may stand anywhere: their annotations are read when they are used.
    """
    aliases = {at for at, each in api.declarations.items() if isinstance(each, Alias)}
    return components(
        {
            at: tuple(other for other in others if other in aliases)
            for at, others in needs.items()
            if at in aliases
        }
    )
