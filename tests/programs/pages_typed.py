"""Pages are typed to the item, in both loops."""

from __future__ import annotations

from typing import assert_type

from julep import Agent, AsyncJulepApi, JulepApi
from julep.models import ListAgentsResponse
from list_pages import AsyncTracker, Issue, ListPage, Tracker
from pages import Book, Books, Found, Library


def models(client: JulepApi, library: Library) -> None:
    page = client.list_agents(limit=50)
    assert_type(page, ListAgentsResponse)
    assert_type(page.items, list[Agent])
    for agent in page:
        assert_type(agent, Agent)
    for each in page.iter_pages():
        assert_type(each, ListAgentsResponse)
    assert_type(list(library.list_books()), list[Book])
    assert_type(next(iter(library.search_books(text="x"))), Found)
    assert_type(library.with_raw_response.list_books().parse(), Books)
    for name in library.list_authors():
        assert_type(name, str)
    # Made by hand, a page is as any other model.
    assert_type(
        sorted(Books(items=[Book(id="x")]), key=lambda book: book.id), list[Book]
    )


async def async_models(client: AsyncJulepApi) -> None:
    async for agent in await client.list_agents():
        assert_type(agent, Agent)
    async for page in (await client.list_agents()).aiter_pages():
        assert_type(page, ListAgentsResponse)


def lists(client: Tracker) -> list[Issue]:
    page = client.issues.list(per_page=5)
    assert_type(page, ListPage[Issue])
    assert_type(page[0], Issue)
    assert_type(page.items, list[Issue])
    for issue in page:
        assert_type(issue, Issue)
    for each in page.iter_pages():
        assert_type(each, ListPage[Issue])
    return page


async def async_lists(client: AsyncTracker) -> None:
    async for issue in await client.issues.list():
        assert_type(issue, Issue)
    async for event in await client.list_events():
        assert_type(event, dict[str, str])
