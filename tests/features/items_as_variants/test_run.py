from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


@pytest.mark.parametrize(
    "answer",
    [
        {"zone": "Europe/Paris", "seen": ["a", 1, 2], "role": {"admin": True}},
        {"zone": None, "seen": [], "role": {"guest": "b"}},
    ],
)
def test_schemas_listed_in_items_are_variants(
    sdk: ModuleType, answer: dict[str, Any]
) -> None:
    """Without `anyOf`, Swagger 2.0 documents list what may be there in `items`."""
    wire = Wire(content=json.dumps(answer).encode())
    user = both(sdk, wire, lambda client: client.get_me(), client="Team", strict=True)
    assert user.zone == answer["zone"]
    assert user.model_dump(mode="json", exclude_unset=True) == answer
    assert user.role.model_extra == {}
