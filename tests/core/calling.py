"""Calls by a client of the runtime, sync and async alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from core.server import Server
from PACKAGE._core.api import Api
from PACKAGE._core.auth import ApiKey
from PACKAGE._core.body import Json
from PACKAGE._core.client import AsyncClient, SyncClient
from PACKAGE._core.engine import AsyncEngine, Form, SyncEngine
from PACKAGE._core.model import Model
from PACKAGE._core.operation import Operation

both = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
SECRET = "s3cret"
API = Api(
    name="pets",
    version="1",
    schemes={"key": ApiKey(place="header", name="X-Pet-Key")},
    security=(("key",),),
)


class Pet(Model):
    name: str


GET: Operation[Pet] = Operation(method="GET", path="/pets", returns=lambda: Pet)
ADD: Operation[Pet] = Operation(
    method="POST",
    path="/pets",
    header=("Idempotency-Key",),
    body=Json("name"),
    returns=lambda: Pet,
)
PET = b'{"name": "Ada"}'


class Sync(SyncClient):
    """A client with an engine that tests can reach."""

    @property
    def engine(self) -> SyncEngine:
        return self._engine

    @property
    def streaming(self) -> Any:
        """Its form in which bodies are read as they are asked for."""
        return self._in_form(Form.STREAMED)


class Async(AsyncClient):
    """An async client with an engine that tests can reach."""

    @property
    def engine(self) -> AsyncEngine:
        return self._engine


def use(
    server: Server,
    is_async: bool,
    call: Callable[[Any], Any],
    api: Api = API,
    /,
    **options: Any,
) -> Any:
    """What `call` gives of a client with these options."""
    given: dict[str, Any] = {
        "base_url": server.url,
        "credentials": {"key": SECRET},
        "timeout": 5.0,
        "httpx_client": None,
        "max_retries": 0,
        "strict": False,
        **options,
    }
    if not is_async:
        with Sync(api, **given) as client:
            return call(client)

    async def main() -> Any:
        async with Async(api, **given) as client:
            return await call(client)

    return asyncio.run(main())
