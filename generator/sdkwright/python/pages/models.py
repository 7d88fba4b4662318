"""What the pages of models say of each declaration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field

from ...ir import nodes
from ...ir.declarations import Alias, Declaration, Enum, Member, Model
from ...ir.groups import needed_by
from ...ir.types import Named, Union, named_in, without_null
from ...pointer import Pointer
from ...records import dataclass
from ..names.table import NameTable
from ..text.annotations import annotate
from ..text.items import item
from ..text.literals import literal
from ..text.markdown import block, code
from ..views import Lines, MethodView, SdkView
from .about import more
from .brief import anchor
from .items import field_item, variant_items
from .reference import page_path
from .shelves import Links, Shelf
from .views import ModelsPageView, PageModelView


@dataclass(frozen=True, slots=True)
class Users:
    """Who mentions a declaration: methods, each with its section, and others."""

    methods: dict[str, str] = field(default_factory=dict[str, str])
    declarations: dict[Pointer, None] = field(default_factory=dict[Pointer, None])


_NOBODY = Users()


def model_pages(
    api: nodes.Api,
    names: NameTable,
    sdk: SdkView,
    several: tuple[Shelf, ...],
    places: Mapping[Pointer, str],
) -> tuple[ModelsPageView, ...]:
    """Every declaration, on the page that is its place."""
    users = _users(api, names, sdk)
    return tuple(
        _page(shelf, api, users, Links(names=names, places=places, page=shelf.path))
        for shelf in several
    )


def _page(
    shelf: Shelf, api: nodes.Api, users: Mapping[Pointer, Users], links: Links
) -> ModelsPageView:
    declarations = api.declarations
    declared = (declarations[at] for at in shelf.pointers)
    return ModelsPageView(
        path=shelf.path,
        beginning=shelf.beginning,
        models=tuple(
            _view(each, declarations, links, users.get(each.pointer, _NOBODY))
            for each in declared
        ),
    )


def _view(
    declaration: Declaration,
    declarations: Mapping[Pointer, Declaration],
    links: Links,
    users: Users,
) -> PageModelView:
    rows: Lines = ()
    type_, kind = "", "model"
    names = links.names
    match declaration:
        case Model():
            rows = tuple(
                field_item(each, declarations, links) for each in declaration.fields
            )
        case Enum():
            kind = "enum"
            rows = tuple(
                _member(declaration, each, names) for each in declaration.members
            )
        case Alias():
            kind = "alias"
            type_ = annotate(declaration.type, names).text
            if isinstance(union := without_null(declaration.type), Union):
                rows = tuple(variant_items(union, links))
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
        twin=names.twins.get(declaration.pointer, ""),
        is_dict=declaration.pointer in names.dicts,
        used_by=tuple(_used_by(users, links)),
    )


def _member(enum: Enum, member: Member, names: NameTable) -> str:
    name = names.member(enum.pointer, member.value)
    return item(f"`{name}` - {code(literal(member.value))}.", member.description)


def _told(declaration: Declaration) -> str:
    """How the variants of a union are told apart, and what becomes of another one."""
    union = without_null(declaration.type) if isinstance(declaration, Alias) else None
    if not isinstance(union, Union):
        return ""
    how = f", told apart by {code(union.tag)}" if union.tag else ""
    kept = "; what is none of them is kept as it came, as `Unknown`"
    objects = any(isinstance(each, Named) for each in union.variants)
    return f"One of these{how}{kept if union.open and objects else ''}:"


def _users(api: nodes.Api, names: NameTable, sdk: SdkView) -> dict[Pointer, Users]:
    """For each declaration what mentions it: methods, other declarations."""
    users: defaultdict[Pointer, Users] = defaultdict(Users)
    for module in sdk.modules:
        page = page_path(module, sdk)
        for method in module.methods:
            call = f"`{module.access}.{method.name}`"
            at = f"{page}#{anchor(module, method)}"
            for used in in_method(method):
                users[used].methods[call] = at
    for declaration in api.declarations.values():
        for used in needed_by(declaration):
            if used != declaration.pointer:
                users[used].declarations[declaration.pointer] = None
    return users


def _used_by(users: Users, links: Links) -> Iterator[str]:
    yield from (f"[{call}]({links.up}{at})" for call, at in users.methods.items())
    yield from map(links.to, users.declarations)


def in_method(method: MethodView) -> Iterator[Pointer]:
    """What a method takes, gives and raises."""
    types = [argument.type for argument in method.arguments]
    types += [error.body for error in method.raises if error.body is not None]
    for type_ in (*types, method.returns_type, method.item_type):
        if type_ is not None:
            yield from named_in(type_)
