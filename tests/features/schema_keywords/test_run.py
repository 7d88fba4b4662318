"""Keywords of JSON Schema 2020-12 that say what a value may have."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError


def read(type_: Any, value: Any) -> Any:
    return TypeAdapter(type_).validate_json(json.dumps(value))


def test_properties_under_a_condition(sdk: ModuleType) -> None:
    """What `then`, `else` and `dependentSchemas` add may be there, and is typed."""
    card = read(sdk.Card, {"method": "card", "number": "42", "fee": 1})
    assert card == sdk.Card(method="card", number="42", fee=1)
    assert read(sdk.Card, {"method": "x", "iban": "DE"}).number is None
    with pytest.raises(ValidationError):
        read(sdk.Card, {"method": "card", "fee": "much"})


def test_dynamic_references(sdk: ModuleType) -> None:
    """`$dynamicRef` leads to the anchor of its document."""
    tree = read(sdk.Tree, {"children": [{"children": []}]})
    assert isinstance(tree.children[0], sdk.Tree)


def test_references_by_name(sdk: ModuleType) -> None:
    """A schema is found by its `$id`, its `$anchor`, and below either."""
    uses = read(
        sdk.Uses,
        {
            "by_id": {"name": "a"},
            "by_anchor": {"name": "b"},
            "below": "c",
            "inner": {"size": 1},
        },
    )
    assert isinstance(uses.by_id, sdk.Named)
    assert isinstance(uses.by_anchor, sdk.Named)
    assert uses.below == "c"
    assert uses.inner.size == 1


def test_tuples(sdk: ModuleType) -> None:
    """An array of a fixed length has its items by place; any other any of them."""
    assert read(sdk.Pair, ["a", 1]) == ("a", 1)
    assert read(sdk.Short, ["a", 1]) == ["a", 1]
    assert read(sdk.Short, ["a"]) == ["a"]  # `items: false` says nothing of fewer
    assert read(sdk.Short, []) == []
    assert read(sdk.Row, ["a", 1, 2]) == ["a", 1, 2]
    assert read(sdk.Loose, ["a", {}]) == ["a", {}]


def test_properties_by_pattern(sdk: ModuleType) -> None:
    """Properties that have no name of their own are typed by their pattern."""
    assert read(sdk.Headers, {"x-a": 1}) == {"x-a": 1}
    rest = read(sdk.Rest, {"a": "b", "c": 1, "d": "text"})
    assert rest.model_extra == {"c": 1, "d": sdk.Unknown("text")}
