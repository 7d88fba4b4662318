"""Pages that are asked for by what the page before says."""

from __future__ import annotations

from dataclasses import KW_ONLY

from .pages import Way, get
from .paging import ByParameter, Came, is_nothing
from .records import dataclass


@dataclass(frozen=True, slots=True)
class ByCursor(ByParameter):
    """A parameter takes what the page before says: `next`, or a `header`.

    With `last` that is an attribute of the page's last item. In a `sparse` answer a
    page may be empty though others follow.
    """

    _: KW_ONLY
    header: str | None = None
    last: str | None = None
    sparse: bool = False

    def after(self, page: object, came: Came, way: Way) -> object:
        more = self.more is not None and get(page, self.more) is True
        if self.is_last(page) or not (way.items or self.sparse or more):
            return None
        if self.header is not None:
            cursor = came.headers.get(self.header)
        elif self.last is not None:
            cursor = get(way.items[-1], self.last) if way.items else None
        else:
            cursor = get(page, self.next) if self.next else None
        return None if is_nothing(cursor) else cursor
