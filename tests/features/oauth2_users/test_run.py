from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from features.token_server import Answer, Driver, Request, TokenServer, serving, tokens

USER = {"username": "ann", "password": "pass word "}
CLIENT = {"client_id": "me", "client_secret": "s3cret"}


@pytest.fixture(params=[True, False], ids=["sync", "async"])
def drive(sdk: ModuleType, request: pytest.FixtureRequest) -> Driver:
    return Driver(sdk, "Diary", request.param)


def pages(client: Any) -> Any:
    return client.list_pages()


def diary(**options: Any) -> TokenServer:
    return TokenServer(endpoints=("/token", "/renew"), **options)


def test_password(sdk: ModuleType, drive: Driver) -> None:
    """The user's name and password become a token (RFC 6749, 4.3)."""
    with serving(diary()) as server:
        drive(server, pages, pages, **USER)
    (grant,) = server.grants
    assert grant.form == {"grant_type": "password", "scope": "diary", **USER}
    assert "authorization" not in grant.headers
    assert server.sent == ["token-1", "token-1"]


def test_a_client_with_a_secret(sdk: ModuleType, drive: Driver) -> None:
    """The client says who it is, too; without a secret it does so in the form."""
    with serving(diary()) as server:
        drive(server, pages, **USER, **CLIENT)
        drive(server, pages, **USER, client_id="me")
    first, second = server.grants
    assert first.headers["authorization"] == "Basic bWU6czNjcmV0"
    assert "client_id" not in first.form
    assert second.form["client_id"] == "me"


def test_refresh_tokens_that_change(sdk: ModuleType, drive: Driver) -> None:
    """Each answer may bring the next refresh token; without one the last is kept."""

    def grant(request: Request, count: int) -> Answer:
        more = {"refresh_token": f"next-{count}"} if count < 3 else {}
        return tokens(expires_in=0, **more)(request, count)

    with serving(diary(grant=grant)) as server:
        drive(server, *[pages] * 4, refresh_token="first", **CLIENT)
    assert [each.path for each in server.grants] == ["/renew"] * 4
    assert [each.form for each in server.grants] == [
        {"grant_type": "refresh_token", "refresh_token": token}
        for token in ("first", "next-1", "next-2", "next-2")
    ]
    assert server.sent == ["token-1", "token-2", "token-3", "token-4"]


def test_a_token_with_what_renews_it(sdk: ModuleType, drive: Driver) -> None:
    """The token that was given serves until it is refused."""
    given = {"user_token": "mine", "refresh_token": "r"}
    with serving(diary()) as server:
        drive(server, pages, **given)
    assert (server.grants, server.sent) == ([], ["mine"])
    with serving(diary(good={"token-1"})) as server:
        drive(server, pages, pages, **given)
    assert server.sent == ["mine", "token-1", "token-1"]


def test_a_token_by_a_function(sdk: ModuleType, drive: Driver) -> None:
    """Who has an authorization code traded it: a function gives what came of it."""
    given = iter(["one", "two"])
    with serving(diary(good={"one", "two"})) as server:
        drive(server, pages, pages, user_token=lambda: next(given))
    assert (server.grants, server.sent) == ([], ["one", "two"])


def test_a_token_by_an_async_function(sdk: ModuleType) -> None:
    """The async client awaits it, for every call; the other says that it cannot."""
    given = iter(["one", "two"])

    async def traded() -> str:
        return next(given)

    with serving(diary(good={"one", "two"})) as server:
        Driver(sdk, "Diary", False)(server, pages, pages, user_token=traded)
        assert server.sent == ["one", "two"]
        with pytest.raises(sdk.CredentialError, match="async client"):
            Driver(sdk, "Diary", True)(server, pages, user_token=traded)
    assert server.sent == ["one", "two"]


def test_a_refresh_token_that_is_over(sdk: ModuleType, drive: Driver) -> None:
    """The password serves again where there is one; else the error says why."""

    def grant(request: Request, count: int) -> Answer:
        if request.path == "/renew":
            return 400, {"error": "invalid_grant"}
        return tokens(expires_in=0, refresh_token="r")(request, count)

    with serving(diary(grant=grant)) as server:
        drive(server, pages, pages, **USER)
        paths = [each.path for each in server.grants]
        assert paths == ["/token", "/renew", "/token"]
        with pytest.raises(sdk.CredentialError) as caught:
            drive(server, pages, refresh_token="s3cret")
    assert (caught.value.code, caught.value.status_code) == ("invalid_grant", 400)
    assert "s3cret" not in str(caught.value)


def test_one_requirement_or_the_other(sdk: ModuleType, drive: Driver) -> None:
    """Two schemes together are one; they are taken where both are there."""

    def feed(client: Any) -> Any:
        return client.feed()

    with serving(diary()) as server:
        drive(server, feed, api_key="k", token="t", **USER)
        drive(server, feed, api_key="k", **USER)
    assert server.sent == ["t", "token-1"]
    assert [call.path for call in server.calls] == ["/v1/feed?key=k", "/v1/feed"]


def test_what_is_missing(sdk: ModuleType, drive: Driver) -> None:
    """Every way to make the call is named."""
    with (
        serving(diary()) as server,
        pytest.raises(sdk.MissingCredentialError) as caught,
    ):
        drive(server, lambda client: client.feed(), username="ann")
    assert str(caught.value) == (
        "this call needs credentials (key and token or user): give the client "
        "api_key and token, or user_token, or username and password, or refresh_token"
    )


def test_no_log_shows_a_credential(
    sdk: ModuleType, drive: Driver, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the SDK's log nor the HTTP library's, which tells whole URLs."""
    caplog.set_level("DEBUG")
    with serving(diary()) as server:
        drive(server, lambda c: c.feed(), api_key="s3cret", token="s3cret")
        drive(server, pages, **{**USER, "password": "s3cret"})
    assert server.calls[0].path == "/v1/feed?key=s3cret"
    assert "/v1/feed?key=(hidden)" in caplog.text
    assert "s3cret" not in caplog.text
    assert "token-1" not in caplog.text
