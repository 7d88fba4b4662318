from __future__ import annotations

import json
from types import ModuleType

from features.wire import Wire, both


def test_a_model_that_travels_both_ways(sdk: ModuleType) -> None:
    """What is sent has nothing `readOnly`, what is answered nothing `writeOnly`."""
    wire = Wire(content=b'{"id": "1", "name": "Ada", "address": {"city": "London"}}')
    address = sdk.Address(city="London")
    user = sdk.UserInput(name="Ada", password="secret", address=address)
    answer = both(
        sdk, wire, lambda client: client.replace_user("1", request=user), client="Users"
    )
    assert isinstance(answer, sdk.User)
    assert answer.id == "1"
    assert json.loads(wire.last.content) == {
        "name": "Ada",
        "password": "secret",
        "address": {"city": "London"},
    }


def test_arguments(sdk: ModuleType) -> None:
    """A property that only answers have is no argument."""
    wire = Wire(status=204)
    owner = sdk.UserInput(name="Ada", password="secret")
    both(sdk, wire, lambda client: client.create_team(owner=owner), client="Users")
    sent = {"owner": {"name": "Ada", "password": "secret"}}
    assert json.loads(wire.last.content) == sent


def test_a_body_of_which_nothing_is_sent(sdk: ModuleType) -> None:
    """Where all properties are the answer's, the body is one argument."""
    wire = Wire(status=204)
    both(sdk, wire, lambda client: client.create_log(), client="Users")
    assert wire.last.content == b""
    both(sdk, wire, lambda client: client.create_log(request={}), client="Users")
    assert json.loads(wire.last.content) == {}


def test_fields(sdk: ModuleType) -> None:
    """Each has its own, required where the document says so."""
    required = {
        name: each.is_required() for name, each in sdk.UserInput.model_fields.items()
    }
    assert required == {"name": True, "password": True, "address": False}
    assert list(sdk.User.model_fields) == ["id", "name", "address"]
