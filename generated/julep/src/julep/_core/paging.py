"""Operations that answer in pages: what one is asked for to give the next page.

That is the page's style, a file for each kind. A style names parameters as they are
called on the wire, and what an answer says by its attributes, dotted where they stand
inside of each other.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import KW_ONLY
from typing import Any, Generic

from .engine import Engine, Form
from .narrow import is_list
from .omit import OMIT
from .operation import Operation, R_co
from .pages import Way, get, hold, is_page
from .records import dataclass, replace
from .request import Prepared, prepare
from .styles import named


@dataclass(frozen=True, slots=True)
class Style:
    """`more` is a flag that is false on the last page, `done` one that is true there.

    `next` is something that the last page lacks, whatever it is.
    """

    _: KW_ONLY
    more: str | None = None
    done: str | None = None
    next: str | None = None

    def is_told(self, page: object) -> bool:
        """Whether what follows comes from the answers, or is limited by them."""
        return True

    def after(self, page: object, came: Came, way: Way) -> object:
        """What to ask for after a page; None where it is the last one."""
        raise NotImplementedError

    def asked(self, came: Came) -> object:
        """What was asked for."""
        raise NotImplementedError

    def asking(self, came: Came, what: object) -> tuple[Operation[Any], list[object]]:
        """The operation and its values that ask for this."""
        raise NotImplementedError

    def aimed(self, request: Prepared) -> Prepared:
        """The request for a page, if need be changed."""
        return request

    def is_last(self, page: object) -> bool:
        """Whether a page says that no other follows."""
        if self.more is not None and get(page, self.more) is False:
            return True
        if self.done is not None and get(page, self.done) is True:
            return True
        if self.next is None:
            return False
        outer, _, name = self.next.rpartition(".")
        around = get(page, outer) if outer else page
        return around is not None and is_nothing(get(around, name))


@dataclass(frozen=True, slots=True)
class ByParameter(Style):
    """A parameter says which page."""

    parameter: str

    def asked(self, came: Came) -> object:
        return came.argument(self.parameter)

    def asking(self, came: Came, what: object) -> tuple[Operation[Any], list[object]]:
        values = list(came.values)
        values[came.operation.place_of(self.parameter)] = what
        return came.operation, values


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedOperation(Operation[R_co], Generic[R_co]):
    """An operation that answers in pages; `page` makes one of a list."""

    pages: Style
    page: Callable[[list[object]], Any] | None = None

    def aimed(self, request: Prepared) -> Prepared:
        return self.pages.aimed(request)

    def finished(
        self,
        value: Any,
        engine: Any,
        values: tuple[object, ...],
        headers: Mapping[str, str],
    ) -> Any:
        page = self.page(value) if self.page is not None and is_list(value) else value
        if page is not value or is_page(page):
            hold(page, Came(engine, self, values, headers))
        return page

    def place_of(self, name: str) -> int:
        """Which of the values a parameter is: of the query, else of the body."""
        before, query = len(self.in_path), named(self.query)
        if name in query or self.body is None:
            return before + query.index(name)
        before += len(query) + len(self.header) + len(self.cookie)
        return before + self.body.names.index(name)


@dataclass(frozen=True, slots=True)
class Came:
    """The call that a page came from."""

    engine: Engine[Any]
    operation: PagedOperation[Any]
    values: tuple[object, ...]
    headers: Mapping[str, str]

    @property
    def url(self) -> str:
        request = prepare(self.operation, self.values, self.engine.settings)
        return self.operation.aimed(request).url

    def argument(self, name: str) -> object:
        value = self.values[self.operation.place_of(name)]
        return None if value is OMIT else value

    def number(self, name: str, otherwise: int) -> int:
        value = self.argument(name)
        return value if isinstance(value, int) else otherwise

    def is_told(self, page: object) -> bool:
        return self.operation.pages.is_told(page)

    def next(self, what: object) -> Awaitable[Any]:
        """The page that is had by asking for this."""
        operation, values = self.operation.pages.asking(self, what)
        # What follows a page is pages, of `with_raw_response` too. An idempotency key
        # was that of one call.
        settings = replace(self.engine.settings, idempotency_key=None)
        engine = replace(self.engine, form=Form.VALUE, settings=settings)
        return engine.called(operation, tuple(values))


def is_nothing(value: object) -> bool:
    return value is None or value is False or value == ""
