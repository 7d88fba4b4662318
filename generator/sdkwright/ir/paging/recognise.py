"""Recognises how an operation pages, from its parameters and its answer.

A wrong guess is worse than none: what is not plain is left alone. Whatever the
answer says of an end is used beside what leads to the next page.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...records import dataclass, replace
from ..declarations import Model
from ..nodes import Operation
from ..types import Type
from . import words
from .inputs import Input, of_kind
from .nodes import PageStyle, Paging, Path
from .outline import Outline, Spot, Types


@dataclass(frozen=True, slots=True)
class Facts:
    """An operation as paging sees it. `page` is None where the answer is a list."""

    operation: Operation
    item: Type
    model: Model | None
    page: Outline | None
    inputs: dict[str, Input]
    headers: tuple[str, ...]
    types: Types

    def said(self, names: Iterable[str], kind: str) -> Spot | None:
        """The first property around the items that is called so, of this kind."""
        spots = () if self.page is None else self.page.said
        for name in names:
            for spot in spots:
                if spot.word == name and kind in self.types.kinds(spot.field.type):
                    return spot
        return None

    def path(self, names: frozenset[str], kind: str) -> Path:
        """Where it is said; nowhere, if that is empty."""
        spot = self.said(sorted(names), kind)
        return () if spot is None else spot.path

    def input(self, names: frozenset[str], kind: str) -> Input | None:
        return of_kind(self.inputs, names, kind, self.types)


def recognise(facts: Facts) -> Paging | None:
    """How the operation pages; None where nothing says that it does."""
    base = base_of(facts)
    reads = facts.operation.method == "get"
    linked = "link" in map(str.lower, facts.headers)
    if reads and linked and (facts.model is None or _asks_for_pages(facts)):
        return base
    return (
        _cursor(facts, base)
        or _offset(facts, base)
        or _number(facts, base)
        or (_link(facts, base) if reads else None)
    )


def base_of(facts: Facts) -> Paging:
    """Where the items are and what says that they end; the style is the header's."""
    size = facts.input(words.SIZES, "integer")
    return Paging(
        style=PageStyle.LINK,
        item=facts.item,
        model=None if facts.model is None else facts.model.pointer,
        items=() if facts.page is None else facts.page.items.path,
        size=None if size is None else size.name,
        more=facts.path(words.MORE, "boolean"),
        done=facts.path(words.DONE, "boolean"),
    )


def counted(paging: Paging, facts: Facts) -> Paging:
    """The paging, with what its answer counts."""
    return replace(
        paging,
        total=facts.path(words.TOTALS, "integer"),
        pages=facts.path(words.PAGES, "integer"),
    )


def is_sparse(path: Path, facts: Facts) -> bool:
    """Whether a property can go missing, so that it is what ends the pages."""
    spots = () if facts.page is None else facts.page.said
    field = next((each.field for each in spots if each.path == path), None)
    return field is not None and facts.types.nullable(field)


def url_of(facts: Facts) -> Spot | None:
    """The property with the URL of the next page."""
    spot = facts.said(sorted(words.URLS), "text")
    if spot is not None:
        return spot
    spot = facts.said(("next",), "text")
    return spot if spot is not None and _is_url(spot) else None


def _is_url(spot: Spot) -> bool:
    field = spot.field
    said = (field.doc.summary, field.doc.description)
    examples = [each for each in field.examples if isinstance(each, str)]
    return (
        spot.around in ("link", "links")
        or any(map(words.is_about_url, said))
        or any(each.startswith(("http://", "https://", "/")) for each in examples)
    )


# --- the styles, the most certain first ---------------------------------------------


def _cursor(facts: Facts, base: Paging) -> Paging | None:
    for each in facts.inputs.values():
        kinds = facts.types.kinds(each.type)
        names = words.CURSORS.get(each.word, ())
        for kind in ("text", "integer"):
            spot = facts.said(names, kind) if kind in kinds else None
            if spot is not None and not (kind == "text" and _is_address(spot)):
                return replace(
                    base,
                    style=PageStyle.CURSOR,
                    parameter=each.name,
                    next=spot.path,
                    sparse=is_sparse(spot.path, facts),
                )
        header = next(filter(words.NEXT_HEADER.search, facts.headers), None)
        if names and header is not None:
            return replace(
                base, style=PageStyle.CURSOR, parameter=each.name, header=header
            )
        last = last_id(facts)
        if each.word in words.LAST_ITEM and base.more and last:
            return replace(base, style=PageStyle.CURSOR, parameter=each.name, last=last)
    return None


def _is_address(spot: Spot) -> bool:
    return spot.word == "next" and _is_url(spot)


def last_id(facts: Facts) -> Path:
    """The `id` of an item."""
    model = facts.types.model(facts.item)
    fields = () if model is None else model.fields
    return next(((each.pointer,) for each in fields if each.name == "id"), ())


def _offset(facts: Facts, base: Paging) -> Paging | None:
    offset = facts.input(words.OFFSETS, "integer")
    if offset is None or base.size is None:
        return None
    start = offset.first
    if start is None and offset.word.startswith("start"):
        return None  # some APIs count from 0, others from 1
    made = counted(base, facts)
    if facts.operation.method != "get" and not made.total:
        return None
    return replace(
        made,
        style=PageStyle.OFFSET,
        parameter=offset.name,
        start=start or 0,
        next=_missing_at_end(facts),
    )


def _number(facts: Facts, base: Paging) -> Paging | None:
    number = facts.input(words.NUMBERS, "integer")
    if number is None:
        return None
    if _has_token(facts) and (spot := url_of(facts)) is not None:
        return replace(base, style=PageStyle.LINK, next=spot.path)
    following = _missing_at_end(facts)
    made = counted(base, facts)
    ends = made.total or made.pages or made.more or made.done or following
    if not (ends or base.size) or not (ends or facts.operation.method == "get"):
        return None
    start = first_page(number)
    if start is None:
        return None
    return replace(
        made,
        style=PageStyle.NUMBER,
        parameter=number.name,
        start=start,
        next=following,
    )


def first_page(number: Input) -> int | None:
    """The number of the first page; None where that is not plain."""
    if number.first is not None:
        return number.first if number.first in (0, 1) else None
    return None if number.constraints.get("minimum") == 0 else 1


def _has_token(facts: Facts) -> bool:
    """Whether pages are asked for by something that only the answer can give."""
    return any(
        each.word in words.CURSORS and "text" in facts.types.kinds(each.type)
        for each in facts.inputs.values()
    )


def _link(facts: Facts, base: Paging) -> Paging | None:
    spot = url_of(facts)
    if spot is None:
        return None
    plain = spot.word in words.URLS or spot.around in words.AROUND
    if not plain and not _asks_for_pages(facts):
        return None
    return replace(base, style=PageStyle.LINK, next=spot.path)


def _asks_for_pages(facts: Facts) -> bool:
    """Whether a parameter speaks of pages."""
    known = words.SIZES | words.OFFSETS | words.NUMBERS | words.CURSORS.keys()
    return any(each.word in known for each in facts.inputs.values())


def _missing_at_end(facts: Facts) -> Path:
    """What the last page lacks: a number or a URL of the next one."""
    spot = facts.said(("nextpage", "nextoffset"), "integer") or url_of(facts)
    if spot is None:
        spot = facts.said(("next",), "text")
    if spot is None or not is_sparse(spot.path, facts):
        return ()
    return spot.path
