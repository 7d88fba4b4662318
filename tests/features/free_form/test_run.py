from __future__ import annotations

import json
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both

ANY: tuple[object, ...] = (None, True, 1, 1.5, "a", [1, "a"], {"a": {"b": []}})


def read(sdk: ModuleType, name: str, value: object, **options: Any) -> Any:
    """What a property of a bag is read into; written again it is the same."""
    server = Wire(content=json.dumps({name: value}).encode())
    bag = both(sdk, server, methodcaller("get_bag"), client="FreeForm", **options)
    assert json.loads(bag.model_dump_json(exclude_unset=True)) == {name: value}
    return getattr(bag, name)


@pytest.mark.parametrize("name", ["nothing", "always", "never", "untyped"])
@pytest.mark.parametrize("value", ANY)
def test_any_value(sdk: ModuleType, name: str, value: object) -> None:
    """A schema that says nothing, or that nothing can meet, takes whatever comes."""
    assert read(sdk, name, value) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("open", {"a": 1, "b": {"c": None}}),
        ("map", {"a": 1}),
        ("map", {}),
        ("maps", {"a": {"b": [True]}}),
        ("keyed", {"a": 1, "z": 2}),
        ("list", [1, "a", None]),
    ],
)
def test_maps_and_lists(sdk: ModuleType, name: str, value: object) -> None:
    """Objects without properties are dicts."""
    assert read(sdk, name, value) == value


def test_a_tuple(sdk: ModuleType) -> None:
    """A list of so many items, each with its type."""
    assert read(sdk, "point", [1, 2.5]) == (1.0, 2.5)
    with pytest.raises(sdk.UnreadableBodyError, match="point"):
        read(sdk, "point", [1])


def test_beside_properties(sdk: ModuleType) -> None:
    """What has no property is kept, typed or not."""
    assert read(sdk, "also", {"a": 1, "b": [2]}).b == [2]
    assert read(sdk, "typed", {"a": 1, "b": "2"}).b == "2"
    assert read(sdk, "typed", {"a": 1, "b": 2}).b.raw == 2
    assert read(sdk, "closed", {"a": 1, "b": 2}).model_extra == {"b": 2}


def test_to_the_letter(sdk: ModuleType) -> None:
    """A strict client knows where others may be."""
    assert read(sdk, "typed", {"a": 1, "b": "2"}, strict=True).b == "2"
    with pytest.raises(sdk.UnreadableBodyError, match=r"closed\.b is an unknown field"):
        read(sdk, "closed", {"a": 1, "b": 2}, strict=True)
