from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def sent(
    sdk: ModuleType, call: Callable[[Any], Any], **credentials: str
) -> tuple[str, dict[str, str]]:
    """The URL and the headers of a call made with these credentials."""
    wire = Wire(status=204)
    both(sdk, wire, call, client="Vault", **credentials)
    return str(wire.last.url), dict(wire.last.headers)


def test_bearer_by_default(sdk: ModuleType) -> None:
    """An operation without `security` asks for what the document asks for."""
    _, headers = sent(sdk, lambda client: client.list_secrets(), token="t")
    assert headers["authorization"] == "Bearer t"


def test_no_credentials_where_none_are_asked_for(sdk: ModuleType) -> None:
    """An operation with an empty `security` is sent without credentials."""
    url, headers = sent(sdk, lambda client: client.public(), token="t", query_key="q")
    assert "authorization" not in headers
    assert url == "https://vault.example.com/public"


def test_basic(sdk: ModuleType) -> None:
    """HTTP Basic: user name and password, in base64 (RFC 7617)."""
    _, headers = sent(
        sdk,
        lambda client: client.login(),
        token="t",
        username="Aladdin",
        password="open sesame",
    )
    assert headers["authorization"] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="


def test_all_of_one_requirement_or_the_next(sdk: ModuleType) -> None:
    """Schemes in one requirement go together; the next one serves where they lack."""

    def call(client: Any) -> Any:
        return client.keyed()

    url, headers = sent(sdk, call, token="t", header_key="h", query_key="q")
    assert headers["x-key"] == "h"
    assert url == "https://vault.example.com/keyed?key=q"
    assert "cookie" not in headers
    url, headers = sent(sdk, call, token="t", header_key="h", cookie_key="c")
    assert headers["cookie"] == "session=c"
    assert "x-key" not in headers


def test_of_two_in_one_header_either_is_enough(sdk: ModuleType) -> None:
    """A request has one `Authorization`: the schemes that share it are alternatives."""

    def call(client: Any) -> Any:
        return client.either()

    _, headers = sent(sdk, call, token="t", header_key="h", plain="p")
    assert (headers["x-key"], headers["authorization"]) == ("h", "p")
    _, headers = sent(
        sdk, call, token="t", header_key="h", username="u", password="p", plain="p"
    )
    assert headers["authorization"].startswith("Basic ")


def test_missing_credential_is_told_before_sending(sdk: ModuleType) -> None:
    """Without credentials nothing is sent, and the error names scheme and argument."""
    wire = Wire(status=204)
    with pytest.raises(sdk.MissingCredentialError, match="username"):
        both(sdk, wire, lambda client: client.login(), client="Vault", token="t")
    assert wire.sent == []


def test_credentials_are_not_shown(sdk: ModuleType) -> None:
    """A client's repr holds no credential."""
    assert "s3cret" not in repr(sdk.Vault(token="s3cret", query_key="s3cret"))
