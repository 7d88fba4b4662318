"""What the calls for further pages are made of: URLs, credentials, options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from core.paging import API, CASES, Case, Sync, offset
from core.shelf import SECRET, Shelf, books, go, options
from library import httpx
from PACKAGE._core.by_link import ByLink
from PACKAGE._core.engine import Form
from PACKAGE._core.errors import InvalidRequestError
from PACKAGE._core.omit import OMIT


def elsewhere(query: dict[str, str], items: Sequence[Any], size: int) -> Any:
    made, _ = offset(query, items, size)
    assert isinstance(made, dict)
    return made | {"meta": {"next": "http://other/books?at=9#x"}}, {}


def test_credentials_stay_at_home() -> None:
    """The URL of a next page is a redirect: another origin gets no credentials."""
    case = Case(ByLink(next="meta.next"), elsewhere)
    shelf = Shelf(case, books(2), 2)
    go(case, "http://shop", shelf.answer, False)
    assert shelf.urls == [f"/books?key={SECRET}", *["http://other/books?at=9"] * 2]


def test_a_url_that_is_none() -> None:
    """What cannot be asked over HTTP is told."""
    case = Case(
        ByLink(next="meta.next"),
        lambda *_: ({"items": [{"id": 1}], "meta": {"next": "file:///etc/x"}}, {}),
    )
    with pytest.raises(InvalidRequestError, match="next page cannot be had"):
        go(case, "http://shop", Shelf(case, [], 1).answer, False)


def test_a_key_is_that_of_one_call() -> None:
    """An idempotency key is not sent again with the next page."""
    shelf = Shelf(CASES["cursor, in a body"], books(3), 2)
    http = httpx.Client(transport=httpx.MockTransport(shelf.answer))
    with Sync(API, **options("http://shop", http)) as client:
        engine = client.with_options(idempotency_key="k1").engine
        assert len(list(engine.call(shelf.case.operation, OMIT, OMIT))) == 3
    keys = [each.get("idempotency-key") for each in shelf.headers]
    assert keys == ["k1", None]


def test_options_hold_for_every_page() -> None:
    """Headers and query of `with_options`, the key; and of a raw answer, pages."""
    shelf = Shelf(CASES["url"], books(5), 2)
    http = httpx.Client(transport=httpx.MockTransport(shelf.answer))
    with Sync(API, **options("http://shop", http)) as client:
        changed = client.with_options(headers={"X-Who": "me"}, query={"as": "x"})
        engine = replace(changed.engine, form=Form.RAW)
        raw: Any = engine.call(shelf.case.operation, None, 2)
        assert [item.id for item in raw.parse()] == [0, 1, 2, 3, 4]
    assert [each["x-who"] for each in shelf.headers] == ["me"] * 3
    assert all(f"as=x&key={SECRET}" in url for url in shelf.urls)
