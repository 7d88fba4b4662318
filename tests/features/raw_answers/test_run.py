"""Answers with status and headers, sync and async."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx

FILE = b'{"name": "plan"}'
EVENTS = b'data: {"name": "a"}\n\ndata: {"name": "b"}\n\n'
Call = Callable[[Any], Any]


def raw(sdk: ModuleType, wire: Wire, call: Call) -> tuple[Any, Any]:
    """The answer of a call, by the sync and by the async client."""
    kept: list[Any] = []

    def keep(client: Any) -> Any:
        answer = call(client.with_raw_response)
        kept.append(answer)
        return answer

    async def keep_async(client: Any) -> Any:
        answer = await call(client.with_raw_response)
        kept.append(answer)
        return answer

    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        keep(sdk.Vault(httpx_client=http))

    async def main() -> None:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            await keep_async(sdk.AsyncVault(httpx_client=http))

    asyncio.run(main())
    return kept[0], kept[1]


def streamed(sdk: ModuleType, wire: Wire, call: Call, use: str) -> list[Any]:
    """What `use` of an open answer gives, by the sync and by the async client."""
    with (
        httpx.Client(transport=httpx.MockTransport(wire.answer)) as http,
        call(sdk.Vault(httpx_client=http).with_streaming_response) as answer,
    ):
        found = [answer.status_code, getattr(answer, use)()]

    async def main() -> None:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            client = sdk.AsyncVault(httpx_client=http)
            async with call(client.with_streaming_response) as answer:
                found.extend([answer.status_code, await getattr(answer, use)()])

    asyncio.run(main())
    return found


def test_status_and_headers(sdk: ModuleType) -> None:
    """The answer has its status, its headers, its bytes, and its typed value."""
    wire = Wire(content=FILE)
    for answer in raw(sdk, wire, lambda client: client.files.get("x")):
        assert isinstance(answer, sdk.RawResponse)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.content == FILE
        assert answer.text == FILE.decode()
        assert answer.request_id is None
        assert answer.parse() == sdk.File(name="plan")
        assert "plan" not in repr(answer)


def test_a_resource_has_the_forms_too(sdk: ModuleType) -> None:
    """`client.files.with_raw_response` is the same as the other way round."""
    wire = Wire(content=FILE)
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        answer = sdk.Vault(httpx_client=http).files.with_raw_response.get("x")
    assert answer.parse() == sdk.File(name="plan")


def test_values_stay_values(sdk: ModuleType) -> None:
    """Asking a client for its raw form does not change the client."""
    wire = Wire(content=FILE)
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Vault(httpx_client=http)
        assert client.with_raw_response.with_options(timeout=3).files.get("x").text
        assert client.files.get("x") == sdk.File(name="plan")


def test_what_is_no_success_is_raised(sdk: ModuleType) -> None:
    """An answer that is no success is an error in every form."""
    wire = Wire(404, b'{"why": "gone"}')

    def get(client: Any) -> Any:
        return client.with_raw_response.files.get("x")

    with pytest.raises(sdk.NotFoundError) as caught:
        both(sdk, wire, get, client="Vault")
    assert caught.value.body == sdk.Problem(why="gone")
    with pytest.raises(sdk.NotFoundError) as caught:
        streamed(sdk, wire, lambda client: client.files.get("x"), "parse")
    assert caught.value.body == sdk.Problem(why="gone")


def test_a_body_that_is_read_as_it_comes(sdk: ModuleType, tmp_path: Path) -> None:
    """An open answer gives its bytes, its value, or a file."""
    wire = Wire(content=b"\0\1\2" * 1000, media_type="application/octet-stream")

    def download(client: Any) -> Any:
        return client.files.download("x")

    assert streamed(sdk, wire, download, "read") == [200, wire.content] * 2
    assert streamed(sdk, wire, download, "parse") == [200, wire.content] * 2
    with (
        httpx.Client(transport=httpx.MockTransport(wire.answer)) as http,
        download(sdk.Vault(httpx_client=http).with_streaming_response) as answer,
    ):
        answer.save(tmp_path / "sync")
    assert (tmp_path / "sync").read_bytes() == wire.content

    async def main() -> None:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            client = sdk.AsyncVault(httpx_client=http)
            async with download(client.with_streaming_response) as answer:
                await answer.save(tmp_path / "async")

    asyncio.run(main())
    assert (tmp_path / "async").read_bytes() == wire.content


def test_an_open_answer_of_json(sdk: ModuleType) -> None:
    """An open answer of JSON is parsed like any other."""
    wire = Wire(content=FILE)
    made = streamed(sdk, wire, lambda client: client.files.get("x"), "parse")
    assert made == [200, sdk.File(name="plan")] * 2


def test_items_of_a_stream(sdk: ModuleType) -> None:
    """A stream's answer has headers before its items have come."""
    wire = Wire(content=EVENTS, media_type="text/event-stream")
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Vault(httpx_client=http)
        answer = client.with_raw_response.answer(stream=True)
        assert answer.headers["content-type"] == "text/event-stream"
        assert [each.name for each in answer.parse()] == ["a", "b"]
        with client.with_streaming_response.answer(stream=True) as opened:
            assert [each.name for each in opened.parse()] == ["a", "b"]

    async def main() -> None:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            client = sdk.AsyncVault(httpx_client=http)
            answer = await client.with_raw_response.answer(stream=True)
            assert [each.name async for each in answer.parse()] == ["a", "b"]
            async with client.with_streaming_response.answer(stream=True) as opened:
                items = await opened.parse()
                assert [each.name async for each in items] == ["a", "b"]

    asyncio.run(main())
