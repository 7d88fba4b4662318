from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


@pytest.mark.parametrize(
    ("method", "answer"),
    [
        ("search_books", {"page": 1, "query": "sea", "titles": ["Kon-Tiki"]}),
        ("search_books", {"offset": 20, "query": "sea", "titles": []}),
        ("search_films", {"page": 1, "query": "sea", "years": [1953]}),
        ("search_films", {"offset": 20, "years": []}),
    ],
)
def test_each_variant_has_what_stands_beside_the_union(
    sdk: ModuleType, method: str, answer: dict[str, Any]
) -> None:
    """Properties beside `oneOf` are fields of every variant, also by `allOf`."""
    wire = Wire(content=json.dumps(answer).encode())
    value = both(
        sdk,
        wire,
        lambda client: getattr(client, method)(),
        client="Search",
        strict=True,
    )
    assert value.model_dump(mode="json", exclude_unset=True) == answer
    assert value.model_extra == {}
