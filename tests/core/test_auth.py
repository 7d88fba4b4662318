"""Credentials: which are sent, and what is said where they are missing."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable

import pytest
from core.signing import Driver, Recorder, async_driver, sent, settings, sync_driver
from PACKAGE._core.answer import Received
from PACKAGE._core.auth import Credential
from PACKAGE._core.errors import (
    CredentialError,
    InvalidRequestError,
    MissingCredentialError,
)
from PACKAGE._core.request import Prepared

TOLD = "s3cret"


@pytest.fixture(params=[sync_driver, async_driver])
def driver(request: pytest.FixtureRequest) -> Driver:
    chosen: Driver = request.param
    return chosen


async def fetched() -> str:
    await asyncio.sleep(0)
    return "t"


def failing() -> str:
    raise ValueError(TOLD)


async def failing_later() -> str:
    await asyncio.sleep(0)
    raise ValueError(TOLD)


@pytest.mark.parametrize(
    ("scheme", "given", "headers", "query"),
    [
        ("header", "h", {"X-Key": "h"}, ""),
        ("query", "a b&c", {}, "&a%20key=a%20b%26c"),
        ("cookie", "c;d", {"Cookie": "session=c%3Bd"}, ""),
        (
            "basic",
            {"username": "Aladdin", "password": "open sesame"},
            {"Authorization": "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="},
            "",
        ),
        (
            "basic",
            {"username": "key", "password": None},
            {"Authorization": "Basic a2V5Og=="},
            "",
        ),
        ("bearer", "t", {"Authorization": "Bearer t"}, ""),
        ("odd", "d", {"Authorization": "Token d"}, ""),
        ("bearer", lambda: "t", {"Authorization": "Bearer t"}, ""),
        (
            "basic",
            {"username": lambda: "key", "password": None},
            {"Authorization": "Basic a2V5Og=="},
            "",
        ),
    ],
)
def test_where_each_scheme_goes(
    driver: Driver,
    scheme: str,
    given: Credential,
    headers: dict[str, str],
    query: str,
) -> None:
    """Every scheme puts its credential where the specification says."""
    request = sent(((scheme,),), {scheme: given}, driver=driver)
    assert request.headers == headers
    assert request.url == f"https://test/x?a=1{query}"


def test_an_async_function() -> None:
    """The async client awaits it; the sync one says that it cannot."""
    given: dict[str, Credential] = {"bearer": fetched}
    request = sent((("bearer",),), given, driver=async_driver)
    assert request.headers == {"Authorization": "Bearer t"}
    with pytest.raises(CredentialError, match="needs the async client"):
        sent((("bearer",),), given)


def test_the_first_that_can_be_met(driver: Driver) -> None:
    """Schemes in one requirement go together; the next requirement serves else."""
    either = (("header", "bearer"), ("cookie",))
    both = sent(either, {"header": "h", "bearer": "t", "cookie": "c"}, driver=driver)
    assert both.headers == {"X-Key": "h", "Authorization": "Bearer t"}
    second = sent(either, {"header": "h", "cookie": "c"}, driver=driver)
    assert second.headers == {"Cookie": "session=c"}


def test_functions_are_asked_only_where_they_are_needed(driver: Driver) -> None:
    """What is not sent is not fetched; what is sent is fetched for every call."""
    calls: list[str] = []

    def key() -> str:
        calls.append("key")
        return f"key{len(calls)}"

    given: dict[str, Credential] = {"header": key, "cookie": failing}
    assert sent((), given, driver=driver).headers == {}
    assert calls == []
    either = (("header",), ("cookie",))
    assert sent(either, given, driver=driver).headers == {"X-Key": "key1"}
    assert sent(either, given, driver=driver).headers == {"X-Key": "key2"}


def test_optional_credentials(driver: Driver) -> None:
    """Where a call may go without, it goes without; none asked for, none sent."""
    assert sent((("header",), ()), {}, driver=driver).headers == {}
    assert sent((), {"header": "h"}, driver=driver).headers == {}


def test_what_an_http_client_does() -> None:
    """It counts as a credential where the user has given an HTTP client."""
    assert sent((("tls",),), {}, own_client=True).headers == {}
    both = sent((("tls", "bearer"),), {"bearer": "t"}, own_client=True)
    assert both.headers == {"Authorization": "Bearer t"}
    with pytest.raises(MissingCredentialError, match="give the client httpx_client"):
        sent((("tls",),), {})


def test_missing_credentials(driver: Driver) -> None:
    """The error names each scheme and the client's arguments, and nothing is sent."""
    with pytest.raises(MissingCredentialError) as caught:
        sent((("basic",), ("header", "cookie")), {"header": "h"}, driver=driver)
    assert str(caught.value) == (
        "this call needs credentials (basic or header and cookie): give the client "
        "username and password (or set TEST_USER and TEST_PASSWORD), "
        "or header and cookie"
    )


@pytest.mark.parametrize("nothing", [None, "", {"username": "", "password": ""}])
def test_an_empty_text_is_no_credential(nothing: Credential) -> None:
    """A variable of the environment that is empty gives no credential."""
    for scheme in ("bearer", "basic"):
        with pytest.raises(MissingCredentialError):
            sent(((scheme,),), {scheme: nothing})
    with pytest.raises(MissingCredentialError, match="bearer is empty"):
        sent((("bearer",),), {"bearer": lambda: ""})


def test_the_environment_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable counts where the argument is not given."""
    monkeypatch.setenv("TEST_USER", "Aladdin")
    monkeypatch.setenv("TEST_PASSWORD", "wrong")
    given = {"username": None, "password": "open sesame"}
    request = sent((("basic",),), {"basic": given})
    assert request.headers["Authorization"] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="


def test_credentials_count_more_than_other_headers(driver: Driver) -> None:
    """A header of the same name is replaced; cookies are added to."""
    given: dict[str, Credential] = {"bearer": "t", "cookie": "c"}
    request = sent(
        (("bearer", "cookie"),),
        given,
        driver=driver,
        headers={"authorization": "mine", "Cookie": "a=1"},
    )
    assert request.headers == {
        "Authorization": "Bearer t",
        "Cookie": "session=c; a=1",
    }
    assert "Authorization" in request.secrets


@pytest.mark.parametrize(
    "given", [f"{TOLD}\r\nX-Evil: 1", f" {TOLD}", f"{TOLD}\n", lambda: f"{TOLD}\x00"]
)
def test_a_credential_that_would_break_the_header(
    driver: Driver, given: Credential
) -> None:
    """A control character is refused, and the credential is not shown."""
    for scheme in ("header", "bearer"):
        with pytest.raises(InvalidRequestError) as caught:
            sent(((scheme,),), {scheme: given}, driver=driver)
        assert TOLD not in "".join(traceback.format_exception(caught.value))


def test_a_user_name_with_a_colon() -> None:
    """It would end at the colon, and what follows become part of the password."""
    given = {"username": "a:b", "password": "p"}
    with pytest.raises(InvalidRequestError, match="colon"):
        sent((("basic",),), {"basic": given})


@pytest.mark.parametrize(
    ("function", "drivers"),
    [(failing, (sync_driver, async_driver)), (failing_later, (async_driver,))],
)
def test_what_a_function_raises_is_not_printed(
    function: Callable[[], str], drivers: tuple[Driver, ...]
) -> None:
    """It may hold the secret; the error says which credential failed, and how."""
    for each in drivers:
        with pytest.raises(CredentialError) as caught:
            sent((("bearer",),), {"bearer": function}, driver=each)
        assert "credential for bearer" in str(caught.value)
        assert "ValueError" in str(caught.value)
        assert TOLD not in "".join(traceback.format_exception(caught.value))


def test_a_refusal_is_the_answer_where_nothing_can_be_renewed(driver: Driver) -> None:
    """A 401 for a credential that was given is not sent again."""
    recorder = Recorder(statuses=(401,), given=settings({"bearer": "t"}))
    request = Prepared(
        method="GET", url="https://test", headers={}, security=(("bearer",),)
    )
    answer = driver(request, recorder)
    assert isinstance(answer, Received)
    assert answer.status == 401
    assert len(recorder.sent) == 1


def test_nothing_of_a_credential_is_shown() -> None:
    """Neither settings nor a request show it."""
    made = settings({"bearer": TOLD, "basic": {"username": TOLD, "password": TOLD}})
    assert TOLD not in repr(made)
    assert TOLD not in repr(made.credentials)
    assert TOLD not in repr(sent((("bearer",),), {"bearer": TOLD}))
