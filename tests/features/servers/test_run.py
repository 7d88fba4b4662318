from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire
from library import httpx


def urls(sdk: ModuleType, **options: Any) -> list[str]:
    """Where each of the three operations is called."""
    wire = Wire(content=b"{}")
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Places(httpx_client=http, **options)
        client.list_things()
        client.list_files()
        client.add_file()
    return [str(each.url) for each in wire.sent]


def test_defaults(sdk: ModuleType) -> None:
    """Variables have their defaults; the nearest server of an operation counts."""
    assert urls(sdk) == [
        "https://eu.example.com/v2/things",
        "https://files.example.com/files",
        "https://uploads.example.com/up/files",
    ]
    assert sdk.PlacesEnvironment.PRODUCTION.value == "https://eu.example.com/v2"


def test_variables(sdk: ModuleType) -> None:
    """Each variable is an argument of the constructor."""
    assert urls(sdk, region="us", version="v3")[0] == "https://us.example.com/v3/things"


def test_another_environment(sdk: ModuleType) -> None:
    """An environment has its own URL; operations with a server keep theirs."""
    things, files, _ = urls(sdk, environment=sdk.PlacesEnvironment.TEST, region="us")
    assert things == "https://test.example.com/v2/things"
    assert files == "https://files.example.com/files"


def test_a_base_url_is_for_everything(sdk: ModuleType) -> None:
    """Whoever gives a base URL, for a proxy or a test, means all operations."""
    several = urls(sdk, base_url="http://127.0.0.1:9/api/")
    assert {each.rpartition("/")[0] for each in several} == {"http://127.0.0.1:9/api"}


@pytest.mark.parametrize("value", ["evil.test/?", "evil.test#", "x@evil.test", "a b"])
def test_values_that_are_no_part_of_a_url(sdk: ModuleType, value: str) -> None:
    """A variable cannot lead to another host or cut the URL short."""
    with pytest.raises(sdk.InvalidRequestError, match="region is no part of a URL"):
        sdk.Places(region=value)


def test_a_model_that_is_called_as_one_of_our_classes(sdk: ModuleType) -> None:
    """The runtime's `Server`, which this client needs, is another class."""
    wire = Wire(content=b'{"name": "a"}')
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        server = sdk.Places(httpx_client=http).list_things()
    assert server == sdk.ServerModel(name="a")
