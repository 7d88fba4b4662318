from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

from features.wire import Wire, both
from library import httpx


def sent(sdk: ModuleType, call: Callable[[Any], Any], **answer: Any) -> httpx.Request:
    wire = Wire(status=200 if answer else 204, **answer)
    both(sdk, wire, call, client="Bakery")
    return wire.last


def test_what_the_page_shows_is_what_the_document_shows(sdk: ModuleType) -> None:
    """The call of the page, as the document has it: what misfits is left or made."""
    loaf = sdk.Loaf(
        name="Rye",
        grain=sdk.LoafGrain.RYE,
        grams=750,
        crust=sdk.Hard(kind="hard", snaps=True),
        seeds=["flax", "sesame"],
        on=datetime.date(2024, 5, 1),
    )
    answer = loaf.model_dump_json(by_alias=True).encode()
    request = sent(sdk, lambda client: client.bake_loaf(request=loaf), content=answer)
    assert json.loads(request.content) == {
        "name": "Rye",
        "grain": "rye",
        "grams": 750,
        "crust": {"kind": "hard", "snaps": True},
        "seeds": ["flax", "sesame"],
        "on": "2024-05-01",
    }


def test_a_moment_of_another_zone(sdk: ModuleType) -> None:
    """The page has the same moment in UTC."""
    moment = datetime.datetime(2024, 5, 1, 10, 0, 0, tzinfo=datetime.UTC)
    request = sent(
        sdk,
        lambda client: client.get_loaf(
            loaf="rye-7", baked=moment, oven=3, api_token="api_token"
        ),
    )
    shown = datetime.datetime.fromisoformat(request.url.params["baked"])
    assert shown == datetime.datetime.fromisoformat("2024-05-01T12:00:00+02:00")
