from __future__ import annotations

from types import ModuleType

from features.booth import Booth, walk


def good(number: int) -> dict[str, str]:
    return {"id": f"g{number}"}


def test_in_the_words_of_fern(sdk: ModuleType) -> None:
    """An offset with a step counts items; they are inside of something."""
    items, booth = walk(
        sdk,
        lambda client: client.list_goods(),
        lambda: Booth({"result": {"goods": [good(1), good(2)], "bads": ["x"]}}, {}),
        client="Shop",
    )
    assert items == [sdk.Good(id="g1"), sdk.Good(id="g2")]
    assert booth.queries == [{}, {"start": "2"}]


def test_in_the_words_of_speakeasy(sdk: ModuleType) -> None:
    """A cursor that is a property of the last item."""
    items, booth = walk(
        sdk,
        lambda client: client.list_orders(),
        lambda: Booth({"orders": [{"placed": "1"}, {"placed": "2"}]}, {"orders": []}),
        client="Shop",
    )
    assert [item.placed for item in items] == ["1", "2"]
    assert booth.queries == [{}, {"since": "2"}]


def test_in_our_own_words(sdk: ModuleType) -> None:
    """The URL of the next page, which is relative."""
    items, booth = walk(
        sdk,
        lambda client: client.list_offers(),
        lambda: Booth({"goods": [good(1)], "upcoming": "offers/2"}, {"goods": []}),
        client="Shop",
    )
    assert [item.id for item in items] == ["g1"]
    assert [each.url.path for each in booth.sent] == ["/offers", "/offers/2"]


def test_in_the_configuration(sdk: ModuleType) -> None:
    """By pointer; the numbers begin where it says."""
    items, booth = walk(
        sdk,
        lambda client: client.list_visits(),
        lambda: Booth(["a"], ["b"], []),
        client="Shop",
    )
    assert items == ["a", "b"]
    assert booth.queries == [{}, {"block": "1"}, {"block": "2"}]


def test_a_list_that_is_no_page(sdk: ModuleType) -> None:
    """It is a list."""
    from features.wire import Wire, both

    wire = Wire(content=b'["a"]')
    rows = both(sdk, wire, lambda client: client.list_rows(limit=1), client="Shop")
    assert type(rows) is list
