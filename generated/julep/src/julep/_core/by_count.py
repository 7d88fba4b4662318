"""Pages that are counted: by the items before them, or by their number."""

from __future__ import annotations

from dataclasses import KW_ONLY

from .pages import Way, get
from .paging import ByParameter, Came
from .records import dataclass


@dataclass(frozen=True, slots=True)
class ByOffset(ByParameter):
    """A parameter says how many items to leave out, or with which to begin.

    `start` is where a call begins that does not say; `size` the parameter that limits
    a page; `total` how many items there are.
    """

    _: KW_ONLY
    start: int = 0
    size: str | None = None
    total: str | None = None

    def is_told(self, page: object) -> bool:
        return _count(page, self.total) is not None

    def after(self, page: object, came: Came, way: Way) -> object:
        if not way.items or self.is_last(page):
            return None
        reached = came.number(self.parameter, self.start) + len(way.items)
        total = _count(page, self.total)
        if total is not None and reached - self.start >= total:
            return None
        # A server may have a limit of its own: a page is short only beside a full one.
        size = 0 if self.size is None else came.number(self.size, 0)
        return None if len(way.items) < size <= way.most else reached


@dataclass(frozen=True, slots=True)
class ByNumber(ByParameter):
    """A parameter says which page; `start` is the number of the first.

    `pages` is how many pages there are, `total` how many items. A short page is no
    end: it may lack what its caller must not see.
    """

    _: KW_ONLY
    start: int = 1
    pages: str | None = None
    total: str | None = None

    def is_told(self, page: object) -> bool:
        return (_count(page, self.pages) or _count(page, self.total)) is not None

    def after(self, page: object, came: Came, way: Way) -> object:
        if not way.items or self.is_last(page):
            return None
        following = came.number(self.parameter, self.start) + 1
        pages, total = _count(page, self.pages), _count(page, self.total)
        if pages is not None and following - self.start >= pages:
            return None
        return None if total is not None and way.count >= total else following


def _count(page: object, path: str | None) -> int | None:
    """How many there are altogether; None where the page does not say so."""
    value = None if path is None else get(page, path)
    return value if isinstance(value, int) and value > 0 else None
