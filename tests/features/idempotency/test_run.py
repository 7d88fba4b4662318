"""A request that comes again is known by its key."""

from __future__ import annotations

from types import ModuleType
from typing import Any
from uuid import UUID

import pytest
from features.wire import Wire
from library import httpx

KEY = "idempotency-key"


class Failing(Wire):
    """Fails at first, in passing."""

    def answer(self, request: httpx.Request) -> httpx.Response:
        super().answer(request)
        status = 503 if len(self.sent) == 1 else 204
        return httpx.Response(status, headers={"retry-after-ms": "1"})


@pytest.mark.parametrize("name", ["pay", "write"])
def test_a_key_that_the_client_makes(sdk: ModuleType, name: str) -> None:
    """By document or by configuration: a key is made, and kept over retries."""
    wire = Failing()
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Bank(httpx_client=http)
        calls: dict[str, Any] = {
            "pay": lambda: client.pay(cents=1),
            "write": lambda: client.write(body="hello"),
        }
        calls[name]()
    first, again = (request.headers[KEY] for request in wire.sent)
    assert first == again
    assert str(UUID(first)) == first


def test_a_key_that_is_given(sdk: ModuleType) -> None:
    """The argument that the document has is the key."""
    wire = Wire(204)
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        sdk.Bank(httpx_client=http).pay(cents=1, idempotency_key="mine")
    assert wire.last.headers[KEY] == "mine"


def test_no_key_where_none_is_needed(sdk: ModuleType) -> None:
    """What may be sent twice anyway is sent without."""
    wire = Wire(204)
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        sdk.Bank(httpx_client=http).read_messages()
    assert KEY not in wire.last.headers
