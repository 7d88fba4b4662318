from __future__ import annotations

import json
from types import ModuleType

from features.wire import Wire, both


def test_operations_stand_on_the_resource_of_their_tag(sdk: ModuleType) -> None:
    """A tagged operation is a method of a resource, an untagged one of the client."""
    wire = Wire(content=b'[{"name": "Ada", "enclosure": {"area": 2.5}}]')
    animals = both(sdk, wire, lambda client: client.animals.list(), client="Zoo")
    assert animals[0].enclosure == sdk.AnimalEnclosure(area=2.5)
    wire = Wire()
    assert both(sdk, wire, lambda client: client.health(), client="Zoo") is None


def test_same_name_in_path_and_body(sdk: ModuleType) -> None:
    """A body property named like a path parameter is an argument of its own."""
    wire = Wire(status=204)
    both(
        sdk,
        wire,
        lambda client: client.animals.create_feed(7, body_id="hay"),
        client="Zoo",
    )
    assert wire.last.url.path == "/animals/7/feed"
    assert json.loads(wire.last.content) == {"id": "hay"}


def test_environments(sdk: ModuleType) -> None:
    """Each server is a member of the environment enum, without a trailing slash."""
    wire = Wire()
    both(
        sdk,
        wire,
        lambda client: client.health(),
        client="Zoo",
        environment=sdk.ZooEnvironment.STAGING,
    )
    assert str(wire.last.url) == "https://staging.zoo.example.com/health"
