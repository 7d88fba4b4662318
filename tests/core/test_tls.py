"""TLS over a real handshake: client certificates, and the way from it to plain HTTP."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

import pytest
import trustme
from core.calling import API, GET, PET, SECRET, Async, Pet, Sync, both, use
from core.server import Server, answer, serving
from library import httpx
from PACKAGE._core.api import Api
from PACKAGE._core.errors import ApiConnectionError, MissingCredentialError
from PACKAGE._core.http_auth import ByHttpClient

BY_CERTIFICATE = Api(
    name="pets",
    version="1",
    schemes={"card": ByHttpClient()},
    security=(("card",),),
)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_side(authority: trustme.CA, *, demanding: bool) -> ssl.SSLContext:
    """A server's context, which may demand a certificate of this authority."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    if demanding:
        authority.configure_trust(context)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


def client_side(
    authority: trustme.CA, *, name: str = "", of: trustme.CA | None = None
) -> ssl.SSLContext:
    """A client's context; with a name it has a certificate, perhaps `of` another."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    if name:
        (of or authority).issue_cert(name).configure_cert(context)
    return context


def call(api: Api, url: str, verify: ssl.SSLContext, is_async: bool) -> Any:
    """What a call gives by an HTTP client that was made with this context."""
    options: dict[str, Any] = {
        "base_url": url,
        "credentials": {"key": SECRET} if api is API else {},
        "timeout": 5.0,
        "max_retries": 0,
        "strict": False,
    }
    if not is_async:
        with httpx.Client(verify=verify) as http:
            return Sync(api, httpx_client=http, **options).engine.call(GET)

    async def main() -> Any:
        async with httpx.AsyncClient(verify=verify) as http:
            return await Async(api, httpx_client=http, **options).engine.call(GET)

    return asyncio.run(main())


@both
def test_a_client_certificate(authority: trustme.CA, is_async: bool) -> None:
    """The server that demands one sees the one that was given."""
    verify = client_side(authority, name="ada@example.com")
    with serving(answer(PET), tls=server_side(authority, demanding=True)) as server:
        assert call(BY_CERTIFICATE, server.url, verify, is_async) == Pet(name="Ada")
    (peer,) = server.peers
    assert ("email", "ada@example.com") in peer["subjectAltName"]


@both
@pytest.mark.parametrize("wrong", ["none", "of another authority", "a server unknown"])
def test_no_such_certificate(authority: trustme.CA, wrong: str, is_async: bool) -> None:
    """Whoever refuses the other, no answer came; nothing was asked for."""
    another = trustme.CA()
    verify = {
        "none": client_side(authority),
        "of another authority": client_side(authority, name="a@b.c", of=another),
        "a server unknown": client_side(another, name="a@b.c", of=authority),
    }[wrong]
    with (
        serving(answer(PET), tls=server_side(authority, demanding=True)) as server,
        pytest.raises(ApiConnectionError),
    ):
        call(BY_CERTIFICATE, server.url, verify, is_async)
    assert server.heads == []


@both
def test_without_a_client_of_ones_own(is_async: bool) -> None:
    """It is told before anything is sent, and by which argument one is given."""
    nowhere = Server([], url="https://127.0.0.1:1")
    with pytest.raises(MissingCredentialError, match="httpx_client"):
        use(
            nowhere,
            is_async,
            lambda client: client.engine.call(GET),
            BY_CERTIFICATE,
            credentials={},
        )


@both
def test_from_tls_to_plain_http(authority: trustme.CA, is_async: bool) -> None:
    """Another scheme is another origin (RFC 6454, 4): credentials stay at home."""
    verify = client_side(authority)
    with serving(answer(PET)) as plain:
        moved = answer(status="307 Temporary Redirect", location=f"{plain.url}/pets")
        with serving(moved, tls=server_side(authority, demanding=False)) as server:
            assert call(API, server.url, verify, is_async) == Pet(name="Ada")
    assert SECRET.encode() in server.heads[0]
    assert SECRET.encode() not in plain.heads[0]
