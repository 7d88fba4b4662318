"""Names that the configuration gives by pointer, to whatever has a name."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def test_whatever_has_a_name(sdk: ModuleType) -> None:
    """Resources, methods, arguments, types, attributes, members, servers, schemes."""
    wire = Wire(content=b'{"n": "a", "s": "2"}')
    thing = both(
        sdk,
        wire,
        lambda client: client.things.get_thing(thing_id="1"),
        client="SetNames",
        client_key="k",
        environment=sdk.SetNamesEnvironment.AMERICA,
    )
    assert thing == sdk.Thing(name="a", s=sdk.State.CLOSED)
    assert wire.last.headers["x-key"] == "k"
    assert wire.last.url.host == "us.set.example.com"


def test_credentials_by_the_words_of_fern(
    sdk: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part of a scheme has the name that the document gives it."""
    wire = Wire(content=b"{}")

    def call(client: Any) -> Any:
        return client.things.get_thing("1")

    both(sdk, wire, call, client="SetNames", account="Aladdin", secret="open sesame")
    assert wire.last.headers["authorization"] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    both(sdk, wire, call, client="SetNames", app_token="t")
    assert wire.last.headers["authorization"] == "Bearer t"
    monkeypatch.setenv("SET_ACCOUNT", "Aladdin")
    both(sdk, wire, call, client="SetNames", secret="open sesame")
    assert wire.last.headers["authorization"].startswith("Basic ")


def test_a_name_that_another_field_travels_by(sdk: ModuleType) -> None:
    """Who makes a model says the names of its fields; who reads one, the API's."""
    made = sdk.Thing(name="a")
    assert made.model_dump(by_alias=True, exclude_unset=True) == {"n": "a"}
    both_given = sdk.Thing(name="a", name_field="b")
    assert json.loads(both_given.model_dump_json(exclude_unset=True)) == {
        "n": "a",
        "name": "b",
    }
    for content, read in (
        (b'{"n": "a"}', made),
        (b'{"name": "b"}', sdk.Thing(name_field="b")),
        (b'{"n": "a", "name": "b"}', both_given),
    ):
        wire = Wire(content=content)
        given = both(
            sdk,
            wire,
            lambda client: client.things.get_thing("1"),
            client="SetNames",
            client_key="k",
        )
        assert given == read
        assert json.loads(given.model_dump_json(exclude_unset=True)) == json.loads(
            content
        )
