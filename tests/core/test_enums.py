"""Open enums among the variants of a union."""

from __future__ import annotations

from typing import Any

import pytest
from PACKAGE._core.enums import OpenIntEnum, OpenStrEnum
from pydantic import TypeAdapter


class Answer(OpenStrEnum):
    TRUE = "true"
    SEVEN = "7"


class Model(OpenStrEnum):
    LARGE = "large"


class Level(OpenIntEnum):
    LOW = 1


@pytest.mark.parametrize(
    ("union", "written", "read"),
    [
        (bool | Answer, '"true"', Answer.TRUE),
        (bool | Answer, "true", True),
        (int | Answer, '"7"', Answer.SEVEN),
        (int | Answer, "7", 7),
        (Answer | Model, '"large"', Model.LARGE),
        (Model | Answer, '"large"', Model.LARGE),
        (Answer | Model, '"small"', Answer("small")),
        (Level | Answer, "2", Level(2)),
        (Level | bool, "true", True),
        (Level | bool, "1", Level.LOW),
        (Level | Answer, '"7"', Answer.SEVEN),
        (Answer | Level | None, "null", None),
    ],
)
def test_who_knows_a_value_gets_it(union: Any, written: str, read: object) -> None:
    """No variant takes what another one knows, nor a text for what it looks like."""
    value = TypeAdapter(union).validate_json(written)
    assert type(value) is type(read)
    assert value == read


@pytest.mark.parametrize("value", [Answer.TRUE, Answer("new"), Level.LOW, Level(9)])
def test_members_are_taken_as_they_are(value: Any) -> None:
    """Also those without a name."""
    read = TypeAdapter(Answer | Level).validate_python(value)
    assert read is value or (type(read) is type(value) and read == value)
