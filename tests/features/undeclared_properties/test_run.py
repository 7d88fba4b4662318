"""What must be there and is not declared can be given, and need not be."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


@pytest.mark.parametrize(
    "given", [{}, {"favorite_id": "f1"}, {"favorite_id": {"a": [1]}}]
)
def test_it_is_sent_where_it_is_given(sdk: ModuleType, given: dict[str, Any]) -> None:
    """A value of any type, or none."""
    wire = Wire(content=b'{"title": "Hi"}')
    both(sdk, wire, lambda it: it.post_notice(title="Hi", **given), client="Notices")
    names = {"favorite_id": "favoriteId"}
    sent = {"title": "Hi", **{names[name]: value for name, value in given.items()}}
    assert json.loads(wire.last.content) == sent


@pytest.mark.parametrize("answer", [{"title": "Hi"}, {"title": "Hi", "rank": 3}])
def test_it_is_read_where_it_is_there(sdk: ModuleType, answer: dict[str, Any]) -> None:
    """In the type that the document has for properties it does not declare."""
    wire = Wire(content=json.dumps(answer).encode())
    notice = both(
        sdk, wire, lambda it: it.post_notice(title="Hi"), client="Notices", strict=True
    )
    assert notice.rank == answer.get("rank")
    assert json.loads(notice.model_dump_json(exclude_unset=True)) == answer


def test_what_only_a_condition_names(sdk: ModuleType) -> None:
    """One of several has to be given, and one of them is declared nowhere."""
    wire = Wire(status=204)
    both(sdk, wire, lambda it: it.set_page(public=True), client="Notices")
    assert json.loads(wire.last.content) == {"public": True}
