from __future__ import annotations

import json
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both


def read(sdk: ModuleType, **value: object) -> Any:
    """What a thing's JSON is read into; written again it is the same."""
    server = Wire(content=json.dumps(value).encode())
    thing = both(sdk, server, methodcaller("get_thing", "1"), client="AllOf")
    assert json.loads(thing.model_dump_json(exclude_unset=True)) == value
    return thing


def test_merged(sdk: ModuleType) -> None:
    """Properties of all parts, required where any part says so."""
    merged = sdk.Merged(id=1, note="n", size=2, last=True)
    assert merged.model_dump() == {"id": 1, "note": "n", "size": 2, "last": True}
    with pytest.raises(ValueError, match="note"):
        sdk.Merged(id=1, size=2)
    whole = {"id": 1, "note": "long", "size": 99}
    assert read(sdk, merged=whole).merged.note == "long"


def test_narrowed(sdk: ModuleType) -> None:
    """Of two types and of two lists of values the ones that both allow."""
    assert read(sdk, narrowed={"value": 1, "level": "b"}).narrowed.value == 1
    assert [each.value for each in sdk.NarrowedLevel] == ["b", "c"]


@pytest.mark.parametrize("x", ["a", 1])
def test_a_conflict(sdk: ModuleType, x: object) -> None:
    """Where no value meets both, one that meets either is taken: a server sent it."""
    assert read(sdk, conflict={"x": x}).conflict.x == x


def test_one_part(sdk: ModuleType) -> None:
    """A reference alone, or with words beside it, is what it refers to."""
    thing = read(sdk, same={"id": 1}, inline={"id": 2}, short="long enough")
    assert thing.same == sdk.Base(id=1)
    assert thing.inline == sdk.Base(id=2)
    assert thing.short == "long enough"


def test_items(sdk: ModuleType) -> None:
    """Items are merged as well."""
    (row,) = read(sdk, rows=[{"a": "x", "b": 1}]).rows
    assert (row.a, row.b) == ("x", 1)


def test_properties(sdk: ModuleType) -> None:
    """A property that two parts describe has what both say, in a class of its own."""
    part = read(
        sdk, deep={"part": {"a": 1, "b": 2, "again": {"part": {"a": 3}}}}
    ).deep.part
    assert (part.a, part.b, part.again.part.a) == (1, 2, 3)
    with pytest.raises(ValueError, match="b"):
        type(part)(a=1)
    assert sdk.LeftPart(a=1).model_dump(exclude_unset=True) == {"a": 1}


@pytest.mark.parametrize(("name", "other"), [("x", "y"), ("y", "x")])
def test_a_choice(sdk: ModuleType, name: str, other: str) -> None:
    """A choice among the parts leaves variants, each with all that is common."""
    chosen = read(sdk, chosen={"id": 1, name: 5}).chosen
    assert (chosen.id, getattr(chosen, name)) == (1, 5)
    assert not hasattr(chosen, other)


@pytest.mark.parametrize(
    ("animal", "kind"),
    [
        ({"kind": "dog", "good": True}, "Dog"),
        ({"kind": "Cat", "lives": 9}, "Cat"),
        ({"kind": "cow", "name": "Emma"}, "Unknown"),
    ],
)
def test_heirs(sdk: ModuleType, animal: dict[str, object], kind: str) -> None:
    """A base with a discriminator is one of its heirs, by mapping or by name."""
    assert type(read(sdk, animal=animal).animal).__name__ == kind
