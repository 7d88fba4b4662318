"""Open unions: the variants that the document knows, and `Unknown` for the rest."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from types import FrameType
from typing import Annotated, Any, Literal, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PACKAGE._core.enums import OpenStrEnum
from PACKAGE._core.model import Model
from PACKAGE._core.unions import OpenUnion, Unknown
from pydantic import TypeAdapter
from typing_extensions import TypeAliasType

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


class Cat(Model):
    kind: Literal["cat"]
    lives: int | None = None


class Dog(Model):
    kind: Literal["dog"]
    good: bool | None = None


class Kitten(Model):
    kind: Literal["cat"]
    age: int


class Stone(Model):
    weight: float


Pet: TypeAlias = Annotated[Cat | Dog | Unknown, OpenUnion()]
Tagged: TypeAlias = Annotated[
    Cat | Dog | Stone | Unknown, OpenUnion("kind", {"cat": Cat, "dog": Dog})
]
Shared: TypeAlias = Annotated[
    Cat | Kitten | Pet | Unknown, OpenUnion("kind", {"cat": Cat | Kitten, "dog": Pet})
]
Loose: TypeAlias = Annotated[
    Cat | Any | Unknown, OpenUnion("kind", {"cat": Cat, "any": Any})
]
Thing: TypeAlias = Annotated[Pet | list[Pet] | Stone | str | Unknown, OpenUnion()]
Shelf = TypeAliasType(
    "Shelf", "Annotated[Stone | list[Shelf] | dict[str, Shelf] | Unknown, OpenUnion()]"
)


class Colour(OpenStrEnum):
    RED = "red"


class Home(Model):
    pet: Pet | None = None
    pets: list[Pet] | None = None
    by_name: dict[str, Pet] | None = None
    tagged: Tagged | None = None
    shelf: Shelf | None = None


def read(type_: Any, value: object) -> Any:
    return TypeAdapter(type_).validate_json(json.dumps(value))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "cat", "lives": 9}, Cat(kind="cat", lives=9)),
        ({"kind": "dog"}, Dog(kind="dog")),
        ({"kind": "cow"}, Unknown({"kind": "cow"})),
        ({"kind": "cat", "lives": "many"}, Unknown({"kind": "cat", "lives": "many"})),
        ([{"kind": "cow"}], [Unknown({"kind": "cow"})]),
        ([{"kind": "dog"}], [Dog(kind="dog")]),
        ({"weight": 2.5}, Stone(weight=2.5)),
        ("moss", "moss"),
        (7, Unknown(7)),
        (None, Unknown(None)),
    ],
)
def test_the_variant_that_fits_is_chosen(value: object, expected: object) -> None:
    """Unions nest: an open union in another leaves to its neighbours what is theirs."""
    assert read(Thing, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "dog", "good": True}, Dog(kind="dog", good=True)),
        ({"kind": "cow"}, Unknown({"kind": "cow"})),
        ({"kind": "dog", "good": "very"}, Unknown({"kind": "dog", "good": "very"})),
        ({"kind": 4}, Unknown({"kind": 4})),
        ({}, Unknown({})),
        ({"weight": 1.0}, Stone(weight=1.0)),
        ([], Unknown([])),
        (None, Unknown(None)),
    ],
)
def test_the_tag_decides(value: object, expected: object) -> None:
    """A known tag names the variant; a variant without a tag is tried by its shape."""
    assert read(Tagged, value) == expected


class Bus(Model):
    by: Literal["bus"] | None = None
    line: int | None = None


class Train(Model):
    by: Literal["train"] | None = None
    track: date | None = None


Ride: TypeAlias = Annotated[
    Bus | Train | Unknown, OpenUnion("by", {"bus": Bus, "train": Train})
]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"line": 5}, Bus(line=5)),
        ({"track": "2030-01-02"}, Train(track=date(2030, 1, 2))),
        ({"by": "train", "line": 5}, Train.model_validate({"by": "train", "line": 5})),
        ({"by": "boat", "line": 5}, Unknown({"by": "boat", "line": 5})),
        ({"by": None, "line": 5}, Unknown({"by": None, "line": 5})),
        ([], Unknown([])),
    ],
)
def test_without_a_tag(value: object, expected: object) -> None:
    """A value that does not say which it is is tried by its shape."""
    assert read(Ride, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "cat", "lives": 9}, Cat(kind="cat", lives=9)),
        ({"kind": "cat", "age": 1}, Kitten(kind="cat", age=1)),
        ({"kind": "cat", "lives": "x", "age": "y"}, None),
        ({"kind": "dog", "good": True}, Dog(kind="dog", good=True)),
        ({"kind": "cow"}, None),
    ],
)
def test_a_tag_may_be_shared(value: object, expected: object) -> None:
    """Of the variants with one tag, the one that fits; a variant may be a union."""
    assert read(Shared, value) == (Unknown(value) if expected is None else expected)


def test_a_variant_may_be_anything() -> None:
    """A schema that says nothing has the tag that is its name, and takes all."""
    assert read(Loose, {"kind": "any", "x": 1}) == {"kind": "any", "x": 1}
    assert read(Loose, {"kind": "cat"}) == Cat(kind="cat")
    assert read(Loose, {"kind": "cow"}) == Unknown({"kind": "cow"})


@given(JSON)
def test_nothing_is_lost(value: object) -> None:
    """Whatever a server sends for a union is read, and is sent again as it came."""
    several: list[Any] = [Pet, Tagged, Shared, Shelf]
    for type_ in several:
        adapter: TypeAdapter[Any] = TypeAdapter(type_)
        dumped = adapter.dump_json(adapter.validate_json(json.dumps(value)))
        assert json.loads(dumped) == value


@given(JSON)
def test_unknown_keeps_its_value(value: object) -> None:
    """`Unknown` is its raw value in JSON, in an equality, in a copy and in a pickle."""
    unknown = Unknown(value)
    assert unknown.raw == value
    assert unknown == Unknown(copy.deepcopy(value))
    assert pickle.loads(pickle.dumps(unknown)) == unknown == copy.deepcopy(unknown)
    dumped = TypeAdapter(Any).dump_json({"x": [unknown]})
    assert json.loads(dumped) == {"x": [value]}


HOME: dict[str, Any] = {
    "pet": {"kind": "cat", "lives": 9},
    "pets": [{"kind": "dog"}, {"kind": "cow"}, 3],
    "by_name": {"Tom": {"kind": "cat", "lives": None}, "Sue": [1]},
    "tagged": {"kind": "newt"},
    "shelf": {"left": [{"weight": 1.0}, {"right": []}], "top": "dust"},
}


def test_everywhere_in_a_model() -> None:
    """Lists, maps, optional and recursive places keep their unknown variants."""
    home = Home.model_validate_json(json.dumps(HOME))
    assert home.pets == [Dog(kind="dog"), Unknown({"kind": "cow"}), Unknown(3)]
    assert home.by_name is not None
    assert home.by_name["Sue"] == Unknown([1])
    left = [Stone(weight=1.0), {"right": []}]
    assert home.shelf == {"left": left, "top": Unknown("dust")}
    assert json.loads(home.model_dump_json(exclude_unset=True)) == HOME
    assert home.model_dump(mode="json", exclude_unset=True) == HOME
    assert pickle.loads(pickle.dumps(home)) == home == copy.deepcopy(home)


def test_null_beside_a_union_is_none() -> None:
    """A union that may be null gives None for it, not `Unknown`."""
    assert Home.model_validate_json('{"pet": null}').pet is None


def test_objects_are_taken_as_they_are() -> None:
    """What was made in Python goes in unchanged, without its tag as well."""
    untagged = Cat.model_construct(lives=3)
    unknown = Unknown({"kind": "cow"})
    home = Home(pet=Dog(kind="dog"), pets=[unknown], tagged=untagged)
    assert home.pets is not None
    assert home.pets[0] is unknown
    assert home.tagged is untagged


def python_calls(action: Callable[[], object]) -> set[str]:
    """The names of the Python functions that run while something is done."""
    called: set[str] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            called.add(frame.f_code.co_name)

    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
    return called


def test_reading_calls_no_python() -> None:
    """A union is read in pydantic's core, be its variant known or not."""
    several = json.dumps([{"kind": "cat"}, {"kind": "dog"}, {"kind": "cow"}])
    for adapter in (TypeAdapter(list[Thing]), TypeAdapter(list[Tagged])):
        adapter.validate_json(several)
        read_again = partial(adapter.validate_json, several)
        assert python_calls(read_again) == {"validate_json"}


class Lamp(Model):
    colour: Colour | None = None
    watts: float | None = None


@pytest.mark.parametrize("value", [{"colour": "red"}, {"watts": "5"}, {}, {"x": 1}])
def test_a_variant_that_fits_loosely_is_preferred(value: dict[str, object]) -> None:
    """Also where nothing but the type says that a union is open."""
    assert isinstance(read(Stone | Lamp | Unknown, value), Lamp)
    assert isinstance(read(Annotated[Stone | Lamp | Unknown, OpenUnion()], value), Lamp)
