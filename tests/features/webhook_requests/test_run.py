from __future__ import annotations

import importlib
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def webhooks(sdk: ModuleType) -> ModuleType:
    return importlib.import_module(f"{sdk.__name__}.webhooks")


FORM = b"from=%2B49+30&seconds=5&at=2030-01-02T03:04:05Z&kind=voice&new=1"


def test_a_form(webhooks: ModuleType, sdk: ModuleType) -> None:
    """Each field has its type; what is not known of a form is kept."""
    event = webhooks.parse_called(FORM)
    assert isinstance(event, sdk.CalledPayload)
    assert (event.from_, event.seconds, event.kind) == ("+49 30", 5, "voice")
    assert event.at == datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert event.model_extra == {"new": "1"}


@pytest.mark.parametrize(
    ("form", "tags"),
    [
        (b"from=a&tags=x", ["x"]),
        (b"from=a&tags=x&tags=y", ["x", "y"]),
        (b"from=a&tags=", [""]),
    ],
)
def test_a_list_in_a_form(webhooks: ModuleType, form: bytes, tags: list[str]) -> None:
    """A field that is a list is one even where it comes once."""
    assert webhooks.parse_called(form).tags == tags


def test_an_object_in_a_form(webhooks: ModuleType) -> None:
    """It is JSON."""
    event = webhooks.parse_called("from=a&place=%7B%22city%22%3A+%22Ulm%22%7D")
    assert event.place.city == "Ulm"


@pytest.mark.parametrize("form", [b"", b"seconds=5", b"from=a&seconds=x", b"\xff"])
def test_a_form_that_does_not_fit(
    webhooks: ModuleType, sdk: ModuleType, form: bytes
) -> None:
    """It is an error that has the form as it came."""
    with pytest.raises(sdk.UnreadableBodyError, match="called") as caught:
        webhooks.parse_called(form)
    assert caught.value.body == form


def test_a_form_to_the_letter(webhooks: ModuleType, sdk: ModuleType) -> None:
    """An unknown field is a departure."""
    with pytest.raises(sdk.UnreadableBodyError, match="new is an unknown field"):
        webhooks.parse_called(FORM, strict=True)


@pytest.mark.parametrize(
    ("name", "payload", "value"),
    [
        ("logged", "Grüße".encode(), "Grüße"),
        ("logged", "Grüße", "Grüße"),
        ("counted", b" 12\n", 12),
        ("billed", b"<bill><sum>1</sum></bill>", {"sum": "1"}),
        ("recorded", b"RIFF\xff", b"RIFF\xff"),
        ("recorded_heard", b"true", True),
    ],
)
def test_other_payloads(
    webhooks: ModuleType, name: str, payload: bytes | str, value: Any
) -> None:
    """Text is text, XML and JSON are what they say, anything else its bytes."""
    assert getattr(webhooks, f"parse_{name}")(payload) == value


def test_an_answer(sdk: ModuleType) -> None:
    """What the API wants to be answered is a model, as it is sent."""
    answer = sdk.CalledAnswer(action="ring", secret="s")
    assert answer.model_dump() == {"action": "ring", "secret": "s"}
