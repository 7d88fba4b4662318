"""Pages: the style that an operation states, the base of a model that is a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ...ir import nodes
from ...ir.paging.nodes import PageStyle, Paging, Path
from ...pointer import Pointer
from ...prose import question
from ..names.table import NameTable
from ..text.annotations import Annotation, annotate
from ..text.imports import Import
from ..text.layout import Group, prefixed
from ..text.literals import literal

# The base of a model that is a page, and what its class statement says besides.
Page: TypeAlias = "tuple[Annotation, tuple[str, ...]]"
OPERATION = "PagedOperation"
# What is said of an answer that is a page, besides what the document says.
PAGES = "Iterate over it for the items of every page."
_STYLES = {
    PageStyle.OFFSET: Import("._core.by_count", "ByOffset"),
    PageStyle.NUMBER: Import("._core.by_count", "ByNumber"),
    PageStyle.CURSOR: Import("._core.by_cursor", "ByCursor"),
    PageStyle.LINK: Import("._core.by_link", "ByLink"),
}
_LIST = Import("._core.list_pages", "ListPage")
_USUAL = {PageStyle.OFFSET: 0, PageStyle.NUMBER: 1}


def returned(
    operation: nodes.Operation, names: NameTable, shadowed: frozenset[str] = frozenset()
) -> Annotation:
    """The annotation of the answer that comes whole: a list that is a page says so."""
    paging = operation.paging
    if operation.returns is None:
        return Annotation(text="None")
    if paging is None or paging.model is not None:
        return annotate(operation.returns, names, shadowed)
    item = annotate(paging.item, names, shadowed)
    return Annotation(
        text=f"ListPage[{item.text}]", imports=item.imports | {_LIST}, names=item.names
    )


def page_imports(operation: nodes.Operation) -> frozenset[Import]:
    """What the constant of an operation needs to say how it pages."""
    paging = operation.paging
    if paging is None:
        return frozenset()
    lists = {_LIST} if paging.model is None else set[Import]()
    return frozenset(
        {Import("._core.paging", OPERATION), _STYLES[paging.style]} | lists
    )


def page_facts(paging: Paging, names: NameTable) -> Iterator[str | Group]:
    """`pages=ByOffset("offset", …)`, and what makes a page of a list."""
    head = f"{_STYLES[paging.style].name}("
    yield prefixed("pages=", Group(head, tuple(_facts(paging, names)), ")"))
    if paging.model is None:
        yield f"page={_LIST.name}"


def page_models(api: nodes.Api) -> dict[Pointer, Paging]:
    """The models that are pages, with how the first operation that has them pages."""
    found: dict[Pointer, Paging] = {}
    for operation in api.operations:
        paging = operation.paging
        if paging is not None and paging.model is not None:
            found.setdefault(paging.model, paging)
    return found


def page_base(paging: Paging, names: NameTable, near: Iterable[Pointer]) -> Page:
    """What makes a model a page.

    Items that are declared `near`, among those that need each other, stand in quotes:
    they may come further down.
    """
    item = annotate(paging.item, names)
    text = item.text if item.names.isdisjoint(near) else literal(item.text)
    page = Import("._core.pages", "PageOf")
    base = Annotation(
        text=f"PageOf[{text}]", imports=item.imports | {page}, names=item.names
    )
    return base, (f"items={literal(attributes(paging.items, names))}",)


def closed(text: str) -> str:
    """Prose that another sentence can follow."""
    return f"{text.strip()}." if _is_open(text) else text.strip()


@question
def _is_open(text: str) -> bool:
    return text.strip()[-1:].isalnum()


def attributes(path: Path, names: NameTable) -> str:
    """A path of fields as Python goes it."""
    return ".".join(map(names.field, path))


def _facts(paging: Paging, names: NameTable) -> Iterator[str]:
    counts = paging.style in _USUAL
    if paging.parameter is not None and paging.style is not PageStyle.LINK:
        yield literal(paging.parameter)
    if counts and paging.start not in (None, _USUAL[paging.style]):
        yield f"start={paging.start}"
    if paging.style is PageStyle.OFFSET and paging.size is not None:
        yield f"size={literal(paging.size)}"
    if paging.style is PageStyle.CURSOR and paging.header is not None:
        yield f"header={literal(paging.header)}"
    several = {
        "next": paging.next,
        "last": paging.last,
        "more": paging.more,
        "done": paging.done,
        "total": paging.total if counts else (),
        "pages": paging.pages if paging.style is PageStyle.NUMBER else (),
    }
    for name, path in several.items():
        if path:
            yield f"{name}={literal(attributes(path, names))}"
    if paging.sparse and paging.style is PageStyle.CURSOR:
        yield "sparse=True"
