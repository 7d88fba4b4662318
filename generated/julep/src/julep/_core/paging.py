"""The styles of paging: what an operation is asked for to give the next page.

A style names parameters as they are called on the wire, and what an answer says by
its attributes, dotted where they stand inside of each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, replace
from functools import partial
from typing import Any, Generic
from urllib.parse import urljoin

from .async_engine import AsyncEngine
from .engine import Form
from .errors import InvalidRequestError
from .narrow import is_list
from .omit import OMIT
from .operation import Operation, R_co
from .pages import ListPage, Next, Way, get, hold, is_page
from .records import dataclass
from .redirects import origin, redirected
from .request import Prepared, placeholders, prepare, with_query
from .sync_engine import SyncEngine

_LINK = re.compile(r'<([^<>]*)>((?:[^,"]|"[^"]*")*)')
_REL_NEXT = re.compile(r';\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)', re.I)


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
        return around is not None and _is_nothing(get(around, name))


@dataclass(frozen=True, slots=True)
class _ByParameter(Style):
    parameter: str

    def asked(self, came: Came) -> object:
        return came.argument(self.parameter)

    def asking(self, came: Came, what: object) -> tuple[Operation[Any], list[object]]:
        values = list(came.values)
        values[came.operation.place_of(self.parameter)] = what
        return came.operation, values


@dataclass(frozen=True, slots=True)
class ByOffset(_ByParameter):
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
class ByNumber(_ByParameter):
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


@dataclass(frozen=True, slots=True)
class ByCursor(_ByParameter):
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
        return None if _is_nothing(cursor) else cursor


@dataclass(frozen=True, slots=True)
class ByLink(Style):
    """The answer has the URL of the next page: `next`, else its `Link` (RFC 8288)."""

    def after(self, page: object, came: Came, way: Way) -> object:
        link = _linked(came.headers) if self.next is None else get(page, self.next)
        return None if _is_nothing(link) else urljoin(came.url, str(link))

    def asked(self, came: Came) -> object:
        return came.url

    def asking(self, came: Came, what: object) -> tuple[Operation[Any], list[object]]:
        return replace(came.operation, at=str(what)), list(came.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedOperation(Operation[R_co], Generic[R_co]):
    """An operation that answers in pages; `at` is the URL of one, not of the first."""

    pages: Style
    at: str | None = None

    def aimed(self, request: Prepared) -> Prepared:
        return request if self.at is None else following(request, self.at)

    def finished(
        self,
        value: Any,
        engine: Any,
        values: tuple[object, ...],
        headers: Mapping[str, str],
    ) -> Any:
        page: object = ListPage(value) if is_list(value) else value
        if is_list(page) or is_page(page):
            hold(page, Came(engine, self, values, headers))
        return page

    def place_of(self, name: str) -> int:
        """Which of the values a parameter is: of the query, else of the body."""
        before = len(self.path_params or placeholders(self.path))
        query = [each if isinstance(each, str) else each.name for each in self.query]
        if name in query or self.body is None:
            return before + query.index(name)
        before += len(query) + len(self.header) + len(self.cookie)
        return before + self.body.names.index(name)


@dataclass(frozen=True, slots=True)
class Came:
    """The call that a page came from."""

    engine: SyncEngine | AsyncEngine
    operation: PagedOperation[Any]
    values: tuple[object, ...]
    headers: Mapping[str, str]

    @property
    def is_async(self) -> bool:
        return self.engine.is_async

    @property
    def key(self) -> object:
        return self.operation.pages.asked(self)

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

    def next(self, page: object, way: Way) -> Next | None:
        style = self.operation.pages
        what = style.after(page, self, way)
        if what is None:
            return None
        operation, values = style.asking(self, what)
        # What follows a page is pages, of `with_raw_response` too. An idempotency key
        # was that of one call.
        settings = replace(self.engine.settings, idempotency_key=None)
        engine = replace(self.engine, form=Form.VALUE, settings=settings)
        return Next(what, partial(engine.call, operation, *values))


def following(request: Prepared, url: str) -> Prepared:
    """The request for the page at a URL, which an answer gave.

    It is treated as a redirect: credentials go to their own origin only.
    """
    moved = redirected(request, 303, url)
    if moved is None:
        raise InvalidRequestError(f"the next page cannot be had from {url!r}")
    if origin(moved.url) != origin(request.url):
        return replace(moved, security=())
    query = moved.url.partition("?")[2]
    given = {each.partition("=")[0] for each in query.split("&")}
    lacking = (each for each in request.standing if each.partition("=")[0] not in given)
    return replace(moved, url=with_query(moved.url, lacking))


def _linked(headers: Mapping[str, str]) -> str | None:
    """The target of the header `Link` whose relation is `next` (RFC 8288, 3)."""
    links = _LINK.finditer(headers.get("link", ""))
    return next((each[1] for each in links if _REL_NEXT.search(each[2])), None)


def _count(page: object, path: str | None) -> int | None:
    """How many there are altogether; None where the page does not say so."""
    value = None if path is None else get(page, path)
    return value if isinstance(value, int) and value > 0 else None


def _is_nothing(value: object) -> bool:
    return value is None or value is False or value == ""
