from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import golden
import pytest
import trustme
from features.token_server import Answer, Driver, Request, TokenServer, serving, tokens
from library import LIBRARY, httpx

DISCOVERY = "/.well-known/openid-configuration"
GIVEN = {"client_id": "me", "client_secret": "s3cret"}


@pytest.fixture(params=[True, False], ids=["sync", "async"])
def drive(sdk: ModuleType, request: pytest.FixtureRequest) -> Driver:
    return Driver(sdk, "Club", request.param)


def members(client: Any) -> Any:
    return client.list_members()


def safe(client: Any) -> Any:
    return client.safe()


def provider(document: Mapping[str, object], **options: Any) -> TokenServer:
    """A provider that says where its endpoint is."""

    def grant(request: Request, count: int) -> Answer:
        if request.path == DISCOVERY:
            return 200, document
        return tokens(expires_in=0)(request, count)

    return TokenServer(grant=grant, endpoints=(DISCOVERY, "/token"), **options)


def test_the_endpoint_is_discovered_once(sdk: ModuleType, drive: Driver) -> None:
    """The provider says where tokens are; it is asked once."""
    document: dict[str, object] = {}
    with serving(provider(document)) as server:
        document["token_endpoint"] = f"{server.url}/token"
        drive(server, members, members, **GIVEN)
    assert [each.path for each in server.grants] == [DISCOVERY, "/token", "/token"]
    assert "authorization" not in server.grants[0].headers
    assert server.grants[1].form["scope"] == "members"
    assert server.sent == ["token-2", "token-3"]


@pytest.mark.parametrize("endpoint", [None, 7, "ftp://elsewhere/token", "/token"])
def test_an_endpoint_of_no_use(
    sdk: ModuleType, drive: Driver, endpoint: object
) -> None:
    """It has to be a URL, and no less safe than the provider's own."""
    refused = pytest.raises(sdk.CredentialError, match="no endpoint is named")
    with serving(provider({"token_endpoint": endpoint})) as server, refused:
        drive(server, members, **GIVEN)
    assert server.sent == []


def test_a_token_of_the_user(sdk: ModuleType, drive: Driver) -> None:
    """Who has a token needs no provider."""
    with serving(provider({})) as server:
        drive(server, members, token="mine")
        drive(server, members, token=lambda: "called")
    assert (server.grants, server.sent) == ([], ["mine", "called"])


def test_a_client_certificate(sdk: ModuleType) -> None:
    """It is the HTTP client's; a token that was given counts more."""
    drive = Driver(sdk, "Club", True)
    with serving(provider({})) as server, httpx.Client() as http:
        drive(server, safe, httpx_client=http)
        drive(server, safe, httpx_client=http, token="mine")
        with pytest.raises(sdk.MissingCredentialError, match=r"or httpx_client$"):
            drive(server, safe)
    assert server.sent == [None, "mine"]


def test_the_readme_gives_a_client_certificate(
    sdk: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The README's lines make a client that has it; see tests/core/test_tls.py."""
    readme = golden.FEATURES / "open_id_connect" / "expected" / "README.md"
    text = readme.read_text(encoding="utf-8").partition("(mutual TLS)")[2]
    lines = text.partition("```python\n")[2].partition("```")[0]
    issued = trustme.CA().issue_cert("ada@example.com")
    issued.private_key_pem.write_to_path(tmp_path / "client.key")
    issued.cert_chain_pems[0].write_to_path(tmp_path / "client.pem")
    monkeypatch.chdir(tmp_path)
    space: dict[str, Any] = {}
    exec(lines.replace("httpx2", LIBRARY), space)
    assert isinstance(space["client"], sdk.Club)
