from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (lambda client: client.chat.list(), "/chat"),
        (lambda client: client.chat.completions.create(), "/chat/completions"),
        (lambda client: client.chat.files.list(ids=["a"]), "/chat/files"),
        (lambda client: client.admin.users.invite(), "/admin.users.invite"),
        (lambda client: client.client.get("7"), "/clients/7"),
        (lambda client: client.projects.zones.list("7"), "/projects/7/zones"),
    ],
)
def test_groups(sdk: ModuleType, call: Callable[[Any], Any], path: str) -> None:
    """Dots, parents of tags and groups lead from one resource to another."""
    wire = Wire(status=204)
    assert both(sdk, wire, call, client="Desk") is None
    assert wire.last.url.path == path


def test_forms_of_answers_reach_below(sdk: ModuleType) -> None:
    """Answers with their status are had from every resource, and through the client."""
    transport = httpx.MockTransport(Wire(status=204).answer)
    with httpx.Client(transport=transport) as http:
        client = sdk.Desk(httpx_client=http)
        above, below = client.with_raw_response.chat, client.chat.completions
        assert above.completions.create().status_code == 204
        assert below.with_raw_response.create().status_code == 204
