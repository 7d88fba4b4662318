"""Credentials: which are sent, and what is said where they are missing."""

from __future__ import annotations

import pytest
from PACKAGE._core.auth import (
    ApiKey,
    Basic,
    Bearer,
    Credential,
    Http,
    Scheme,
    sign,
)
from PACKAGE._core.errors import InvalidRequestError, MissingCredentialError

SCHEMES: dict[str, Scheme] = {
    "header": ApiKey(place="header", name="X-Key"),
    "query": ApiKey(place="query", name="key"),
    "cookie": ApiKey(place="cookie", name="session"),
    "basic": Basic(arguments=("username", "password")),
    "bearer": Bearer(arguments=("token",)),
    "digest": Http(scheme="Digest"),
}


def test_where_each_scheme_goes() -> None:
    """Every scheme puts its credential where the specification says."""
    given: dict[str, Credential] = {
        "header": "h",
        "query": "a b&c",
        "cookie": "c;d",
        "basic": ("Aladdin", "open sesame"),
        "bearer": "t",
        "digest": "d",
    }
    assert sign((("header",),), SCHEMES, given).headers == {"X-Key": "h"}
    assert sign((("query",),), SCHEMES, given).query == ["key=a%20b%26c"]
    assert sign((("cookie",),), SCHEMES, given).cookies == ["session=c%3Bd"]
    basic = sign((("basic",),), SCHEMES, given).headers["Authorization"]
    assert basic == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    bearer = sign((("bearer",),), SCHEMES, given).headers["Authorization"]
    assert bearer == "Bearer t"
    digest = sign((("digest",),), SCHEMES, given).headers["Authorization"]
    assert digest == "Digest d"


def test_the_first_that_can_be_met() -> None:
    """Schemes in one requirement go together; the next requirement serves else."""
    either = (("header", "query"), ("cookie",))
    both = sign(either, SCHEMES, {"header": "h", "query": "q", "cookie": "c"})
    assert (both.headers, both.query, both.cookies) == ({"X-Key": "h"}, ["key=q"], [])
    second = sign(either, SCHEMES, {"header": "h", "cookie": "c"})
    assert (second.headers, second.cookies) == ({}, ["session=c"])


def test_optional_credentials() -> None:
    """Where a call may go without, it goes without; none asked for, none sent."""
    assert sign((("header",), ()), SCHEMES, {}).headers == {}
    assert sign((), SCHEMES, {"header": "h"}).headers == {}


def test_missing_credentials() -> None:
    """The error names the scheme and the client's arguments, and nothing is sent."""
    with pytest.raises(MissingCredentialError, match=r"basic.*username and password"):
        sign((("basic",),), SCHEMES, {})
    with pytest.raises(MissingCredentialError, match=r"header.*give the client header"):
        sign((("header",),), SCHEMES, {})


def test_a_credential_that_would_break_the_header() -> None:
    """A control character is refused, and the credential is not shown."""
    with pytest.raises(InvalidRequestError) as caught:
        sign((("header",),), SCHEMES, {"header": "s3cret\r\nX-Evil: 1"})
    assert "s3cret" not in str(caught.value)
