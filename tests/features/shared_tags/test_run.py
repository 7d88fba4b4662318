"""Variants that share a tag are told by their shape, those of an inner union by tag."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def last_item(sdk: ModuleType, value: Any, **options: Any) -> Any:
    wire = Wire(content=json.dumps(value).encode())
    return both(sdk, wire, lambda it: it.last_item(), client="Talk", **options)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"type": "message", "text": "Hi"}, "Input"),
        ({"type": "message", "text": "Hi", "role": "user"}, "Input"),
        ({"type": "message", "parts": ["H", "i"]}, "Output"),
        ({"type": "search", "query": "hi"}, "Search"),
        ({"type": "shell", "command": "ls"}, "Shell"),
        ({"type": "bash"}, "Shell"),
    ],
)
def test_each_variant_is_read(sdk: ModuleType, value: Any, name: str) -> None:
    """Every value becomes what the document says it is, for strict clients as well."""
    item = last_item(sdk, value, strict=True)
    assert type(item) is getattr(sdk, name)
    assert json.loads(item.model_dump_json(exclude_unset=True)) == value


@pytest.mark.parametrize(
    "value", [{"type": "message"}, {"type": "image"}, {"text": "Hi"}], ids=str
)
def test_what_is_none_of_them_is_unknown(sdk: ModuleType, value: Any) -> None:
    """A tag that is not known, and a shape that no variant of the tag has."""
    assert last_item(sdk, value).raw == value
    with pytest.raises(sdk.UnreadableBodyError):
        last_item(sdk, value, strict=True)
