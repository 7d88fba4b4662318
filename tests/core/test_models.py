"""Models are values: equal, printed, copied, pickled and dumped without a loss."""

from __future__ import annotations

import copy
import datetime
import pickle
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Literal

import pytest
from library import httpx
from PACKAGE._core.answer import Received, failure, read
from PACKAGE._core.as_written import AS_WRITTEN
from PACKAGE._core.enums import OPEN, OpenIntEnum, OpenStrEnum
from PACKAGE._core.errors import (
    ApiTimeoutError,
    CredentialError,
    NotFoundError,
    SdkError,
    UnreadableBodyError,
)
from PACKAGE._core.in_base64 import IN_BASE64
from PACKAGE._core.list_pages import ListPage
from PACKAGE._core.model import Model
from PACKAGE._core.operation import Operation
from PACKAGE._core.pages import PageOf
from PACKAGE._core.unions import OpenUnion, Unknown
from pydantic import Field, TypeAdapter


class Colour(OpenStrEnum):
    RED = "red"


class Level(OpenIntEnum):
    LOW = 1


class Cat(Model):
    kind: Literal["cat"]


class Dog(Model):
    kind: Literal["dog"]


class Thing(Model):
    """One field of each kind that remembers more than its type does."""

    colour: Colour
    level: Level | None = None
    shape: Annotated[Literal["round"], OPEN] | None = None
    pet: Annotated[Cat | Dog | Unknown, OpenUnion("kind", {"cat": Cat, "dog": Dog})] = (
        Cat(kind="cat")
    )
    data: Annotated[bytes | None, IN_BASE64] = None
    took: Annotated[datetime.timedelta | None, AS_WRITTEN] = None
    price: Annotated[Decimal | None, AS_WRITTEN] = None
    drawn_at: Annotated[datetime.datetime | None, Field(alias="drawn-at")] = None
    child: Thing | None = None


class Things(PageOf[Thing], items="items"):
    items: list[Thing]


KNOWN = (
    '{"colour":"red","level":1,"pet":{"kind":"dog"},"drawn-at":"2030-01-01T00:00:00Z"}'
)
UNKNOWN = (
    '{"colour":"blue","level":9,"shape":"square","pet":{"kind":"bird","wings":[1,{}]},'
    '"data":"ZGF-","took":"P1M","price":"1.10","child":{"colour":"none","x":null},'
    '"new":{"a":[1.0,"b"]}}'
)


def pickled(protocol: int, value: Any) -> Any:
    return pickle.loads(pickle.dumps(value, protocol))


WAYS: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "model_copy": lambda value: value.model_copy(),
    "model_copy, deep": lambda value: value.model_copy(deep=True),
    "dump": lambda value: type(value)(**value.model_dump(exclude_unset=True)),
    "dump as JSON": lambda value: type(value).model_validate(
        value.model_dump(mode="json", exclude_unset=True)
    ),
    "JSON": lambda value: type(value).model_validate_json(
        value.model_dump_json(exclude_unset=True)
    ),
    **{f"pickle {each}": partial(pickled, each) for each in range(6)},
}


@pytest.mark.parametrize("written", [KNOWN, UNKNOWN], ids=["known", "unknown"])
@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_lost(way: str, written: str) -> None:
    """What comes out is equal, of the same types, and written as it came."""
    thing = Thing.model_validate_json(written)
    made = WAYS[way](thing)
    assert made == thing
    assert made.model_dump_json(exclude_unset=True) == written
    assert made.model_fields_set == thing.model_fields_set
    for name in ("colour", "level", "shape", "pet", "child"):
        assert type(getattr(made, name)) is type(getattr(thing, name))


@pytest.mark.parametrize("way", WAYS)
def test_pages(way: str) -> None:
    """A page is its items, wherever it goes."""
    page = Things(items=[Thing.model_validate_json(UNKNOWN)])
    made = WAYS[way](page)
    assert made == page
    assert list(made) == list(page)
    if not way.startswith(("model", "dump", "JSON")):
        numbers = WAYS[way](ListPage([1, 2]))
        assert (type(numbers), list(numbers)) == (ListPage, [1, 2])


def test_copies_are_apart() -> None:
    """What is changed in a deep copy stays in it."""
    thing = Thing.model_validate_json(UNKNOWN)
    made = copy.deepcopy(thing)
    assert made.child is not None
    assert made.model_extra is not None
    made.child.colour = Colour.RED
    made.model_extra["new"]["a"] = []
    assert thing.model_dump_json(exclude_unset=True) == UNKNOWN
    assert made != thing


def test_equal_is_what_is_equal() -> None:
    """By value, and by class; an unset field is as good as its default."""
    assert Thing(colour=Colour.RED) == Thing(colour=Colour("red"), level=None)
    assert Thing(colour=Colour.RED) != Thing(colour=Colour("blue"))
    cat: Model = Cat.model_construct(kind="x")
    assert cat != Dog.model_construct(kind="x")
    assert Unknown({"a": 1}) == Unknown({"a": 1}) != Unknown({"a": 2})


def test_it_is_printed_as_it_is_made() -> None:
    """The fields that were set, unknown ones too, as Python has them."""
    assert repr(Thing(colour=Colour.RED)) == "Thing(colour=<Colour.RED: 'red'>)"
    assert repr(Thing.model_validate_json(UNKNOWN)) == (
        "Thing(colour=Colour('blue'), level=Level(9), shape='square', "
        "pet=Unknown(root={'kind': 'bird', 'wings': [1, {}]}), data=b'da~', "
        "took=datetime.timedelta(days=30), price=Decimal('1.10'), "
        "child=Thing(colour=Colour('none'), x=None), new={'a': [1.0, 'b']})"
    )


def test_dumped_for_python() -> None:
    """Under the names of the API, or one's own; values as Python has them."""
    thing = Thing.model_validate_json(KNOWN)
    when = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)
    dumped = thing.model_dump(exclude_unset=True)
    pet = {"kind": "dog"}
    assert dumped == {"colour": "red", "level": 1, "pet": pet, "drawn-at": when}
    assert thing.model_dump(by_alias=False)["drawn_at"] == when
    assert thing.model_dump(exclude_none=True) == dumped


def test_members_are_values() -> None:
    """A member without a name equals its value, in sets and in JSON as well."""
    for member, value in ((Colour("blue"), "blue"), (Level(9), 9)):
        assert (member == value, hash(member) == hash(value)) == (True, True)
        assert member in {value: 1}
        assert TypeAdapter(type(member)).dump_python(member, mode="json") == value
        for way in (copy.copy, copy.deepcopy, WAYS["pickle 2"]):
            assert (type(way(member)), way(member)) == (type(member), member)
            assert not way(member).is_known


@pytest.mark.parametrize(
    "error",
    [
        NotFoundError("GET /x", 404, httpx.Headers({"x-request-id": "7"}), {"a": 1}),
        UnreadableBodyError("no", 200, httpx.Headers(), b"x"),
        ApiTimeoutError("late"),
        CredentialError("refused", 400, "invalid_grant"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_travel(error: SdkError) -> None:
    """An error comes out of another process, or a copy, as it went in."""
    for way in ("copy", "deepcopy", "pickle 5"):
        made = WAYS[way](error)
        assert (type(made), str(made)) == (type(error), str(error))
        assert {**vars(made)} == {**vars(error)}


class Person(Model):
    """Which had a field `userId` before it came to have a field `user_id`."""

    user_id: Annotated[str | None, Field(alias="userId")] = None
    user_id_field: Annotated[str | None, Field(alias="user_id")] = None


@pytest.mark.parametrize("status", [200, 404])
def test_a_field_is_read_by_its_name_in_the_answer(status: int) -> None:
    """What one field is called in Python may be the name of another one there."""
    received = Received("GET /", status, {}, b'{"user_id": "a"}')
    operation: Operation[Person] = Operation(
        method="GET",
        path="/",
        returns=lambda: Person,
        errors={"404": lambda: Person},
    )
    if status == 200:
        person = read(operation, received, strict=False)
    else:
        person = failure(operation, received).body
    assert (person.user_id, person.user_id_field) == (None, "a")
