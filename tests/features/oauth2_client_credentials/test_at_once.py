"""One token for many callers, tasks and threads alike."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import pytest
from features.token_server import TokenServer, serving, tokens

GIVEN = {"client_id": "me", "client_secret": "s3cret"}


def depot(**options: Any) -> TokenServer:
    return TokenServer(endpoints=("/oauth/token",), **options)


@pytest.mark.parametrize("life", [3600, None])
def test_many_callers_fetch_once(sdk: ModuleType, life: int | None) -> None:
    """Fifty tasks, or twenty threads, wait for one token."""
    grant = tokens() if life is None else tokens(expires_in=life)

    async def at_once(server: TokenServer) -> None:
        async with sdk.AsyncDepot(base_url=server.url, **GIVEN) as client:
            await asyncio.gather(*(client.public() for _ in range(50)))

    with serving(depot(grant=grant, delay=0.1)) as server:
        asyncio.run(at_once(server))
    assert (len(server.grants), server.sent) == (1, ["token-1"] * 50)

    with (
        serving(depot(grant=grant, delay=0.1)) as server,
        ThreadPoolExecutor(20) as pool,
        sdk.Depot(base_url=server.url, **GIVEN) as client,
    ):
        list(pool.map(lambda _: client.public(), range(20)))
    assert (len(server.grants), server.sent) == (1, ["token-1"] * 20)


@pytest.mark.parametrize("waits", [True, False], ids=["sync", "async"])
def test_many_refusals_fetch_once(sdk: ModuleType, waits: bool) -> None:
    """A token that ends under many callers is replaced once for all."""

    async def at_once(server: TokenServer) -> None:
        async with sdk.AsyncDepot(base_url=server.url, **GIVEN) as client:
            server.good = {"token-1"}
            await client.public()
            server.good = {"token-2"}
            await asyncio.gather(*(client.public() for _ in range(20)))

    def by_threads(server: TokenServer) -> None:
        with (
            ThreadPoolExecutor(20) as pool,
            sdk.Depot(base_url=server.url, **GIVEN) as client,
        ):
            server.good = {"token-1"}
            client.public()
            server.good = {"token-2"}
            list(pool.map(lambda _: client.public(), range(20)))

    with serving(depot(delay=0.1)) as server:
        if waits:
            by_threads(server)
        else:
            asyncio.run(at_once(server))
    assert len(server.grants) == 2
    assert server.sent[-1] == "token-2"


def test_one_that_gives_up_leaves_the_turn_to_others(sdk: ModuleType) -> None:
    """A task that is cancelled while it fetches does not stop those that wait."""

    async def run(server: TokenServer) -> None:
        async with sdk.AsyncDepot(base_url=server.url, **GIVEN) as client:
            first = asyncio.create_task(client.public())
            await asyncio.sleep(0.05)
            rest = [asyncio.create_task(client.public()) for _ in range(3)]
            await asyncio.sleep(0.05)
            first.cancel()
            await asyncio.gather(*rest)
            with pytest.raises(asyncio.CancelledError):
                await first

    with serving(depot(delay=0.3)) as server:
        asyncio.run(run(server))
    assert len(server.sent) == 3
    assert len(set(server.sent)) == 1
