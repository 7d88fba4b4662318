"""Open enums: what the document knows, and whatever else a server sends."""

from __future__ import annotations

import copy
import gc
import json
import pickle
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PACKAGE._core.enums import OpenIntEnum, OpenStrEnum
from PACKAGE._core.model import Model
from pydantic import TypeAdapter, ValidationError


class Colour(OpenStrEnum):
    RED = "red"
    BLUE = "blue"


class Level(OpenIntEnum):
    LOW = 1
    HIGH = 2


class Paint(Model):
    colour: Colour
    level: Level


UNKNOWN_TEXT = st.text().filter(lambda text: text not in {"red", "blue"})
UNKNOWN_NUMBER = st.integers().filter(lambda number: number not in {1, 2})


@given(UNKNOWN_TEXT)
def test_unknown_text_is_kept_as_itself(text: str) -> None:
    """A member of unknown text is the text, equal and hashed as it is."""
    member = Colour(text)
    assert isinstance(member, Colour)
    assert member == text
    assert member == Colour(text)
    assert hash(member) == hash(text)
    assert str(member) == member.value == text
    assert not member.is_known


@given(UNKNOWN_NUMBER)
def test_unknown_number_is_kept_as_itself(number: int) -> None:
    """A member of an unknown number is the number."""
    member = Level(number)
    assert isinstance(member, Level)
    assert member == number == int(member)
    assert hash(member) == hash(number)
    assert not member.is_known


@given(UNKNOWN_TEXT, UNKNOWN_NUMBER)
def test_unknown_members_travel(text: str, number: int) -> None:
    """They are copied, pickled and written as JSON without loss."""
    for member in (Colour(text), Level(number)):
        assert copy.copy(member) == copy.deepcopy(member) == member
        again = pickle.loads(pickle.dumps(member))
        assert (type(again), again) == (type(member), member)
        assert json.loads(json.dumps(member)) == member.value


@pytest.mark.parametrize("kind", [Colour, Level])
def test_the_class_does_not_grow(kind: type[Enum]) -> None:
    """A class keeps its members and no others, whatever was made of it."""
    before = dict(kind.__members__)
    for number in range(100):
        kind(str(number) if kind is Colour else number + 10)
    gc.collect()
    assert dict(kind.__members__) == before
    assert list(kind) == list(before.values())
    assert sum(isinstance(each, kind) for each in gc.get_objects()) <= len(before)


def test_known_members_are_the_members() -> None:
    """A known value gives the one member, also after a pickle and a copy."""
    assert Colour("red") is Colour.RED
    assert pickle.loads(pickle.dumps(Level.HIGH)) is Level.HIGH
    assert copy.deepcopy(Colour.RED) is Colour.RED
    assert Colour.RED.is_known
    assert Level.LOW.is_known


def test_a_value_that_is_called_as_a_member_is_not_that_member() -> None:
    """`RED` is no value of the enum, though it is a member's name."""
    assert Colour("RED") != Colour.RED
    assert not Colour("RED").is_known


def test_reprs_tell_what_is_known() -> None:
    """A member shows its name, an unknown value how it can be made again."""
    assert repr(Colour.RED) == "<Colour.RED: 'red'>"
    assert repr(Colour("mauve")) == "Colour('mauve')"
    assert repr(Level(7)) == "Level(7)"


@given(UNKNOWN_TEXT, UNKNOWN_NUMBER.filter(lambda number: abs(number) < 2**63))
def test_models_keep_unknown_values(text: str, number: int) -> None:
    """A model reads unknown values from JSON and writes them again."""
    sent = json.dumps({"colour": text, "level": number})
    paint = Paint.model_validate_json(sent)
    assert (paint.colour, paint.level) == (text, number)
    assert isinstance(paint.colour, Colour)
    assert json.loads(paint.model_dump_json()) == json.loads(sent)


@pytest.mark.parametrize("wrong", ["1", "null", "{}", "[]", "1.5"])
def test_another_kind_of_value_is_an_error(wrong: str) -> None:
    """Only text fits an enum of text: what is not, is not made text."""
    with pytest.raises(ValidationError):
        TypeAdapter(Colour).validate_json(wrong)
