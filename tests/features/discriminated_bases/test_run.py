from __future__ import annotations

import json
from types import ModuleType

import pytest
from features.wire import Wire, both


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ({"kind": "Started", "at": "now"}, "Started"),
        ({"kind": "NodeEvent", "node": "n1"}, "NodeEvent"),
        ({"kind": "NodeDown", "node": "n1", "why": "fire"}, "NodeDown"),
        ({"kind": "node.up", "node": "n1", "after": 3}, "NodeUp"),
        ({"kind": "Moved", "node": "n1"}, "Unknown"),
    ],
)
def test_all_that_is_made_of_a_base(
    sdk: ModuleType, event: dict[str, object], name: str
) -> None:
    """Children are variants if they add nothing, too, and so are theirs."""
    wire = Wire(content=json.dumps([event]).encode())
    (read,) = both(sdk, wire, lambda client: client.list_events(), client="Cluster")
    assert type(read).__name__ == name
