from __future__ import annotations

from types import ModuleType

from features.booth import Booth, walk


def book(number: int) -> dict[str, str]:
    return {"id": f"b{number}"}


def test_offset(sdk: ModuleType) -> None:
    """The offset grows by what came, up to the total."""
    items, booth = walk(
        sdk,
        lambda client: client.list_books(limit=2),
        lambda: Booth(
            {"items": [book(1), book(2)], "total": 3}, {"items": [book(3)], "total": 3}
        ),
        client="Library",
    )
    assert items == [sdk.Book(id=f"b{number}") for number in (1, 2, 3)]
    assert booth.queries == [{"limit": "2"}, {"limit": "2", "offset": "2"}]


def test_cursor_in_a_body(sdk: ModuleType) -> None:
    """The rest of the body stays the same; an empty page is not the end here."""
    items, booth = walk(
        sdk,
        lambda client: client.search_books(text="x"),
        lambda: Booth({"hits": [], "next_cursor": "n"}, {"hits": [{"hits": []}]}),
        client="Library",
    )
    assert items == [sdk.Found(hits=[])]
    assert booth.bodies == [{"text": "x"}, {"text": "x", "cursor": "n"}]


def test_page_numbers(sdk: ModuleType) -> None:
    """They begin where the document says, and end at the last one."""
    items, booth = walk(
        sdk,
        lambda client: client.list_authors(),
        lambda: Booth(
            {"authors": ["Ada"], "errors": ["x"], "meta": {"total-pages": 2}},
            {"authors": ["Bob"], "meta": {"total-pages": 2}},
        ),
        client="Library",
    )
    assert items == ["Ada", "Bob"]
    assert booth.queries == [{}, {"page": "1"}]


def test_after_the_last_item(sdk: ModuleType) -> None:
    """The cursor is the id of the last item, as long as there is more."""
    items, booth = walk(
        sdk,
        lambda client: client.list_loans(),
        lambda: Booth(
            {"data": [book(1), book(2)], "has_more": True},
            {"data": [book(3)], "has_more": False},
        ),
        client="Library",
    )
    assert [item.id for item in items] == ["b1", "b2", "b3"]
    assert booth.queries == [{}, {"after": "b2"}]


def test_a_field_that_is_called_as_a_method(sdk: ModuleType) -> None:
    """It has a name of its own."""
    assert sdk.Book.model_validate({"id": "x", "iter_pages": 2}).iter_pages_ == 2
