"""Redirects: who gets the credentials of a call, wherever they stand in it."""

from __future__ import annotations

from typing import Any

import pytest
from core.calling import ADD, GET, PET, both, use
from core.server import answer, serving
from core.shown import SCHEMES, SECRET, asking, told
from library import httpx
from PACKAGE._core.errors import ApiError
from PACKAGE._core.request import Prepared
from PACKAGE._core.retry import redirected

STATUSES = {
    301: "301 Moved Permanently",
    302: "302 Found",
    303: "303 See Other",
    307: "307 Temporary Redirect",
    308: "308 Permanent Redirect",
}
OWN = "a-cookie-of-the-user-s"
kinds = pytest.mark.parametrize("kind", SCHEMES)
statuses = pytest.mark.parametrize("status", STATUSES)


def get(client: Any) -> Any:
    return client.with_options(headers={"Cookie": f"own={OWN}"}).engine.call(GET)


@both
@statuses
@kinds
def test_at_home_and_abroad(kind: str, status: int, is_async: bool) -> None:
    """They go along to the same origin, a key as often as before, and to no other."""
    api, credentials = asking(kind)
    with serving(answer(PET)) as other:
        scripts = [
            answer(status=STATUSES[status], location=location)
            for location in ("/b?x=1#part", "?key=old", f"{other.url}/c?key={SECRET}")
        ]
        with serving(*scripts) as server:
            use(server, is_async, get, api, credentials=credentials)
    assert len(server.heads) == 3
    heads = [head.decode() for head in server.heads]
    assert all(told(head) and OWN in head for head in heads)
    assert OWN not in other.heads[0].decode()
    lines = [head.split(" ")[1] for head in heads]
    key = f"key={SECRET}"
    if kind == "query":
        assert lines == [f"/pets?{key}", f"/b?x=1&{key}", f"/b?{key}"]
        assert not told(other.heads[0].decode())
    else:
        assert lines == ["/pets", "/b?x=1", "/b?key=old"]
        assert not told(other.heads[0].decode().partition("\r\n")[2])


@both
@statuses
@kinds
def test_from_https_to_http(kind: str, status: int, is_async: bool) -> None:
    """What is not encrypted is another origin, though it is the same host."""
    api, credentials = asking(kind)
    seen: list[httpx.Request] = []

    def reply(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.scheme == "https":
            return httpx.Response(status, headers={"Location": "http://pets.test/b"})
        return httpx.Response(200, content=PET)

    mock = httpx.MockTransport(reply)
    made = httpx.AsyncClient if is_async else httpx.Client
    with serving(answer(PET)) as unused:
        use(
            unused,
            is_async,
            get,
            api,
            credentials=credentials,
            base_url="https://pets.test",
            httpx_client=made(transport=mock),
        )
    first, second = (f"{each.url} {each.headers.multi_items()}" for each in seen)
    assert told(first)
    assert OWN in first
    assert not told(second)
    assert OWN not in second


@both
@statuses
def test_what_is_not_asked_for_again(status: int, is_async: bool) -> None:
    """A POST is sent again where that is said, asked for where 303 says so."""
    moved = answer(status=STATUSES[status], location="/b")

    def add(client: Any) -> Any:
        return client.engine.call(ADD, None, "Ada")

    with serving(moved, answer(PET)) as server:
        if status in (301, 302):
            with pytest.raises(ApiError):
                use(server, is_async, add)
        else:
            use(server, is_async, add)
    lines = [head.split(b" /")[0] for head in server.heads]
    if status in (301, 302):
        assert lines == [b"POST"]
    elif status == 303:
        assert (lines, server.bodies[1]) == ([b"POST", b"GET"], b"")
        assert b"content-type" not in server.heads[1].lower()
    else:
        assert lines == [b"POST"] * 2
        assert server.bodies == [b'{"name":"Ada"}'] * 2


@pytest.mark.parametrize(
    "location", ["http://[", "http://x:99999/", "file:///x", "mailto:a@b", "//[/"]
)
def test_what_is_no_place(location: str) -> None:
    """A redirect to what is no URL, or none of HTTP, is not followed."""
    request = Prepared(method="GET", url="https://x.test/a", headers={})
    assert redirected(request, 302, location) is None
