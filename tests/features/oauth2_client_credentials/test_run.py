from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from features.token_server import Answer, Driver, Request, TokenServer, serving, tokens

SECRET = "s3cret/+ä"
GIVEN = {"client_id": "me:you", "client_secret": SECRET}


@pytest.fixture(params=[True, False], ids=["sync", "async"])
def drive(sdk: ModuleType, request: pytest.FixtureRequest) -> Driver:
    return Driver(sdk, "Depot", request.param)


def public(client: Any) -> Any:
    return client.public()


def put(client: Any) -> Any:
    return client.put_items(body=b"x")


def depot(**options: Any) -> TokenServer:
    return TokenServer(endpoints=("/oauth/token",), **options)


def test_a_token_is_fetched_and_kept(sdk: ModuleType, drive: Driver) -> None:
    """One fetch serves several calls; the client says who it is in the header."""
    with serving(depot()) as server:
        drive(server, public, public, **GIVEN)
    (grant,) = server.grants
    assert grant.path == "/oauth/token"
    assert grant.form == {"grant_type": "client_credentials"}
    assert grant.headers["authorization"] == (
        "Basic bWUlM0F5b3U6czNjcmV0JTJGJTJCJUMzJUE0"  # me%3Ayou:s3cret%2F%2B%C3%A4
    )
    assert server.sent == ["token-1", "token-1"]


def test_scopes_of_the_operation(sdk: ModuleType, drive: Driver) -> None:
    """A token is fetched for what the operation asks for, and kept for that."""
    with serving(depot()) as server:
        drive(server, put, public, put, **GIVEN)
    assert [grant.form.get("scope") for grant in server.grants] == ["read write", None]
    assert server.sent == ["token-1", "token-2", "token-1"]


def test_a_token_is_renewed_before_it_ends(sdk: ModuleType, drive: Driver) -> None:
    """What is almost over is not used; a life without an end is no end."""
    with serving(depot(grant=tokens(expires_in=0))) as server:
        drive(server, public, public, **GIVEN)
    assert server.sent == ["token-1", "token-2"]
    for life in ("3600", 3600, None, "soon"):
        with serving(depot(grant=tokens(expires_in=life))) as server:
            drive(server, public, public, **GIVEN)
        assert server.sent == ["token-1", "token-1"]


def test_a_refused_token_is_replaced_once(sdk: ModuleType, drive: Driver) -> None:
    """A 401 leads to one fresh token and one more try."""
    with serving(depot(good={"token-2"})) as server:
        drive(server, public, public, **GIVEN)
    assert server.sent == ["token-1", "token-2", "token-2"]
    with serving(depot(good=set())) as server, pytest.raises(sdk.UnauthorizedError):
        drive(server, public, **GIVEN)
    assert server.sent == ["token-1", "token-2"]


def test_a_body_that_is_gone_is_not_sent_again(sdk: ModuleType, drive: Driver) -> None:
    """A refusal is the answer where the body can be had only once."""
    with serving(depot(good={"token-2"})) as server:
        chunks = iter([b"a", b"b"])
        with pytest.raises(sdk.UnauthorizedError):
            drive(server, lambda c: c.put_items(body=chunks), **GIVEN)
        assert server.sent == ["token-1"]
        drive(server, put, **GIVEN)
    assert server.sent[1:] == ["token-2"]


def test_copies_share_tokens(sdk: ModuleType) -> None:
    """A client with other options uses the tokens of the first."""
    with serving(depot()) as server, sdk.Depot(base_url=server.url, **GIVEN) as client:
        client.public()
        client.with_options(timeout=5).public()
    assert len(server.grants) == 1


def test_a_token_that_was_given(sdk: ModuleType, drive: Driver) -> None:
    """It is used as it is; what fetches tokens replaces it only where it is refused."""
    with serving(depot()) as server:
        drive(server, public, token="mine")
        drive(server, public, token=lambda: "called")
        drive(server, public, token="mine", **GIVEN)
    assert (server.grants, server.sent) == ([], ["mine", "called", "mine"])
    with serving(depot(good={"token-1", "token-2"})) as server:
        drive(server, public, put, token="mine", **GIVEN)
    assert server.sent == ["mine", "token-1", "token-2"]
    assert [grant.form.get("scope") for grant in server.grants] == [None, "read write"]


def in_form(request: Request, count: int) -> Answer:
    """A server that reads no header."""
    if "client_secret" not in request.form:
        return 401, {"error": "invalid_client"}
    return tokens(expires_in=0)(request, count)


def test_a_secret_in_the_form(sdk: ModuleType, drive: Driver) -> None:
    """Where the header does not count, the form is tried, and remembered."""
    with serving(depot(grant=in_form)) as server:
        drive(server, public, public, **GIVEN)
    first, second, third = server.grants
    assert "client_secret" not in first.form
    assert "authorization" not in second.headers
    for grant in (second, third):
        assert grant.form["client_id"] == GIVEN["client_id"]
        assert grant.form["client_secret"] == SECRET


def echoing(status: int, **more: object) -> Callable[[Request, int], Answer]:
    """Answers with everything that was sent to it."""
    return lambda request, count: (
        status,
        {"error_description": f"{request.form} {request.headers} {SECRET}", **more},
    )


@pytest.mark.parametrize(
    ("grant", "told", "code"),
    [
        (
            echoing(400, error="invalid_scope"),
            "400 Bad Request, invalid_scope",
            "invalid_scope",
        ),
        (
            echoing(401, error="invalid_client"),
            "401 Unauthorized, invalid_client",
            "invalid_client",
        ),
        (echoing(401, error=SECRET), "401 Unauthorized: ", None),
        (echoing(500), "500 Internal Server Error: ", None),
        (echoing(200), "there is no token", None),
        (echoing(200, access_token=7), "no text", None),
        (echoing(200, access_token="a\nb"), "control character", None),
    ],
)
def test_what_a_token_endpoint_refuses(
    sdk: ModuleType,
    drive: Driver,
    grant: Callable[[Request, int], Answer],
    told: str,
    code: str | None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The error says what happened where, and shows nothing that was sent."""
    caplog.set_level(logging.DEBUG)
    with serving(depot(grant=grant)) as server, pytest.raises(sdk.SdkError) as caught:
        drive(server, public, **GIVEN)
    error = caught.value
    assert told in str(error)
    assert getattr(error, "code", None) == code
    assert server.calls == []
    shown = "".join(traceback.format_exception(error)) + repr(error) + caplog.text
    for secret in (SECRET, "s3cret", "czNjcmV0"):
        assert secret not in shown


def test_a_token_endpoint_that_fails_in_passing(sdk: ModuleType, drive: Driver) -> None:
    """It is asked again, as every call is that may be repeated."""

    def once_busy(request: Request, count: int) -> Answer:
        return (503, {}) if count == 1 else tokens()(request, count)

    with serving(depot(grant=once_busy)) as server:
        drive(server, public, max_retries=1, **GIVEN)
    assert (len(server.grants), server.sent) == (2, ["token-2"])


def test_a_token_endpoint_that_leads_elsewhere(sdk: ModuleType, drive: Driver) -> None:
    """The secret stays with the origin that it was meant for."""
    with serving(depot()) as thief:
        away = f"{thief.url}/oauth/token"

        def lead(request: Request, count: int) -> Answer:
            return 307, {"location": away}

        refused = pytest.raises(sdk.CredentialError, match="307")
        with serving(depot(grant=lead)) as server, refused:
            drive(server, public, **GIVEN)
    assert thief.grants == []


def test_a_slow_token_endpoint(sdk: ModuleType, drive: Driver) -> None:
    """The call's time counts for its token, too."""
    with serving(depot(delay=1)) as server, pytest.raises(sdk.ApiTimeoutError):
        drive(server, public, timeout=0.2, **GIVEN)


def test_another_token_endpoint(sdk: ModuleType, drive: Driver) -> None:
    """It can be given where the document's is not the right one."""
    with serving(TokenServer()) as server:
        drive(server, public, token_url=f"{server.url}/token", **GIVEN)
    assert server.sent == ["token-1"]


def test_credentials_that_are_missing(sdk: ModuleType, drive: Driver) -> None:
    """Nothing is sent; the error names what would be enough. None are needed here."""
    with serving(depot()) as server:
        drive(server, lambda c: c.open_one(), **GIVEN)
        drive(server, public)
        with pytest.raises(
            sdk.MissingCredentialError,
            match=r"oauth.*: give the client token, or client_id and client_secret$",
        ):
            drive(server, put, client_id="me")
    assert (server.sent, server.grants) == ([None, None], [])


def test_nothing_is_shown(sdk: ModuleType) -> None:
    """A client's repr holds no credential, and no password of its URL."""
    client = sdk.Depot(base_url="https://u:s3cret@depot.example.com", **GIVEN)
    assert repr(client) == "Depot(base_url='https://depot.example.com')"
