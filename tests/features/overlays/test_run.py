from __future__ import annotations

from types import ModuleType

from features.wire import Wire, both

ITEMS = b'[{"id": "1", "name": "Pear", "price": 0.5}]'


def test_names_and_parameters(sdk: ModuleType) -> None:
    """The names of the overlay, without what it removes, with what it adds."""
    wire = Wire(content=ITEMS)
    page = both(
        sdk, wire, lambda client: client.list_items(page=2, limit=5), client="ShopApi"
    )
    assert str(wire.last.url) == "https://shop.example.com/items?page=2&limit=5"
    assert page == [sdk.Item(id="1", name="Pear", price=0.5)]
    names = {name for name in dir(sdk.ShopApi) if not name.startswith("_")}
    assert {"list_items", "list_offers"} <= names
    assert not {"health", "items_get_v1"} & names


def test_a_copy(sdk: ModuleType) -> None:
    """What the second overlay copies is as the first one has left it."""
    wire = Wire(content=ITEMS)
    both(sdk, wire, lambda client: client.list_offers(limit=1), client="ShopApi")
    assert str(wire.last.url) == "https://shop.example.com/offers?limit=1"
