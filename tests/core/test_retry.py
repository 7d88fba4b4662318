"""What is sent again, when, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from PACKAGE._core.answer import Received
from PACKAGE._core.body import Content
from PACKAGE._core.errors import ApiConnectionError, ApiTimeoutError
from PACKAGE._core.request import Prepared
from PACKAGE._core.retry import Attempt, Deadline, Outcome, attempts

FAILED = ApiConnectionError("no")


class Clock:
    """A clock that stands still until a wait moves it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def play(
    request: Prepared,
    outcomes: list[Outcome],
    *,
    max_retries: int = 2,
    timeout: float | None = None,
) -> list[Attempt]:
    """Feed outcomes to the attempts until they are over; what was attempted."""
    clock = Clock()
    flow = attempts(request, max_retries, Deadline.after(timeout, clock), lambda: 1.0)
    made = [next(flow)]
    for outcome in outcomes:
        try:
            attempt = flow.send(outcome)
        except StopIteration:
            break
        clock.now += attempt.wait
        made.append(attempt)
    return made


def answer(status: int, headers: Mapping[str, str]) -> Received:
    return Received("GET https://x.test/", status, headers)


def request(
    method: str = "GET", *, replayable: bool = True, **headers: str
) -> Prepared:
    body = Content(content=b"x", replayable=replayable)
    return Prepared(method=method, url="https://x.test/", headers=headers, body=body)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_statuses_that_pass(status: int) -> None:
    """These are sent again, as often as asked for."""
    assert len(play(request(), [answer(status, {})] * 9)) == 3
    assert len(play(request(), [answer(status, {})] * 9, max_retries=0)) == 1


@pytest.mark.parametrize("status", [200, 204, 400, 401, 403, 404, 409, 422])
def test_statuses_that_stay(status: int) -> None:
    """These are final."""
    assert len(play(request(), [answer(status, {})])) == 1


@pytest.mark.parametrize(
    ("method", "count"),
    [
        ("GET", 3),
        ("HEAD", 3),
        ("OPTIONS", 3),
        ("PUT", 3),
        ("DELETE", 3),
        ("POST", 1),
        ("PATCH", 1),
    ],
)
def test_methods(method: str, count: int) -> None:
    """Only what does no harm twice is sent twice (RFC 9110, 9.2.2)."""
    assert len(play(request(method), [answer(503, {})] * 9)) == count


def test_idempotency_key() -> None:
    """A POST with a key is sent again, with the same key."""
    keyed = Prepared(
        method="POST",
        url="https://x.test/",
        headers={"Idempotency-Key": "k"},
        keyed=True,
    )
    made = play(keyed, [answer(503, {})] * 9)
    assert [each.request.headers["Idempotency-Key"] for each in made] == ["k"] * 3


def test_a_body_that_can_be_had_once() -> None:
    """It is never sent half: the request is not repeated."""
    assert len(play(request("PUT", replayable=False), [answer(503, {})])) == 1


def test_connection_failures() -> None:
    """They are tried again, and the last one is raised."""
    assert len(play(request(), [FAILED, answer(200, {})])) == 2
    with pytest.raises(ApiConnectionError):
        play(request(), [FAILED] * 3)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after": "soon"}, 1.0),
        ({"retry-after": "-7"}, 1.0),
        ({}, 1.0),
    ],
)
def test_waits(headers: dict[str, str], wait: float) -> None:
    """What the server asks for, if it is sensible; else backoff."""
    assert play(request(), [answer(429, headers)])[1].wait == wait


def test_retry_after_as_a_date() -> None:
    """A date is as good as seconds."""
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 25 < play(request(), [answer(503, {"retry-after": when})])[1].wait <= 30


def test_backoff_grows_and_is_bounded() -> None:
    """Each wait is at most twice the one before, and none is longer than 8 seconds."""
    made = play(request(), [answer(503, {})] * 9, max_retries=8)
    assert [each.wait for each in made[1:]] == [1.0, 2.0, 4.0, 8.0, 8.0, 8.0, 8.0, 8.0]


def test_one_deadline_for_all() -> None:
    """Each attempt gets the time that is left, and no wait goes past it."""
    made = play(request(), [answer(503, {})] * 9, max_retries=9, timeout=4.0)
    assert [each.timeout for each in made] == [4.0, 3.0, 1.0]
    assert len(play(request(), [answer(503, {"retry-after": "5"})], timeout=4.0)) == 1


@pytest.mark.parametrize("asked", ["86400", "61", "9" * 400])
def test_a_wait_that_nobody_waits(asked: str) -> None:
    """The answer is taken: to come back before the server wants it helps nobody."""
    assert len(play(request(), [answer(503, {"retry-after": asked})])) == 1


def test_no_time_at_all() -> None:
    """A deadline that is over before the first attempt is a timeout."""
    with pytest.raises(ApiTimeoutError):
        play(request(), [], timeout=0.0)


def test_redirects() -> None:
    """A GET follows, credentials stay with their origin, and a loop ends."""
    start = Prepared(
        method="GET",
        url="https://x.test/a",
        headers={"Authorization": "s", "X-Key": "s", "X-Other": "o"},
        secrets=frozenset({"authorization", "x-key"}),
    )
    same = play(start, [answer(302, {"location": "/b"})])[1].request
    assert (same.url, same.headers["Authorization"]) == ("https://x.test/b", "s")
    other = play(start, [answer(302, {"location": "https://y.test/"})])[1].request
    assert dict(other.headers) == {"X-Other": "o"}
    assert len(play(start, [answer(302, {"location": "/a"})] * 99)) == 11
    assert len(play(request("POST"), [answer(302, {"location": "/b"})])) == 1
