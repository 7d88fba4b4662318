"""One call as a sequence of attempts, whoever makes them, and where they go.

`attempts` is a generator. It yields what to do next: wait, then send. It is sent
what came of it: an answer, or the error that came instead. It returns the answer
that is the one to take, and raises when there is none.
"""

from __future__ import annotations

import email.utils
import random
import time
from collections.abc import Callable, Generator, Mapping
from typing import TypeAlias
from urllib.parse import urldefrag, urljoin, urlsplit

from .answer import Received
from .errors import ApiConnectionError, ApiTimeoutError
from .records import dataclass, replace
from .request import NOTHING, SAFE, Prepared, with_query, without

_PASSING = frozenset({408, 429})
_FIRST_WAIT, _LONGEST_WAIT, _LONGEST_ASKED = 0.5, 8.0, 60.0
_MOST_REDIRECTS = 10
# Never sent to another origin, whoever set them.
_SECRETS = frozenset({"authorization", "cookie", "proxy-authorization"})

Outcome: TypeAlias = Received | ApiConnectionError


@dataclass(frozen=True, slots=True)
class Attempt:
    """Wait for so many seconds, then send; `timeout` is the time left, in seconds."""

    request: Prepared
    wait: float
    timeout: float | None


Attempts: TypeAlias = Generator[Attempt, Outcome, Received]


@dataclass(slots=True)
class Deadline:
    """The end of a call's time, if it has one; `clock` counts in seconds."""

    end: float | None
    clock: Callable[[], float] = time.monotonic

    @classmethod
    def after(
        cls, timeout: float | None, clock: Callable[[], float] = time.monotonic
    ) -> Deadline:
        return cls(None if timeout is None else clock() + timeout, clock)

    @property
    def left(self) -> float | None:
        return None if self.end is None else self.end - self.clock()

    def check(self, request: Prepared) -> None:
        """Raise where the time is over."""
        left = self.left
        if left is not None and left <= 0:
            raise ApiTimeoutError(f"no answer in time: {request.call}")


def attempts(
    request: Prepared,
    max_retries: int,
    deadline: Deadline,
    jitter: Callable[[], float] = random.random,
) -> Attempts:
    """Send the request, again while that can help and there is time.

    A server that asks for more time than anybody waits is not asked again before it.

    Raises:
        ApiConnectionError: The last attempt brought no answer.
    """
    wait, retry, redirects = 0.0, 0, 0
    while True:
        deadline.check(request)
        left = deadline.left
        timeout = None if left is None else max(left - wait, 0.001)
        outcome = yield Attempt(request, wait, timeout)
        if isinstance(outcome, Received):
            follow = _redirect(request, outcome)
            if follow is not None and redirects < _MOST_REDIRECTS:
                request, wait, redirects = follow, 0.0, redirects + 1
                continue
            if outcome.status not in _PASSING and outcome.status < 500:
                return outcome
        if retry >= max_retries or not request.repeatable:
            break
        retry += 1
        wait = _wait(outcome, retry, jitter)
        left = deadline.left
        if wait > _LONGEST_ASKED or (left is not None and wait >= left):
            break
    if isinstance(outcome, ApiConnectionError):
        raise outcome
    return outcome


def _redirect(request: Prepared, answer: Received) -> Prepared | None:
    if answer.status not in (301, 302, 303, 307, 308):
        return None
    location = answer.headers.get("location")
    return redirected(request, answer.status, location) if location else None


def _wait(outcome: Outcome, retry: int, jitter: Callable[[], float]) -> float:
    """Seconds before the next attempt: what the server asks for, else backoff.

    Exponential with full jitter, so that many clients do not come back at once.
    """
    asked = _asked(outcome.headers) if isinstance(outcome, Received) else None
    if asked is not None and asked >= 0:
        return asked
    return jitter() * min(_FIRST_WAIT * 2.0**retry, _LONGEST_WAIT)


def _asked(headers: Mapping[str, str]) -> float | None:
    """`Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or in milliseconds."""
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return float(milliseconds) / 1000
        asked = headers.get("retry-after")
        if not asked:
            return None
        if asked.strip().isdigit():
            return float(asked)
        when = email.utils.parsedate_to_datetime(asked)
        return max(when.timestamp() - time.time(), 0.0)
    except ValueError:
        return None


# --- redirects (RFC 9110, 15.4) -------------------------------------------------------


def redirected(prepared: Prepared, status: int, location: str) -> Prepared | None:
    """The request that goes where an answer points to; None where none may.

    Credentials go along to the origin that they were meant for, and to no other, even
    where the answer has written a key into the URL.
    """
    try:
        url = urldefrag(urljoin(prepared.url, location)).url
        stays = origin(url) == origin(prepared.url)
    except ValueError:  # it is no URL
        return None
    if urlsplit(url).scheme not in ("http", "https"):
        return None
    if not stays and prepared.private:
        return None
    url = without(url, prepared.keys)
    if stays:
        moved = replace(prepared, url=with_query(url, prepared.keys))
    else:
        hidden = _SECRETS.union(map(str.lower, prepared.secrets))
        moved = replace(prepared, url=url, headers=_without(prepared, hidden), keys=())
    if status == 303 and prepared.method not in ("GET", "HEAD"):
        headers = _without(moved, {"content-type"})
        return replace(moved, method="GET", headers=headers, body=NOTHING)
    if status in (307, 308) or prepared.method in SAFE:
        return moved if prepared.body.replayable else None
    return None


def _without(prepared: Prepared, names: set[str] | frozenset[str]) -> dict[str, str]:
    """The headers without those of these names, which are lower case."""
    headers = prepared.headers.items()
    return {name: value for name, value in headers if name.lower() not in names}


def origin(url: str) -> tuple[str, str | None, int | None]:
    """Whom a URL belongs to (RFC 6454, 4)."""
    parts = urlsplit(url)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or usual
