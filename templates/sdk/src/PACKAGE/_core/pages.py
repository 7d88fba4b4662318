"""Pages of an answer, and the way through all that follow.

A page is what the API answers: a model, or a list. Where it came from stands beside
its value and is no part of it: a page that was copied, unpickled or made by hand is
equal to the one that came, and is the only one of its kind.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Generator
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Generic,
    Self,
    TypeGuard,
    TypeVar,
    overload,
)

from .errors import InvalidRequestError
from .model import Model
from .narrow import is_dict, is_list
from .waiting import run_each

if TYPE_CHECKING:
    from .paging import Came

T_co = TypeVar("T_co", covariant=True)
P = TypeVar("P")


class Way:
    """One way through pages: what has been asked for, and what came of it.

    It ends where the API says so, and where an answer or a request would come for
    the second time.
    """

    def __init__(self, first: object, *, is_async: bool) -> None:
        source = _source_of(first)
        if source is not None and source.engine.is_async != is_async:
            one, word = ("a", "for") if is_async else ("an async", "async for")
            raise InvalidRequestError(
                f"this page came from {one} client: go through it with '{word}'"
            )
        self._asked = set[str]()
        if source is not None:
            self._asked.add(repr(source.operation.pages.asked(source)))
        self._goes_on = True
        self.items = items_of(first)
        self.count = len(self.items)
        self.most = 0

    def after(self, page: object) -> Awaitable[Any] | None:
        """What gives the page after this one, the last that was taken."""
        source = _source_of(page)
        if source is None or not self._goes_on:
            return None
        what = source.operation.pages.after(page, source, self)
        if what is None or repr(what) in self._asked:
            return None
        self._asked.add(repr(what))
        return source.next(what)

    def takes(self, page: object) -> bool:
        """Whether a page brings anything new."""
        items, before = items_of(page), self.items
        source = _source_of(page)
        if items and items == before and source and not source.is_told(page):
            self._goes_on = False  # a server that answers the same whatever it is asked
            return False
        self.count += len(items)
        self.most = max(self.most, len(before))
        self.items = items
        return bool(items)


async def _pages(page: P, *, is_async: bool) -> AsyncGenerator[P, None]:
    way = Way(page, is_async=is_async)
    yield page
    while (coming := way.after(page)) is not None:
        page = await coming
        if way.takes(page):
            yield page


class Leading(Generic[T_co]):
    """Leads from a page to all that follow."""

    __slots__ = ()

    async def __aiter__(self) -> AsyncGenerator[T_co, None]:
        async for page in self.aiter_pages():
            for item in items_of(page):
                yield item

    def iter_pages(self) -> Generator[Self, None, None]:
        """This page and all that follow, each fetched when it is its turn."""
        return run_each(_pages(self, is_async=False))

    def aiter_pages(self) -> AsyncGenerator[Self, None]:
        """This page and all that follow, without blocking."""
        return _pages(self, is_async=True)


# --- a model is a page --------------------------------------------------------------


class PageOf(Model, Leading[T_co], Generic[T_co]):
    """A page as the API answers it. Iterating gives the items of every page.

    The class statement says where the items are: `items="data.users"`.
    """

    __slots__ = ("__source__",)
    __items__: ClassVar[str] = ""

    def __init_subclass__(cls, *, items: str = "", **options: Any) -> None:
        super().__init_subclass__(**options)
        if items:  # a subclass has its page's
            cls.__items__ = items

    if not TYPE_CHECKING:

        def __class_getitem__(cls, item: object) -> type:
            return cls  # no class of its own for each kind of item

    # The second form is for type checkers alone: pydantic's models give their fields.
    @overload
    def __iter__(self: PageOf[T_co]) -> Generator[T_co, None, None]: ...
    @overload
    def __iter__(self: Model) -> Generator[Any, None, None]: ...
    def __iter__(self) -> Generator[Any, None, None]:
        for page in self.iter_pages():
            yield from items_of(page)


# --- what stands beside the value ---------------------------------------------------


def hold(page: object, source: Came) -> None:
    """Let a page know where it came from."""
    object.__setattr__(page, "__source__", source)


def _source_of(page: object) -> Came | None:
    source: Came | None = getattr(page, "__source__", None)
    return source


def items_of(page: object) -> list[Any]:
    """The items of one page; none where the answer has nothing in their place."""
    if is_list(page):
        return page[:]
    items = get(page, page.__items__) if is_page(page) else None
    return items if is_list(items) else []


def is_page(value: object) -> TypeGuard[PageOf[Any]]:
    """Whether an answer is a model that is a page."""
    return isinstance(value, PageOf)


def get(value: object, path: str) -> Any:
    """What stands at a path of attributes, which keys of a mapping are as well."""
    for name in path.split("."):
        value = value.get(name) if is_dict(value) else getattr(value, name, None)
    return value
