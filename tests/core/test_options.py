"""Options of a call, keys by which a server knows it again, and undocumented calls."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from core.calling import ADD, API, GET, PET, SECRET, Pet, both, use
from core.server import Server, answer, serving, silence
from PACKAGE._core.errors import ApiTimeoutError, NotFoundError, ServerError

FAILURE = answer(b"{}", "503 Service Unavailable", retry_after_ms="1")


def keys(server: Server, name: str = "idempotency-key") -> list[str]:
    """The keys that came, one a request."""
    found: list[str] = []
    for head in server.heads:
        for line in head.decode().lower().split("\r\n"):
            if line.startswith(f"{name}: "):
                found.append(line.partition(": ")[2])
    return found


def add(client: Any) -> Any:
    return client.engine.call(ADD, None, "Ada")


@both
def test_a_key_is_made_and_kept(is_async: bool) -> None:
    """A call gets a key of its own, the same each time that it is sent."""
    with serving(FAILURE, answer(PET), FAILURE, answer(PET)) as server:
        use(server, is_async, add, max_retries=1)
        use(server, is_async, add, max_retries=1)
    first, again, second, last = keys(server)
    assert first == again
    assert second == last
    assert first != second


@both
def test_a_key_that_is_given_counts(is_async: bool) -> None:
    """The argument wins over the option, and the option over one that is made."""
    calls: list[Callable[[Any], Any]] = [
        lambda client: client.engine.call(ADD, "mine", "Ada"),
        lambda client: client.with_options(idempotency_key="yours").engine.call(
            ADD, "mine", "Ada"
        ),
        lambda client: add(client.with_options(idempotency_key="yours")),
        lambda client: add(client.with_options(headers={"idempotency-key": "ours"})),
    ]
    with serving(answer(PET)) as server:
        for call in calls:
            use(server, is_async, call)
    assert keys(server) == ["mine", "mine", "yours", "ours"]


@both
def test_a_key_for_every_call(is_async: bool) -> None:
    """Where the configuration names a header, calls that need a key get one."""
    api = replace(API, idempotency_header="X-Once")
    plain = replace(ADD, header=())

    def call(client: Any) -> Any:
        return client.engine.call(plain, "Ada")

    with serving(FAILURE, answer(PET)) as server:
        use(server, is_async, call, api, max_retries=1)
        use(server, is_async, lambda client: client.engine.call(GET), api)
    first, again = keys(server, "x-once")
    assert first == again


@both
def test_query_and_headers_are_added(is_async: bool) -> None:
    """Options of a copy come to those of the client that it is made of."""

    def call(client: Any) -> Any:
        first = client.with_options(query={"a": 1}, headers={"X-A": "1"})
        return first.with_options(
            query={"b": [1, 2]}, headers={"X-B": "2"}
        ).engine.call(GET)

    with serving(answer(PET)) as server:
        use(server, is_async, call)
    head = server.heads[0].decode().lower()
    assert head.startswith("get /pets?a=1&b=1&b=2 ")
    assert "x-a: 1" in head
    assert "x-b: 2" in head


@both
def test_an_undocumented_call_is_typed(is_async: bool) -> None:
    """`request` reads its answer into the type that is asked for."""

    def call(client: Any) -> Any:
        return client.request(
            "patch",
            "new/{thing}",
            returns=Pet,
            query={"q": "a b"},
            headers={"X-A": "1"},
            body={"x": Pet(name="Ada")},
        )

    with serving(answer(PET)) as server:
        assert use(server, is_async, call) == Pet(name="Ada")
    head = server.heads[0].decode().lower()
    assert head.startswith("patch /new/%7bthing%7d?q=a%20b ")
    assert f"x-pet-key: {SECRET}" in head
    assert "x-a: 1" in head


@both
def test_an_argument_that_there_is_not(is_async: bool) -> None:
    """What an undocumented call does not take is an error, and no part of it lost."""
    with serving(answer(PET)) as server:
        with pytest.raises(TypeError, match="bdy"):
            use(server, is_async, lambda each: each.request("PUT", "/new", bdy={}))
        assert not server.heads


@both
def test_an_undocumented_answer_as_it_is(is_async: bool) -> None:
    """Without a type the answer is given with its status; errors are errors."""
    with serving(answer(PET), answer(b"{}", "404 Not Found")) as server:
        found = use(server, is_async, lambda client: client.request("GET", "/new"))
        assert (found.status_code, found.parse()) == (200, {"name": "Ada"})
        with pytest.raises(NotFoundError):
            use(server, is_async, lambda client: client.request("GET", "/new"))


@both
def test_retries_and_time_of_one_call(is_async: bool) -> None:
    """A copy has its own; the client keeps what it was made with."""
    with serving(FAILURE, FAILURE, answer(PET)) as server:
        again = use(
            server,
            is_async,
            lambda client: client.with_options(max_retries=2).engine.call(GET),
        )
        assert (again, len(server.heads)) == (Pet(name="Ada"), 3)
    with serving(FAILURE) as server:
        with pytest.raises(ServerError):
            use(server, is_async, lambda client: client.engine.call(GET))
        assert len(server.heads) == 1
    with serving(silence(2)) as server, pytest.raises(ApiTimeoutError):
        use(
            server,
            is_async,
            lambda client: client.with_options(timeout=0.2).engine.call(GET),
        )


@both
def test_where_an_operation_is_served(is_async: bool) -> None:
    """At its own server, unless a base URL is given: to the client, or to one call."""
    with serving(answer(PET)) as own, serving(answer(PET)) as server:
        elsewhere = replace(GET, server=f"{own.url}/v2")
        calls: list[Callable[[Any], Any]] = [
            lambda client: client.engine.call(elsewhere),
            lambda client: client.with_options(
                base_url=f"{server.url}/v3/"
            ).engine.call(elsewhere),
        ]
        for call in calls:
            use(server, is_async, call, base_url=None, server=f"{server.url}/v1")
        use(server, is_async, calls[0], base_url=f"{server.url}/v4")
        use(
            server,
            is_async,
            lambda client: client.engine.call(GET),
            base_url=None,
            server=f"{server.url}/v1",
        )
    assert [head.split(b" ")[1] for head in own.heads] == [b"/v2/pets"]
    assert [head.split(b" ")[1] for head in server.heads] == [
        b"/v3/pets",
        b"/v4/pets",
        b"/v1/pets",
    ]


@both
def test_a_base_url_with_a_query(is_async: bool) -> None:
    """It is sent with every call, behind the path; what is None is not."""
    paths = []
    for base in ("/v1/?api-version=2", "/v1?a=1&b=2#part", "/v1?"):
        with serving(answer(PET)) as server:
            use(
                server,
                is_async,
                lambda client: client.with_options(
                    query={"page": 1, "size": None}
                ).engine.call(GET),
                base_url=server.url + base,
            )
        paths += [head.split(b" ")[1] for head in server.heads]
    assert paths == [
        b"/v1/pets?api-version=2&page=1",
        b"/v1/pets?a=1&b=2&page=1",
        b"/v1/pets?page=1",
    ]


def http_date(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@both
@pytest.mark.parametrize(
    ("after", "least", "most"),
    [
        ({"retry_after": "1"}, 1.0, 2.0),
        ({"retry_after": http_date(-9)}, 0.0, 0.4),
        ({"retry_after": "0"}, 0.0, 0.4),
        ({"retry_after": "9", "retry_after_ms": "300"}, 0.3, 0.9),
    ],
    ids=["seconds", "a date that is over", "at once", "milliseconds"],
)
def test_when_it_is_sent_again(
    after: dict[str, Any], least: float, most: float, is_async: bool
) -> None:
    """Not before the server wants it, and not much later."""
    busy = answer(b"{}", "429 Too Many Requests", **after)
    start = time.monotonic()
    with serving(busy, answer(PET)) as server:
        use(server, is_async, lambda client: client.engine.call(GET), max_retries=1)
    assert least <= time.monotonic() - start < most + 1.0


@both
def test_a_wait_that_would_be_too_long(is_async: bool) -> None:
    """What the server asks for is no use after the call's time: its answer is it."""
    busy = answer(b"{}", "503 Service Unavailable", retry_after=http_date(30))
    start = time.monotonic()
    with serving(busy) as server, pytest.raises(ServerError):
        use(
            server,
            is_async,
            lambda client: client.engine.call(GET),
            max_retries=3,
            timeout=5.0,
        )
    assert len(server.heads) == 1
    assert time.monotonic() - start < 2
