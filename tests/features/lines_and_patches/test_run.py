from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx


def sent(sdk: ModuleType, call: Callable[[Any], Any]) -> tuple[str, bytes]:
    """The media type and the body of a call, the same sync and async."""
    wire = Wire(status=204)
    both(sdk, wire, call, client="Ledger")
    return wire.last.headers["content-type"], wire.last.content


def test_lines(sdk: ModuleType) -> None:
    """Each item is a line of its own."""
    rows = [sdk.Row(text="a\nb"), sdk.Row(text="c", labels=sdk.Labels(size=1))]
    media_type, content = sent(sdk, lambda client: client.add_rows(body=rows))
    assert media_type == "application/x-ndjson"
    assert [json.loads(line) for line in content.splitlines()] == [
        {"text": "a\nb"},
        {"text": "c", "labels": {"size": 1}},
    ]


def test_lines_of_dicts(sdk: ModuleType) -> None:
    """A dict is checked as its model is, and stands beside models."""
    rows = ({"text": "a"}, sdk.Row(text="b"))
    _, content = sent(sdk, lambda client: client.add_rows(body=rows))
    assert content == b'{"text":"a"}\n{"text":"b"}\n'
    with pytest.raises(sdk.InvalidRequestError, match=r"^body\[0\]\.text: "):
        sdk.Ledger(base_url="http://x").add_rows(body=[{"text": 1}])


def one_by_one(rows: list[Any]) -> tuple[Iterator[Any], AsyncIterator[Any]]:
    """The same rows as each of the two clients can ask for them."""

    async def later() -> AsyncIterator[Any]:
        for each in rows:
            yield each

    return iter(rows), later()


def add(sdk: ModuleType, wire: Wire, rows: list[Any]) -> Iterator[Callable[[], Any]]:
    """A call of each client with an iterator of rows."""
    now, later = one_by_one(rows)

    def add_now() -> None:
        with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
            sdk.Ledger(httpx_client=http).add_rows(body=now)

    async def add_later() -> None:
        transport = httpx.MockTransport(wire.async_answer)
        async with httpx.AsyncClient(transport=transport) as http:
            await sdk.AsyncLedger(httpx_client=http).add_rows(body=later)

    yield add_now
    yield lambda: asyncio.run(add_later())


def test_lines_that_are_given_one_by_one(sdk: ModuleType) -> None:
    """Each is checked before it is sent, whether others are on their way or not."""
    wire = Wire(status=204)
    for call in add(sdk, wire, [{"text": "a"}, sdk.Row(text="b")]):
        call()
        assert wire.last.content == b'{"text":"a"}\n{"text":"b"}\n'
    sent_before = len(wire.sent)
    for call in add(sdk, wire, [{"text": "a"}, {"text": 1}]):
        with pytest.raises(sdk.InvalidRequestError, match=r"^body\[1\]\.text: "):
            call()
    assert len(wire.sent) == sent_before


def test_records(sdk: ModuleType) -> None:
    """Each item stands between a record separator and the end of its line."""
    answer = b'\x1e{"text":"a"}\n\x1e{\n"text":"b"}\n'
    wire = Wire(content=answer, media_type="application/json-seq")
    rows = [sdk.Row(text="a"), sdk.Row(text="b")]
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        stream = sdk.Ledger(httpx_client=http).exchange(body=rows)
        assert list(stream) == rows
    assert wire.last.headers["content-type"] == "application/json-seq"
    assert wire.last.content == b'\x1e{"text":"a"}\n\x1e{"text":"b"}\n'


@pytest.mark.parametrize(
    ("given", "body"),
    [
        ({"text": None}, {"text": None}),
        ({"text": "x"}, {"text": "x"}),
        ({"labels": None, "text": ""}, {"labels": None, "text": ""}),
        ({}, {}),
    ],
)
def test_null_takes_away(
    sdk: ModuleType, given: dict[str, Any], body: dict[str, Any]
) -> None:
    """What is not given is not sent; None is, as null."""
    media_type, content = sent(sdk, lambda client: client.change_row("1", **given))
    assert media_type == "application/merge-patch+json"
    assert json.loads(content) == body


def test_null_in_a_model(sdk: ModuleType) -> None:
    """So it is with the fields of a model: those that were set are sent."""
    given = sdk.Labels(color=None)
    _, content = sent(sdk, lambda c: c.change_labels("1", request=given))
    assert json.loads(content) == {"color": None}
    _, content = sent(sdk, lambda c: c.change_labels("1", request=sdk.Labels(size=2)))
    assert json.loads(content) == {"size": 2}
