"""What is sent is checked by the document's rules; what is answered never is."""

from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx

BREACHES: dict[str, tuple[dict[str, Any], str]] = {
    "minimum": ({"page_size": 0}, "page_size must be at least 1"),
    "maximum": ({"page_size": 101}, "page_size must be at most 100"),
    "more": ({"price": 0}, "price must be more than 0"),
    "less": ({"price": 10}, "price must be less than 10"),
    "multiple": ({"price": 0.25}, "price must be a multiple of 0.1"),
    "short": ({"id": "i"}, "id must have 2 characters or more"),
    "pattern": ({"id": "xx"}, "id must match ^i"),
    "few": ({"tags": []}, "tags must have 1 items or more"),
    "many": ({"tags": ["a", "b", "c"]}, "tags must have 2 items at most"),
    "twice": ({"tags": ["a", "a"]}, "tags must have no item twice"),
    "empty": ({"extra": {}}, "extra must have 1 properties or more"),
    "full": (
        {"extra": {"a": 1, "b": 2, "c": 3}},
        "extra must have 2 properties at most",
    ),
}


def put(client: Any, id: str = "i1", **arguments: Any) -> Any:
    return client.put_item(id, **{"price": 0.3, **arguments})


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_said_before_anything_is_sent(sdk: ModuleType, breach: str) -> None:
    """The error names the argument and the rule; no request is made."""
    arguments, message = BREACHES[breach]
    wire = Wire(content=b'{"pieceName": "a"}')
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        client = sdk.Shop(httpx_client=http)
        with pytest.raises(sdk.InvalidRequestError) as caught:
            put(client, **arguments)
    assert str(caught.value) == message

    async def main() -> None:
        await put(sdk.AsyncShop(), **arguments)

    with pytest.raises(sdk.InvalidRequestError) as caught:
        asyncio.run(main())
    assert str(caught.value) == message
    assert wire.sent == []


def test_every_breach_is_said_with_its_place(sdk: ModuleType) -> None:
    """Values inside models are checked too, and all that is wrong is one error."""
    inner = sdk.Piece(piece_name="much too long")
    part = sdk.Piece(piece_name="abcd", inner=inner)
    with pytest.raises(sdk.InvalidRequestError) as caught:
        put(sdk.Shop(), price=-1, parts=[sdk.Piece(piece_name="a"), part])
    assert str(caught.value) == (
        "price must be more than 0; "
        "parts[1].piece_name must have 3 characters at most; "
        "parts[1].inner.piece_name must have 3 characters at most"
    )


def test_dicts_are_checked_as_models_are(sdk: ModuleType) -> None:
    """By the rules, and where a model stands beside."""
    with pytest.raises(sdk.InvalidRequestError) as caught:
        put(sdk.Shop(), parts=[sdk.Piece(piece_name="a"), {"pieceName": "abcd"}])
    assert str(caught.value) == "parts[1].piece_name must have 3 characters at most"


def test_what_meets_the_rules_is_sent(sdk: ModuleType) -> None:
    """Arguments that are left out have no rules; a pattern of another kind has none."""
    wire = Wire(content=b'{"pieceName": "a"}')
    parts = [sdk.Piece(piece_name="abc", odd="x")]
    both(sdk, wire, lambda client: put(client, parts=parts), client="Shop")
    both(sdk, wire, lambda client: put(client, page_size=1, tags=["a"]), client="Shop")


def test_answers_are_not_checked(sdk: ModuleType) -> None:
    """What a server really sent is read, whatever the document demands of it."""
    wire = Wire(content=b'{"pieceName": "much too long"}')
    part = both(sdk, wire, put, client="Shop")
    assert part.piece_name == "much too long"
