"""An API that pages in every style: its operations, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import parse_qs

from PACKAGE._core.api import Api
from PACKAGE._core.body import Json
from PACKAGE._core.by_count import ByNumber, ByOffset
from PACKAGE._core.by_cursor import ByCursor
from PACKAGE._core.by_link import ByLink
from PACKAGE._core.client import AsyncClient, SyncClient
from PACKAGE._core.engine import AsyncEngine, SyncEngine
from PACKAGE._core.list_pages import ListPage
from PACKAGE._core.model import Model
from PACKAGE._core.pages import PageOf
from PACKAGE._core.paging import PagedOperation, Style
from PACKAGE._core.query_keys import QueryKey

Answer: TypeAlias = "tuple[dict[str, Any] | list[Any], dict[str, str]]"


class Item(Model):
    id: int


class Meta(Model):
    next: str | int | None = None
    total: int | None = None
    pages: int | None = None


class Book(PageOf["Item"], items="items"):
    items: list[Item] | None = None
    meta: Meta | None = None
    more: bool | None = None
    done: bool | None = None


class Sync(SyncClient):
    """A client with an engine that tests can reach."""

    @property
    def engine(self) -> SyncEngine:
        return self._engine


class Async(AsyncClient):
    """An async client with an engine that tests can reach."""

    @property
    def engine(self) -> AsyncEngine:
        return self._engine


API = Api(
    name="books",
    version="1",
    schemes={"key": QueryKey(name="key")},
    security=(("key",),),
)


@dataclass(frozen=True)
class Case:
    """A style, and what a server answers: from the query, all items and a size."""

    pages: Style
    answer: Callable[[dict[str, str], Sequence[Any], int], Answer]
    lists: bool = False
    posts: bool = False

    @property
    def operation(self) -> PagedOperation[Any]:
        if self.posts:
            body = Json("at", "limit")
            return PagedOperation(
                method="POST",
                path="/books",
                body=body,
                returns=lambda: Book,
                pages=self.pages,
            )
        return PagedOperation(
            method="GET",
            path="/books",
            query=("at", "limit"),
            returns=(lambda: list[Item]) if self.lists else (lambda: Book),
            pages=self.pages,
            page=ListPage if self.lists else None,
        )


def _offset(query: dict[str, str], items: Sequence[Any], size: int) -> list[Any]:
    start = int(query.get("at", "0"))
    return list(items[start : start + size])


def offset(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    return {"items": _offset(query, items, size)}, {}


def offset_total(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    found = _offset(query, items, size)
    return {"items": found, "meta": {"total": len(items)}}, {}


def number(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    start = (int(query.get("at", "1")) - 1) * size
    return list(items[start : start + size]), {}


def number_from_0(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    start = int(query.get("at", "0")) * size
    return {"items": list(items[start : start + size])}, {}


def number_total(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    found, _ = number(query, items, size)
    return {"items": found, "meta": {"total": len(items)}}, {}


def number_pages(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    found, _ = number(query, items, size)
    return {"items": found, "meta": {"pages": -(-len(items) // size)}}, {}


def cursor(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    start = int(query.get("at", "c0")[1:])
    end = start + size
    following = f"c{end}" if end < len(items) else None
    return {"items": list(items[start:end]), "meta": {"next": following}}, {}


def sparse(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    """Every other page is empty."""
    at = query.get("at", "c0")
    if at.startswith("e"):
        return {"items": [], "meta": {"next": f"c{at[1:]}"}}, {}
    made, _ = cursor(query, items, size)
    assert isinstance(made, dict)
    if made["meta"]["next"]:
        made["meta"]["next"] = "e" + made["meta"]["next"][1:]
    return made, {}


def header(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    made, _ = cursor(query, items, size)
    assert isinstance(made, dict)
    following = made["meta"]["next"]
    return made["items"], {"X-Next-Cursor": following} if following else {}


def last(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    ids = [item["id"] for item in items]
    start = ids.index(int(query["at"])) + 1 if "at" in query else 0
    end = start + size
    return {"items": list(items[start:end]), "more": end < len(items)}, {}


def link(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    start = int(query.get("from", "0"))
    end = start + size
    links = '</books>; rel="first"'
    if end < len(items):
        links += f', </books?from={end}&tag=a,b>; title="a, b"; rel="prefetch next"'
    return list(items[start:end]), {"Link": links}


def url(query: dict[str, str], items: Sequence[Any], size: int) -> Answer:
    start = int(query.get("from", "0"))
    end = start + size
    following = f"?from={end}" if end < len(items) else None
    return {"items": list(items[start:end]), "meta": {"next": following}}, {}


CASES = {
    "offset": Case(ByOffset("at"), offset),
    "offset, of a size": Case(ByOffset("at", size="limit"), offset),
    "offset, to a total": Case(ByOffset("at", total="meta.total"), offset_total),
    "offset, in a body": Case(
        ByOffset("at", total="meta.total"), offset_total, posts=True
    ),
    "number": Case(ByNumber("at"), number, lists=True),
    "number, from 0": Case(ByNumber("at", start=0), number_from_0),
    "number, to a total": Case(ByNumber("at", total="meta.total"), number_total),
    "number, to a count": Case(ByNumber("at", pages="meta.pages"), number_pages),
    "cursor": Case(ByCursor("at", next="meta.next"), cursor),
    "cursor, in a body": Case(ByCursor("at", next="meta.next"), cursor, posts=True),
    "cursor, sparse": Case(ByCursor("at", next="meta.next", sparse=True), sparse),
    "cursor, in a header": Case(
        ByCursor("at", header="x-next-cursor"), header, lists=True
    ),
    "last item": Case(ByCursor("at", last="id", more="more"), last),
    "link": Case(ByLink(), link, lists=True),
    "url": Case(ByLink(next="meta.next"), url),
}


def asked(target: str, content: bytes) -> dict[str, str]:
    """What a request asks for, in its query and its body."""
    _, _, query = target.partition("?")
    found = {name: several[-1] for name, several in parse_qs(query).items()}
    body: dict[str, object] = json.loads(content) if content else {}
    return found | {name: str(each) for name, each in body.items()}
