from __future__ import annotations

import json
from operator import methodcaller
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from features.wire import Wire, both

ROW = {"must": "m", "may_be_null": None}


def read(sdk: ModuleType, **more: object) -> Any:
    """What a row's JSON is read into; written again it is the same."""
    value = {**ROW, **more}
    server = Wire(content=json.dumps(value).encode())
    row = both(sdk, server, methodcaller("get_row"), client="Nullables")
    assert json.loads(row.model_dump_json(exclude_unset=True)) == value
    return row


@pytest.mark.parametrize(
    "name",
    [
        "may_be_both",
        "in_any_of",
        "in_one_of",
        "in_enum",
        "as_const",
        "only_null",
        "old",
        "old_reference",
    ],
)
def test_null_is_not_missing(sdk: ModuleType, name: str) -> None:
    """In each spelling of it: null is None, and so is what is missing, told apart."""
    row = read(sdk, **{name: None})
    assert getattr(row, name) is None
    assert name in row.model_fields_set
    assert name not in read(sdk).model_fields_set


@pytest.mark.parametrize("missing", ["must", "may_be_null"])
def test_required(sdk: ModuleType, missing: str) -> None:
    """What is required has to be there, be it null or not."""
    row = {name: value for name, value in ROW.items() if name != missing}
    server = Wire(content=json.dumps(row).encode())
    with pytest.raises(sdk.UnreadableBodyError, match=missing):
        both(sdk, server, methodcaller("get_row"), client="Nullables")


def test_inside(sdk: ModuleType) -> None:
    """Null among items and values."""
    row = read(sdk, items=[1, None], values={"a": None, "b": 2})
    assert (row.items, row.values) == ([1, None], {"a": None, "b": 2})
    assert get_type_hints(sdk.Row)["must"] is str


@pytest.mark.parametrize(
    ("keywords", "sent"),
    [
        ({"note": None}, {"note": None}),
        ({"note": "x", "tag": None}, {"note": "x", "tag": None}),
        ({"note": "x", "size": 1, "tag": "t"}, {"note": "x", "size": 1, "tag": "t"}),
    ],
)
def test_requests(
    sdk: ModuleType, keywords: dict[str, object], sent: dict[str, object]
) -> None:
    """None is sent as null, and what is not given is not sent."""
    server = Wire(204)
    change = methodcaller("change_row", name="n", **keywords)
    both(sdk, server, change, client="Nullables")
    assert json.loads(server.last.content) == {"name": "n", **sent}
