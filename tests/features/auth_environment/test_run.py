from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that the SDK reads of the environment."""
    monkeypatch.setenv("SAFE_KEY", "of the environment")
    monkeypatch.setenv("SAFE_USER", "Aladdin")
    monkeypatch.setenv("SAFE_PASSWORD", "open sesame")
    monkeypatch.setenv("SAFE_TOKEN", "t")


def door(client: Any) -> Any:
    return client.door()


def test_the_environment_stands_in(sdk: ModuleType) -> None:
    """Where nothing is given, the variables hold the credentials."""
    wire = Wire(status=204)
    both(sdk, wire, door, client="Safe")
    assert wire.last.headers["x-key"] == "of the environment"
    both(sdk, wire, lambda client: client.vault(), client="Safe")
    authorization = wire.last.headers["authorization"]
    assert authorization == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    both(sdk, wire, lambda client: client.cellar(), client="Safe")
    assert wire.last.headers["authorization"] == "Bearer t"


def test_what_is_given_counts_more(sdk: ModuleType) -> None:
    """An argument is not overruled by a variable."""
    wire = Wire(status=204)
    both(sdk, wire, door, client="Safe", api_key="mine")
    assert wire.last.headers["x-key"] == "mine"


def test_a_variable_that_is_not_set(
    sdk: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the argument, and the variable that can stand for it."""
    monkeypatch.delenv("SAFE_KEY")
    match = r"\(key\): give the client api_key \(or set SAFE_KEY\)"
    with pytest.raises(sdk.MissingCredentialError, match=match):
        both(sdk, Wire(), door, client="Safe")


def test_the_constructor_says_so(sdk: ModuleType) -> None:
    """Its docstring names the variable."""
    for client in (sdk.Safe, sdk.AsyncSafe):
        assert "`SAFE_KEY`" in (client.__init__.__doc__ or "")
