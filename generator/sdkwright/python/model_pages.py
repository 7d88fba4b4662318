"""What the models' page says of each declaration."""

from __future__ import annotations

from ..ir import nodes
from ..ir.declarations import Alias, Declaration, Enum, Field, Member, Model
from ..ir.types import Nullable, Type, named_in
from ..pointer import Pointer
from .annotations import annotate
from .constraints import constraint_text
from .literals import literal
from .markdown import block, code, inline
from .names import NameTable
from .page_views import PageModelView
from .views import Lines


def model_pages(api: nodes.Api, names: NameTable) -> tuple[PageModelView, ...]:
    """Every declaration, by name."""
    users = _users(api, names)
    views = (
        _view(each, names, users.get(each.pointer, ()))
        for each in api.declarations.values()
    )
    return tuple(sorted(views, key=lambda view: (view.name.lower(), view.name)))


def _view(declaration: Declaration, names: NameTable, users: Lines) -> PageModelView:
    rows: Lines = ()
    type_, kind = "", "model"
    match declaration:
        case Model():
            rows = tuple(_field(each, names) for each in declaration.fields)
        case Enum():
            kind = "enum"
            rows = tuple(
                _member(declaration, each, names) for each in declaration.members
            )
        case Alias():
            kind = "alias"
            type_ = annotate(declaration.type, names).text
    doc = declaration.doc
    parts = [
        "**Deprecated.**" if doc.deprecated else "",
        block(doc.description or doc.summary or ""),
    ]
    return PageModelView(
        name=names.declaration(declaration.pointer),
        kind=kind,
        description="\n\n".join(part for part in parts if part),
        type=type_,
        rows=rows,
        used_by=users,
    )


def _field(field: Field, names: NameTable) -> str:
    type_ = field.type if field.required else _nullable(field.type)
    name = names.field(field.pointer)
    constraints = constraint_text(field.constraints, lambda value: code(literal(value)))
    parts = [
        f"`{name}` - `{annotate(type_, names).text}`"
        + (", required." if field.required else "."),
        inline(field.doc.description or ""),
        f"On the wire {code(field.name)}." if field.name != name else "",
        f"{constraints[0].upper()}{constraints[1:]}." if constraints else "",
        f"By default {code(literal(field.default[0]))}." if field.default else "",
        "Only in answers." if field.read_only else "",
        "Only in requests." if field.write_only else "",
        "Deprecated." if field.doc.deprecated else "",
        _links(field.type, names),
    ]
    return " ".join(part for part in parts if part)


def _member(enum: Enum, member: Member, names: NameTable) -> str:
    name = names.member(enum.pointer, member.value)
    described = inline(member.description or "")
    text = f"`{name}` - {code(literal(member.value))}."
    return f"{text} {described}" if described else text


def _links(type_: Type, names: NameTable) -> str:
    several = [names.declaration(pointer) for pointer in named_in(type_)]
    links = [f"[`{name}`](#{name.lower()})" for name in several]
    return f"See {' and '.join(links)}." if links else ""


def _nullable(type_: Type) -> Type:
    return type_ if isinstance(type_, Nullable) else Nullable(type_)


def _users(api: nodes.Api, names: NameTable) -> dict[Pointer, Lines]:
    """For each declaration, links to the ones that mention it."""
    users: dict[Pointer, dict[str, None]] = {}
    for declaration in api.declarations.values():
        name = names.declaration(declaration.pointer)
        for type_ in _types(declaration):
            for used in named_in(type_):
                if used != declaration.pointer:
                    users.setdefault(used, {})[f"[`{name}`](#{name.lower()})"] = None
    return {pointer: tuple(links) for pointer, links in users.items()}


def _types(declaration: Declaration) -> tuple[Type, ...]:
    match declaration:
        case Model(fields=fields, additional=additional):
            extra = () if additional is None else (additional,)
            return (*(field.type for field in fields), *extra)
        case Alias(type=type_):
            return (type_,)
        case Enum():
            return ()
