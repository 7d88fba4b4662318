from __future__ import annotations

import json
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def read(sdk: ModuleType, value: object) -> Any:
    """What a forest's JSON is read into; written again it is the same."""
    server = Wire(content=json.dumps(value).encode())
    forest = both(sdk, server, methodcaller("get_forest"), client="Recursion")
    assert json.loads(forest.model_dump_json(exclude_unset=True)) == value
    return forest


def test_a_model_in_itself(sdk: ModuleType) -> None:
    """As a property, in a list, in a map, and nullable."""
    leaf = {"name": "leaf"}
    tree: dict[str, Any] = {"name": "root", "left": leaf, "branches": [leaf]}
    tree |= {"named": {"a": leaf}, "none": None}
    found = read(sdk, {"tree": tree}).tree
    expected = sdk.Tree(name="leaf")
    assert [found.left, found.branches[0], found.named["a"]] == [expected] * 3


def test_models_in_each_other(sdk: ModuleType) -> None:
    """Also as the properties that are not named."""
    found = read(sdk, {"even": {"odd": {"even": {}, "x": {"y": {}}}}}).even
    assert isinstance(found.odd.even, sdk.Even)
    assert isinstance(found.odd.x.y, sdk.Odd)


@pytest.mark.parametrize("value", ["a", 1.5, True, None, [], [[1], {"a": ["b"]}], {}])
def test_any_json(sdk: ModuleType, value: object) -> None:
    """A union of scalars, lists and maps of itself."""
    assert read(sdk, {"value": value}).value == value


def test_lists_of_lists(sdk: ModuleType) -> None:
    """An alias that is nothing but a list of itself."""
    assert read(sdk, {"deep": [[], [[]]]}).deep == [[], [[]]]


def test_a_union_in_its_variant(sdk: ModuleType) -> None:
    """A model that holds the union which it is a variant of."""
    found = read(sdk, {"term": {"terms": [1, {"terms": [2]}]}}).term
    assert found == sdk.Sum(terms=[1, sdk.Sum(terms=[2])])


def test_in_all_of(sdk: ModuleType) -> None:
    """A model that is merged, and written in place."""
    found = read(sdk, {"heir": {"name": "a", "child": {"name": "b"}}})
    assert found.heir.child == sdk.Heir(name="b")
    assert read(sdk, {"inner": {"again": {"n": 1}}}).inner.again.n == 1
