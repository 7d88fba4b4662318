"""Declarations as Python: classes, enums and aliases, in modules of their own.

A module holds a group of declarations that need each other, and is named after
the first of them; it imports the modules of the groups that it needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..ir import nodes
from ..ir.declarations import Alias, Declaration, Doc, Enum, Field, Model
from ..ir.groups import groups, needed_by
from ..ir.types import Named, Nullable, Type, Union
from ..pointer import Pointer
from .annotations import Annotation, annotate
from .constraints import constraint_text
from .docstrings import docstring
from .imports import Import, render_imports
from .literals import literal
from .model_views import (
    AliasView,
    DeclarationView,
    EnumView,
    FieldView,
    ModelModuleView,
    ModelsView,
    ModelView,
)
from .names import NameTable
from .views import Lines
from .words import identifier, snake_case


def models_view(api: nodes.Api, names: NameTable) -> ModelsView:
    """Every declaration, in modules, a module after all those that it imports."""
    several = groups(api)
    homes = _homes(several, names)
    return ModelsView(
        modules=tuple(_module(group, api, names, homes) for group in several),
        homes=tuple(
            sorted((names.declaration(at), module) for at, module in homes.items())
        ),
    )


def _homes(
    several: tuple[tuple[Pointer, ...], ...], names: NameTable
) -> dict[Pointer, str]:
    """The module of each declaration."""
    used: set[str] = set()
    homes: dict[Pointer, str] = {}
    for group in several:
        first = identifier(snake_case(names.declaration(group[0])), "model")
        module, number = first, 2
        while module.lower() in used:
            module, number = f"{first}_{number}", number + 1
        used.add(module.lower())
        homes |= dict.fromkeys(group, module)
    return homes


def _module(
    group: tuple[Pointer, ...],
    api: nodes.Api,
    names: NameTable,
    homes: Mapping[Pointer, str],
) -> ModelModuleView:
    imports: set[Import] = set()
    views: list[DeclarationView] = []
    for at in _ordered(group, api):
        declaration = api.declarations[at]
        view, needed = _declaration(declaration, names, at in needed_by(declaration))
        views.append(view)
        imports |= needed
        for other in needed_by(declaration):
            if homes[other] != homes[at]:
                imports.add(Import(f".models.{homes[other]}", names.declaration(other)))
    return ModelModuleView(
        name=homes[group[0]],
        imports=render_imports(_near(imports), depth=2),
        declarations=tuple(views),
    )


def _near(imports: set[Import]) -> set[Import]:
    """Imports between the modules of models are written `.other`."""
    return {
        (
            replace(each, module=each.module.replace(".models.", "", 1), near=True)
            if each.module.startswith(".models.")
            else each
        )
        for each in imports
    }


def _ordered(group: tuple[Pointer, ...], api: nodes.Api) -> tuple[Pointer, ...]:
    """Classes first: an alias is evaluated where it stands, and needs them."""
    classes = [at for at in group if not isinstance(api.declarations[at], Alias)]
    aliases = [at for at in group if isinstance(api.declarations[at], Alias)]
    done: dict[Pointer, None] = {}
    rest = list(aliases)
    while rest:
        ready = [
            at
            for at in rest
            if all(
                other in done or other not in rest or other == at
                for other in needed_by(api.declarations[at])
            )
        ]
        for at in ready or rest[:1]:
            done[at] = None
        rest = [at for at in rest if at not in done]
    return (*classes, *done)


def _declaration(
    declaration: Declaration, names: NameTable, recursive: bool
) -> tuple[DeclarationView, set[Import]]:
    match declaration:
        case Model():
            return _model(declaration, names)
        case Enum():
            return _enum(declaration, names)
        case Alias():
            return _alias(declaration, names, recursive)


# --- models -----------------------------------------------------------------------


def _model(model: Model, names: NameTable) -> tuple[DeclarationView, set[Import]]:
    attributes = frozenset(names.field(field.pointer) for field in model.fields)
    imports = {Import("._core.model", "Model")}
    fields: list[FieldView] = []
    for field in model.fields:
        view, needed = _field(field, names, attributes)
        fields.append(view)
        imports |= needed
    return (
        ModelView(
            name=names.declaration(model.pointer),
            base="Model",
            docstring=_about(model.doc, 4),
            fields=tuple(fields),
        ),
        imports,
    )


def _field(
    field: Field, names: NameTable, attributes: frozenset[str]
) -> tuple[FieldView, set[Import]]:
    name = names.field(field.pointer)
    type_ = field.type if field.required else _nullable(field.type)
    written = annotate(type_, names, attributes)
    imports = set(written.imports)
    annotation = written.text
    if field.name != name:
        annotation = f"Annotated[{annotation}, Field(alias={literal(field.name)})]"
        imports |= {Import("typing", "Annotated"), Import("pydantic", "Field")}
    tail = "" if field.required else " = None"
    return (
        FieldView(
            declaration=f"{name}: {annotation}{tail}", docstring=_about_field(field)
        ),
        imports,
    )


def _about(doc: Doc, indent: int) -> Lines:
    parts = [
        doc.description or doc.summary or "",
        "Deprecated." if doc.deprecated else "",
        f"See {doc.external_url}" if doc.external_url else "",
    ]
    return docstring("\n\n".join(part for part in parts if part), indent)


def _about_field(field: Field) -> Lines:
    constraints = constraint_text(field.constraints, literal)
    parts = [
        field.doc.description or "",
        f"{constraints[0].upper()}{constraints[1:]}." if constraints else "",
        f"Default: {literal(field.default[0])}." if field.default else "",
        "Deprecated." if field.doc.deprecated else "",
    ]
    described, *facts = parts
    said = " ".join(part for part in facts if part)
    return docstring("\n\n".join(part for part in (described, said) if part), 4)


def _nullable(type_: Type) -> Type:
    return type_ if isinstance(type_, Nullable) else Nullable(type_)


# --- enums --------------------------------------------------------------------------


def _enum(enum: Enum, names: NameTable) -> tuple[DeclarationView, set[Import]]:
    base = "OpenIntEnum" if enum.of_integers else "OpenStrEnum"
    members = tuple(
        FieldView(
            declaration=f"{names.member(enum.pointer, each.value)} = "
            f"{literal(each.value)}",
            docstring=docstring(each.description or "", 4),
        )
        for each in enum.members
    )
    view = EnumView(
        name=names.declaration(enum.pointer),
        base=base,
        docstring=_about(enum.doc, 4),
        members=members,
        of_integers=enum.of_integers,
    )
    return view, {Import("._core.enums", base)}


# --- aliases ------------------------------------------------------------------------


def _alias(
    alias: Alias, names: NameTable, recursive: bool
) -> tuple[DeclarationView, set[Import]]:
    name = names.declaration(alias.pointer)
    written = annotate(alias.type, names)
    imports = set(written.imports)
    text = _opened(alias.type, written, names)
    if text != written.text:
        imports |= {Import("typing", "Annotated"), Import("._core.unions", "OpenUnion")}
    if recursive:
        imports.add(Import("typing_extensions", "TypeAliasType"))
        declaration = f"{name} = TypeAliasType({literal(name)}, {literal(text)})"
    else:
        imports.add(Import("typing", "TypeAlias"))
        declaration = f"{name}: TypeAlias = {text}"
    return (
        AliasView(name=name, declaration=declaration, docstring=_about(alias.doc, 0)),
        imports,
    )


def _opened(type_: Type, written: Annotation, names: NameTable) -> str:
    """A union of objects with what keeps it open."""
    null = isinstance(type_, Nullable)
    union = type_.type if isinstance(type_, Nullable) else type_
    if not isinstance(union, Union) or "Unknown" not in written.text.split(" | "):
        return written.text
    text = annotate(union, names).text
    facts = ""
    if union.tag is not None:
        pairs = [
            f"({literal(tag)}, {names.declaration(variant.pointer)})"
            for tag, variant in union.tags
            if isinstance(variant, Named)
        ]
        comma = "," if len(pairs) == 1 else ""
        facts = f"{literal(union.tag)}, ({', '.join(pairs)}{comma})"
    opened = f"Annotated[{text}, OpenUnion({facts})]"
    return f"{opened} | None" if null else opened
