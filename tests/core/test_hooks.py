"""Functions of the user's see every attempt."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from core.calling import GET, PET, Pet, both, use
from core.server import answer, serving
from library import httpx
from PACKAGE._core.errors import InvalidRequestError
from PACKAGE._core.observe import AsyncHooks, Hooks


class Refused(Exception):
    """What a hook of a program's own raises."""


def hooks(is_async: bool, **functions: Any) -> Any:
    return AsyncHooks(**functions) if is_async else Hooks(**functions)


def get(client: Any) -> Any:
    return client.engine.call(GET)


@both
def test_hooks_see_every_attempt(is_async: bool) -> None:
    """Each request may get headers before it is sent; each answer is seen."""
    seen: list[int] = []

    def sign(request: httpx.Request) -> None:
        request.headers["X-Signature"] = f"{request.method} {len(seen)}"

    def note(response: httpx.Response) -> None:
        seen.append(response.status_code)

    failure = answer(b"{}", "503 Service Unavailable", retry_after_ms="1")
    given = hooks(is_async, on_request=sign, on_response=note)
    with serving(failure, answer(PET)) as server:
        assert use(server, is_async, get, max_retries=1, hooks=given) == Pet(name="Ada")
    assert seen == [503, 200]
    assert b"x-signature: get 0" in server.heads[0].lower()
    assert b"x-signature: get 1" in server.heads[1].lower()


def test_async_hooks_may_be_awaited() -> None:
    """A hook of an async client may be a coroutine function."""
    seen: list[str] = []

    async def before(request: httpx.Request) -> None:
        seen.append(request.method)

    async def after(response: httpx.Response) -> None:
        seen.append(str(response.status_code))

    given = AsyncHooks(on_request=before, on_response=after)
    with serving(answer(PET)) as server:
        use(server, True, get, hooks=given)
    assert seen == ["GET", "200"]


def test_a_sync_client_cannot_wait_for_an_async_hook() -> None:
    """It says so, and nothing is sent."""

    async def before(request: httpx.Request) -> None:
        await asyncio.sleep(0)

    with serving(answer(PET)) as server:
        with pytest.raises(InvalidRequestError, match="async client"):
            use(server, False, get, hooks=Hooks(on_request=before))
        assert not server.heads


@both
def test_what_a_hook_raises_ends_the_call(is_async: bool) -> None:
    """The error of a hook is the program's own, and nothing is sent again."""

    def refuse(_: httpx.Response) -> None:
        raise Refused

    given = hooks(is_async, on_response=refuse)
    with serving(answer(PET)) as server, pytest.raises(Refused):
        use(server, is_async, get, max_retries=2, hooks=given)
    assert len(server.heads) == 1
