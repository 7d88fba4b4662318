from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both
from library import httpx

FORMS = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
)


def sent(sdk: ModuleType, call: Callable[[Any], Any], **answer: Any) -> httpx.Request:
    """The request that both clients make."""
    wire = Wire(**{"status": 204, **answer})
    both(sdk, wire, call, client="Cards")
    return wire.last


def alike(first: httpx.Request, second: httpx.Request) -> bool:
    """Whether two requests are the same, what divides their parts apart."""
    bodies = []
    for each in (first, second):
        _, _, dividing = each.headers["content-type"].partition("boundary=")
        bodies.append(each.content.replace(dividing.encode() or b"\0", b""))
    return first.url == second.url and bodies[0] == bodies[1]


def test_parameters(sdk: ModuleType) -> None:
    """In each place a value is sent as the member that has it."""

    def find(suit: Any, up: Any, rank: Any, deck: Any) -> httpx.Request:
        return sent(
            sdk,
            lambda client: client.find_cards(
                suit,
                order=up,
                suits=(suit, suit),
                ranks=[rank],
                any=deck,
                x_suit=suit,
                last=suit,
            ),
        )

    text = find("dark spades", "up", -5, "french")
    member = find(
        sdk.Suit.DARK_SPADES, sdk.FindCardsOrder.UP, sdk.Rank(-5), sdk.Deck.FRENCH
    )
    assert text.url == member.url
    assert str(text.url).endswith(
        "/cards/dark%20spades?order=up&suits=dark%20spades&suits=dark%20spades"
        "&ranks=-5&any=french"
    )
    for name, value in (("x-suit", "dark spades"), ("cookie", "last=dark%20spades")):
        assert text.headers[name] == member.headers[name] == value


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("several", [list, tuple])
def test_bodies(sdk: ModuleType, form: str, several: type[Any]) -> None:
    """In a form too, where a tuple may be a file; beside a dict, or in it."""

    def play(suit: Any, rank: Any) -> httpx.Request:
        return sent(
            sdk,
            lambda client: client.play(
                suit=suit,
                suits=several([suit, suit]),
                rank=rank,
                by_player={"ann": suit},
                cards=[{"suit": suit, "rank": rank}],
                content_type=form,
            ),
        )

    assert alike(play("♣", 11), play(sdk.Suit.BLACK_CLUB_SUIT, sdk.Rank.VALUE_11))


def test_what_a_body_says(sdk: ModuleType) -> None:
    request = sent(sdk, lambda client: client.play(suit="♣", suits=["hearts"], rank=1))
    assert json.loads(request.content) == {"suit": "♣", "suits": ["hearts"], "rank": 1}


def test_xml(sdk: ModuleType) -> None:
    card = {"suit": "hearts", "rank": 11}
    request = sent(sdk, lambda client: client.keep_xml(request=card))
    assert b"<suit>hearts</suit><rank>11</rank>" in request.content


@pytest.mark.parametrize("new", [str, "Suit"])
def test_a_new_value(sdk: ModuleType, new: str | type[str]) -> None:
    """Nothing is refused at run time: what the API knows by now, it says itself."""
    suit = new("stars") if isinstance(new, type) else getattr(sdk, new)("stars")
    played = sent(sdk, lambda client: client.play(suit=suit))
    assert json.loads(played.content) == {"suit": "stars"}
    assert sent(sdk, lambda client: client.find_cards(suit)).url.path == "/cards/stars"


def test_a_stream_is_asked_for_by_its_text(sdk: ModuleType) -> None:
    wire = Wire(content=b'data: "a"\n\n', media_type="text/event-stream")
    with httpx.Client(transport=httpx.MockTransport(wire.answer)) as http:
        for mode in ("sse", sdk.WatchMode.SSE):
            assert list(sdk.Cards(httpx_client=http).watch(mode=mode)) == ["a"]


@pytest.mark.slow
def test_misspelt_values_are_found(sdk: ModuleType, tmp_path: Path) -> None:
    """mypy and pyright refuse each line that calls with what is no value."""
    assert sdk.__file__ is not None
    text = Path(__file__).with_name("mistakes.txt").read_text(encoding="utf-8")
    program = tmp_path / "mistakes.py"
    program.write_text(text, encoding="utf-8")
    lines = enumerate(text.splitlines(), start=1)
    wrong = [number for number, line in lines if line.startswith("client.")]
    for checker in (["mypy", "--strict"], ["pyright", "--pythonpath", sys.executable]):
        done = subprocess.run(
            [sys.executable, "-m", *checker, str(program)],
            cwd=Path(sdk.__file__).parents[1],
            capture_output=True,
            text=True,
        )
        found = re.findall(
            r"mistakes\.py:(\d+):.* error: |mistakes\.py:(\d+): error", done.stdout
        )
        numbers = {int(first or second) for first, second in found}
        assert sorted(numbers) == wrong, done.stdout
