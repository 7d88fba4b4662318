"""A constant is an enum of one value: a server may send another one."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both

KNOWN = {
    "kind": "thing",
    "state": "open",
    "level": "high",
    "marks": ["red"],
    "never": None,
    "plan": "pro",
    "pet": {"kind": "dog", "name": "Bo"},
}
UNKNOWN = {
    "kind": "idea",
    "state": "closed",
    "level": "low",
    "marks": ["red", "blue"],
    "never": None,
    "plan": "gold",
    "pet": {"kind": "cow", "name": "Bo"},
}


def get(sdk: ModuleType, value: Any, **options: Any) -> Any:
    wire = Wire(content=json.dumps(value).encode())
    return both(sdk, wire, lambda it: it.get_thing(), client="Kinds", **options)


@pytest.mark.parametrize("value", [KNOWN, UNKNOWN], ids=["known", "unknown"])
def test_values_are_kept(sdk: ModuleType, value: Any) -> None:
    """Known or not, what the server sends is read, and is sent again as it came."""
    thing = get(sdk, value)
    assert thing.kind == value["kind"]
    assert json.loads(thing.model_dump_json()) == value


def test_variants_are_told_by_their_constants(sdk: ModuleType) -> None:
    """In a union a constant stays what it is: another value is another variant."""
    assert isinstance(get(sdk, KNOWN).pet, sdk.Dog)
    assert isinstance(get(sdk, UNKNOWN).pet, sdk.Unknown)
    assert get(sdk, {"pet": "none"}).pet == "none"


def test_another_type_does_not_fit(sdk: ModuleType) -> None:
    """A constant of text is text."""
    with pytest.raises(sdk.UnreadableBodyError):
        get(sdk, {"kind": 3})


@pytest.mark.parametrize("name", ["kind", "state", "marks"])
def test_strict_clients_refuse(sdk: ModuleType, name: str) -> None:
    """With `strict=True` an unknown value is an error that names its place."""
    assert get(sdk, KNOWN, strict=True).kind == "thing"
    with pytest.raises(sdk.UnreadableBodyError, match=rf"{name}.*an unknown value"):
        get(sdk, {**KNOWN, name: UNKNOWN[name]}, strict=True)
