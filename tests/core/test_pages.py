"""Pages, sync and async alike, from one table: whole, in order, to their end."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from collections.abc import Sequence
from typing import Any

import pytest
from core.paging import (
    API,
    CASES,
    Book,
    Case,
    Item,
    Sync,
)
from core.server import serving
from core.shelf import Shelf, books, go, options
from hypothesis import given, settings
from hypothesis import strategies as st
from library import httpx
from PACKAGE._core.by_count import ByNumber, ByOffset
from PACKAGE._core.by_cursor import ByCursor
from PACKAGE._core.by_link import ByLink
from PACKAGE._core.errors import InvalidRequestError
from PACKAGE._core.list_pages import ListPage
from PACKAGE._core.omit import OMIT
from PACKAGE._core.pages import items_of


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", CASES)
def test_every_item_of_every_page(name: str, is_async: bool) -> None:
    """On a socket: the items in order, the pages as they are cut."""
    shelf = Shelf(CASES[name], books(7), 3)
    with serving(shelf.play) as server:
        shelf.bodies = server.bodies
        values = (OMIT, OMIT) if CASES[name].posts else (None, None)
        _, ids, pages = go(CASES[name], server.url, None, is_async, values)
    assert ids == list(range(7))
    assert [page for page in pages if page] == [[0, 1, 2], [3, 4, 5], [6]]
    assert pages[-1]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", CASES)
@settings(max_examples=25, deadline=None)
@given(count=st.integers(0, 12), size=st.integers(1, 5), ask=st.integers(0, 6))
def test_any_list_cut_into_pages(
    name: str, is_async: bool, count: int, size: int, ask: int
) -> None:
    """It comes back whole, in order, and each page is asked for once.

    Whatever the size that is asked for: a server may have a limit of its own.
    """
    case = CASES[name]
    size = min(size, ask) or size
    shelf = Shelf(case, books(count), size)
    values = (OMIT, ask or OMIT) if case.posts else (None, ask or None)
    page, ids, pages = go(case, "http://shop", shelf.answer, is_async, values)
    assert ids == list(range(count))
    assert [each for several in pages for each in several] == ids
    assert [item.id for item in items_of(page)] == ids[:size]
    if not case.posts:
        first, *others = shelf.urls
        assert len({*others}) * 2 == len(others)
        assert first not in others


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(
    ("name", "calls"),
    [
        ("offset", 4),
        ("offset, of a size", 3),
        ("offset, to a total", 3),
        ("number", 4),
        ("number, to a count", 3),
        ("number, to a total", 3),
        ("cursor", 3),
        ("last item", 3),
        ("link", 3),
        ("url", 3),
    ],
)
def test_no_call_too_many(name: str, calls: int, is_async: bool) -> None:
    """Where anything says that a page is the last one, no other is asked for."""
    shelf = Shelf(CASES[name], books(8), 3)
    go(CASES[name], "http://shop", shelf.answer, is_async, (None, 3))
    assert len(shelf.urls) == 1 + 2 * (calls - 1)


def stuck(_: dict[str, str], items: Sequence[Any], size: int) -> Any:
    """A server that answers the same whatever it is asked."""
    more = {"next": "again", "pages": None, "total": None}
    return {"items": list(items[:size]), "more": True, "meta": more}, {}


def stuck_list(_: dict[str, str], items: Sequence[Any], size: int) -> Any:
    return list(items[:size]), {"Link": '<http://shop/books?at=2>; rel="next"'}


STUCK = {
    "offset": (Case(ByOffset("at"), stuck), 1),
    "number": (Case(ByNumber("at", more="more"), stuck), 1),
    "cursor": (Case(ByCursor("at", next="meta.next"), stuck), 2),
    "last": (Case(ByCursor("at", last="id", more="more"), stuck), 2),
    "url": (Case(ByLink(next="meta.next"), stuck), 2),
    "link": (Case(ByLink(), stuck_list, lists=True), 2),
}


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", STUCK)
def test_no_request_is_made_twice(name: str, is_async: bool) -> None:
    """A server that goes in circles is left; one that counts for nothing gives once."""
    case, times = STUCK[name]
    shelf = Shelf(case, books(4), 2)
    _, ids, _ = go(case, "http://shop", shelf.answer, is_async)
    assert ids == [0, 1] * times


def test_an_empty_page_ends() -> None:
    """Also where a cursor is always there."""
    case = Case(ByCursor("at", next="meta.next"), stuck)
    assert go(case, "http://shop", Shelf(case, [], 2).answer, False)[1] == []


def test_a_walk_begins_where_the_page_is() -> None:
    """An offset that was given is where it starts."""
    shelf = Shelf(CASES["offset, to a total"], books(7), 3)
    _, ids, _ = go(shelf.case, "http://shop", shelf.answer, False, (5, None))
    assert ids == [5, 6]


def open_page(case: Case, count: int) -> Any:
    """The first page of two items, its client left open."""
    transport = httpx.MockTransport(Shelf(case, books(count), 2).answer)
    client = Sync(API, **options("http://shop", httpx.Client(transport=transport)))
    return client.engine.call(case.operation, None, None)


def test_what_is_one_page_stays_one() -> None:
    """Where a page came from is no part of its value, and a copy is all there is."""
    page = open_page(CASES["offset"], 5)
    same = Book.model_validate({"items": [{"id": 0}, {"id": 1}]})
    assert page == same
    assert repr(page) == repr(same)
    assert page.model_dump() == same.model_dump()
    for twin in (
        copy.copy(page),
        copy.deepcopy(page),
        pickle.loads(pickle.dumps(page)),
    ):
        assert twin == page
        assert [item.id for item in twin] == [0, 1]
        assert list(twin.iter_pages()) == [twin]
    assert [item.id for item in page] == [0, 1, 2, 3, 4]


def test_a_list_is_a_page() -> None:
    """Its length and its indices are this page's."""
    page = open_page(CASES["number"], 5)
    assert isinstance(page, ListPage)
    assert (len(page), page[1], page.items) == (2, Item(id=1), [Item(id=0), Item(id=1)])
    assert page == page.items
    assert Item(id=2) not in page
    assert json.loads(json.dumps(ListPage([1, 2]))) == [1, 2]
    for twin in (copy.copy(page), pickle.loads(pickle.dumps(page))):
        assert twin == page
        assert list(twin) == page.items
    assert [item.id for item in page] == [0, 1, 2, 3, 4]


def test_the_wrong_loop_is_told() -> None:
    """A page of an async client, and the other way round."""
    case = CASES["number"]
    page, _, _ = go(case, "http://shop", Shelf(case, books(3), 2).answer, True)
    with pytest.raises(InvalidRequestError, match="'async for'"):
        next(iter(page))
    with pytest.raises(InvalidRequestError, match="'async for'"):
        next(page.iter_pages())
    page, _, _ = go(case, "http://shop", Shelf(case, books(3), 2).answer, False)

    async def loop() -> None:
        async for _ in page:
            pass

    with pytest.raises(InvalidRequestError, match="with 'for'"):
        asyncio.run(loop())
