from __future__ import annotations

import json
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def card(sdk: ModuleType, **options: Any) -> Any:
    strict = options.pop("strict", False)
    server = Wire(content=json.dumps(options).encode())
    get = methodcaller("get_card")
    read = both(sdk, server, get, client="Enums", strict=strict)
    assert json.loads(read.model_dump_json(exclude_unset=True)) == options
    return read


def test_names(sdk: ModuleType) -> None:
    """Each value once, in order, under a name of its own."""
    assert {each.name: each.value for each in sdk.Suit} == {
        "HEARTS": "hearts",
        "DARK_SPADES": "dark spades",
        "HEARTS_UPPER": "HEARTS",
        "EMPTY": "",
        "BLACK_CLUB_SUIT": "♣",
        "VALUE_1": "1",
        "NONE": "none",
    }
    assert {each.name: each.value for each in sdk.Rank} == {
        "VALUE_1": 1,
        "VALUE_11": 11,
        "VALUE_MINUS_5": -5,
    }


def test_names_that_the_document_gives(sdk: ModuleType) -> None:
    """Names and descriptions of an extension."""
    assert [each.name for each in sdk.Named] == ["JACK", "QUEEN", "TEN_OF"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("suit", "hearts"),
        ("suit", ""),
        ("suit", "stars"),
        ("rank", 11),
        ("rank", 12),
        ("named", 3),
        ("maybe", "up"),
        ("maybe", None),
        ("maybe", "aside"),
        ("mixed", "low"),
        ("mixed", 5),
        ("mixed", 2.5),
        ("mixed", True),
        ("mixed", None),
        ("old", None),
        ("old", "b"),
        ("side", "edge"),
        ("backs", ["blue", "green"]),
        ("trick", 2),
        ("trick", "one"),
        ("trick", "three"),
    ],
)
def test_values(sdk: ModuleType, name: str, value: object) -> None:
    """Known or not, each equals its value, and is sent as it came."""
    read = getattr(card(sdk, **{name: value}), name)
    assert read == value


def test_members(sdk: ModuleType) -> None:
    """What is known is the member."""
    read = card(sdk, suit="hearts", rank=1, named=2, side="front", backs=["red"])
    assert read.suit is sdk.Suit.HEARTS
    assert read.rank is sdk.Rank(1)
    assert read.named is sdk.Named.QUEEN
    assert read.side is sdk.CardSide.FRONT
    assert read.backs == [sdk.CardBack.RED]


@pytest.mark.parametrize(
    "unknown",
    [{"suit": "stars"}, {"rank": 12}, {"maybe": "aside"}, {"trick": "three"}],
)
def test_to_the_letter(sdk: ModuleType, unknown: dict[str, object]) -> None:
    """A strict client refuses what the document does not know."""
    with pytest.raises(sdk.UnreadableBodyError):
        card(sdk, **unknown, strict=True)


@pytest.mark.parametrize("suit", ["hearts", "stars"])
def test_in_a_query(sdk: ModuleType, suit: str) -> None:
    """A member, or a text that the API knows by now."""
    server = Wire(content=b"{}")
    get = methodcaller("get_card", suit=sdk.Suit(suit))
    both(sdk, server, get, client="Enums")
    assert server.last.url.params["suit"] == suit
