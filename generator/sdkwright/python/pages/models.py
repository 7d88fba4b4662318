"""What the models' page says of each declaration."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import nodes
from ...ir.declarations import Alias, Declaration, Enum, Member, Model
from ...ir.groups import needed_by
from ...ir.types import Named, Type, Union, named_in, without_null
from ...pointer import Pointer
from ..names.table import NameTable
from ..text.annotations import annotate
from ..text.literals import literal
from ..text.markdown import block, code, inline
from ..views import Lines, MethodView, SdkView
from .about import more
from .items import field_item
from .reference import anchor, page_path
from .views import PageModelView


def model_pages(
    api: nodes.Api, names: NameTable, sdk: SdkView
) -> tuple[PageModelView, ...]:
    """Every declaration, by name."""
    users = _users(api, names, sdk)
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
            rows = tuple(field_item(each, names, "") for each in declaration.fields)
        case Enum():
            kind = "enum"
            rows = tuple(
                _member(declaration, each, names) for each in declaration.members
            )
        case Alias():
            kind = "alias"
            type_ = annotate(declaration.type, names).text
            if isinstance(union := without_null(declaration.type), Union):
                rows = tuple(_variants(union, names))
    doc = declaration.doc
    parts = [
        "**Deprecated.**" if doc.deprecated else "",
        block(doc.description or doc.summary or ""),
        more(doc.external_url),
    ]
    return PageModelView(
        name=names.declaration(declaration.pointer),
        kind=kind,
        description="\n\n".join(part for part in parts if part),
        type=type_,
        told=_told(declaration),
        rows=rows,
        params=names.twins.get(declaration.pointer, ""),
        used_by=users,
    )


def _member(enum: Enum, member: Member, names: NameTable) -> str:
    name = names.member(enum.pointer, member.value)
    described = inline(member.description or "")
    text = f"`{name}` - {code(literal(member.value))}."
    return f"{text} {described}" if described else text


def _told(declaration: Declaration) -> str:
    """How the variants of a union are told apart, and what becomes of another one."""
    union = without_null(declaration.type) if isinstance(declaration, Alias) else None
    if not isinstance(union, Union):
        return ""
    how = f", told apart by {code(union.tag)}" if union.tag else ""
    kept = "; what is none of them is kept as it came, as `Unknown`"
    objects = any(isinstance(each, Named) for each in union.variants)
    return f"One of these{how}{kept if union.open and objects else ''}:"


def _variants(union: Union, names: NameTable) -> Iterator[str]:
    tags: dict[Type, list[str]] = {}
    for value, variant in union.tags:
        tags.setdefault(variant, []).append(code(literal(value)))
    for variant in union.variants:
        text = annotate(variant, names).text
        named = isinstance(variant, Named)
        head = f"[`{text}`](#{text.lower()})" if named else f"`{text}`"
        values = " or ".join(tags.get(variant, ()))
        yield (
            f"{head} - where {code(union.tag)} is {values}."
            if (values and union.tag)
            else head
        )


def _users(api: nodes.Api, names: NameTable, sdk: SdkView) -> dict[Pointer, Lines]:
    """For each declaration, links to the methods and declarations that mention it."""
    users: dict[Pointer, dict[str, None]] = {}
    for module in sdk.modules:
        page = page_path(module, sdk)
        for method in module.methods:
            link = f"[`{module.access}.{method.name}`]({page}#{anchor(module, method)})"
            for used in in_method(method):
                users.setdefault(used, {})[link] = None
    for declaration in api.declarations.values():
        name = names.declaration(declaration.pointer)
        for used in needed_by(declaration):
            if used != declaration.pointer:
                users.setdefault(used, {})[f"[`{name}`](#{name.lower()})"] = None
    return {pointer: tuple(links) for pointer, links in users.items()}


def in_method(method: MethodView) -> Iterator[Pointer]:
    """What a method takes, gives and raises."""
    types = [argument.type for argument in method.arguments]
    types += [error.body for error in method.raises if error.body is not None]
    for type_ in (*types, method.returns_type, method.item_type):
        if type_ is not None:
            yield from named_in(type_)
