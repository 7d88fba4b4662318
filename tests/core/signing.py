"""Requests that get their credentials in a test, by either driver."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TypeAlias

from library import httpx
from PACKAGE._core.answer import Received
from PACKAGE._core.api import Api
from PACKAGE._core.auth import ApiKey, Credential, Scheme, Security, answered, hold
from PACKAGE._core.connection import Pool
from PACKAGE._core.engine import AsyncEngine, Call, SyncEngine
from PACKAGE._core.http_auth import Basic, Bearer, ByHttpClient, Http
from PACKAGE._core.query_keys import QueryKey
from PACKAGE._core.request import Prepared, Settings
from PACKAGE._core.retry import Attempt, Deadline
from PACKAGE._core.waiting import run

SCHEMES: dict[str, Scheme] = {
    "header": ApiKey(place="header", name="X-Key"),
    "query": QueryKey(name="a key"),
    "cookie": ApiKey(place="cookie", name="session"),
    "basic": Basic(
        arguments=("username", "password"), env=("TEST_USER", "TEST_PASSWORD")
    ),
    "bearer": Bearer(arguments=("token",)),
    "odd": Http(scheme="Token"),
    "tls": ByHttpClient(),
}


class Recorder(SyncEngine):
    """Sends nothing, and answers with the statuses given, the last one for ever."""

    def __init__(
        self, statuses: tuple[int, ...] = (200,), given: Settings | None = None
    ) -> None:
        super().__init__(given or settings({}), Pool(None, httpx.Client))
        self.statuses = statuses
        self.sent: list[Prepared] = []

    async def attempt(self, attempt: Attempt, deadline: Deadline) -> Received:
        self.sent.append(attempt.request)
        status = self.statuses[min(len(self.sent), len(self.statuses)) - 1]
        return Received(attempt.request.call, status, {})


class AsyncRecorder(AsyncEngine):
    """The same for the async driver."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.settings, Pool(None, httpx.AsyncClient))
        self.recorder = recorder

    async def attempt(self, attempt: Attempt, deadline: Deadline) -> Received:
        return await self.recorder.attempt(attempt, deadline)


Driver: TypeAlias = Callable[[Prepared, Recorder], object]


def sync_driver(request: Prepared, recorder: Recorder) -> object:
    return run(answered(request, Call(recorder, Deadline.after(5))))


def async_driver(request: Prepared, recorder: Recorder) -> object:
    engine = AsyncRecorder(recorder)
    return asyncio.run(answered(request, Call(engine, Deadline.after(5))))


def settings(given: Mapping[str, Credential], own_client: bool = False) -> Settings:
    return Settings(
        api=Api(name="test", version="1"),
        base_url="https://test",
        own_servers=True,
        credentials=hold(SCHEMES, given, own_client),
        timeout=5,
        max_retries=0,
        strict=False,
    )


def sent(
    security: Security,
    given: Mapping[str, Credential],
    *,
    driver: Driver = sync_driver,
    headers: Mapping[str, str] | None = None,
    own_client: bool = False,
) -> Prepared:
    """The request as it is sent with its credentials."""
    recorder = Recorder(given=settings(given, own_client))
    request = Prepared(
        method="GET",
        url="https://test/x?a=1",
        headers=headers or {},
        security=security,
    )
    driver(request, recorder)
    (signed,) = recorder.sent
    return signed
