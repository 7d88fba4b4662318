"""Rendered models read, keep and send what the document says."""

from __future__ import annotations

import copy
import json
import pickle
import warnings
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from sdkwright.ir.types import Anything, Kind, List, Map, Scalar, Tuple, Type, Union
from unit.models.making import (
    NUMBER,
    TEXT,
    WHOLE,
    alias,
    always,
    enum,
    field,
    imported,
    maybe,
    model,
    one_of,
    ref,
)

KEEPER = model(
    "Keeper",
    field("firstName", required=True),
    field("born", Scalar(Kind.DATE)),
    field("seen", Scalar(Kind.DATE_TIME)),
    field("badge", Scalar(Kind.BYTES)),
    field("shift", List(Scalar(Kind.DURATION))),
    field("pay", maybe(Scalar(Kind.DECIMAL)), required=True),
    field("kind", ref("Kind")),
    field("pet", ref("Pet")),
    field("boss", ref("Keeper")),
    field("place", Tuple((NUMBER, NUMBER))),
    field("notes", Anything()),
    field("either", Union((TEXT, List(TEXT)))),
    field("inside", Union((ref("Cat"), TEXT))),
)
ZOO = (
    KEEPER,
    enum("Kind", "day", "night"),
    model("Cat", field("petType", always("cat"), required=True), field("lives", WHOLE)),
    model("Dog", field("petType", always("dog"), required=True)),
    alias("Pet", one_of("Cat", "Dog", tag="petType", cat="Cat", dog="Dog")),
)
ANSWER: dict[str, Any] = {
    "firstName": "Ida",
    "seen": "2030-01-02T03:04:05",
    "badge": "AQI=",
    "shift": ["P1M", "PT8H"],
    "pay": "10.50",
    "kind": "dusk",
    "pet": {"petType": "newt", "legs": 4},
    "boss": {
        "firstName": "Bo",
        "pay": None,
        "pet": {"petType": "cat", "lives": 9, "likes": ["fish"]},
    },
    "place": [1.5, 2.5],
    "notes": {"a": [None]},
    "either": ["x"],
    "inside": [],
    "hired": True,
}


@pytest.fixture
def zoo(tmp_path: Path) -> Any:
    return imported(tmp_path, *ZOO)


def test_an_answer_makes_the_round_trip(zoo: Any) -> None:
    """All is kept: unknown fields, values, variants, and how things were written."""
    keeper = zoo.Keeper.model_validate_json(json.dumps(ANSWER))
    assert keeper.first_name == "Ida"
    assert keeper.badge == b"\1\2"
    assert keeper.kind == zoo.Kind("dusk")
    assert keeper.pet.raw == {"petType": "newt", "legs": 4}
    assert keeper.boss.pet == zoo.Cat(pet_type="cat", lives=9, likes=["fish"])
    assert keeper.born is None
    assert keeper.seen.tzinfo is None
    assert keeper.inside.raw == []
    assert keeper.hired is True
    assert keeper.model_dump(mode="json", exclude_unset=True) == ANSWER
    dumped = TypeAdapter(Any).dump_json([keeper], by_alias=True, exclude_unset=True)
    assert json.loads(dumped) == [ANSWER]


def test_copies_and_pickles(zoo: Any) -> None:
    """A model survives copying and pickling, equal and complete."""
    keeper = zoo.Keeper.model_validate_json(json.dumps(ANSWER))
    for again in (copy.deepcopy(keeper), pickle.loads(pickle.dumps(keeper))):
        assert again == keeper
        assert again.model_dump(mode="json", exclude_unset=True) == ANSWER


def test_both_names_are_accepted(zoo: Any) -> None:
    """A field is set by its Python name or its wire name, and sent by the latter."""
    by_name = zoo.Keeper(first_name="Ida", pay=None)
    assert by_name == zoo.Keeper(firstName="Ida", pay=None)
    assert by_name.model_dump(exclude_unset=True) == {"firstName": "Ida", "pay": None}


def test_only_what_was_set_is_sent(zoo: Any) -> None:
    """None that was set is sent as null; what was not set is not sent."""
    keeper = zoo.Keeper(first_name="Ida", pay=None, born=None)
    keeper.notes = 1
    dumped = json.loads(keeper.model_dump_json(exclude_unset=True))
    assert dumped == {"firstName": "Ida", "pay": None, "born": None, "notes": 1}


def test_the_repr_shows_what_was_set(zoo: Any) -> None:
    """A model of many fields shows those that say something, and unknown ones."""
    keeper = zoo.Keeper.model_validate({"firstName": "Ida", "pay": None, "x": 1})
    assert repr(keeper) == "Keeper(first_name='Ida', pay=None, x=1)"


def test_what_is_required_is_required(zoo: Any) -> None:
    """An answer without a required field does not fit its model."""
    with pytest.raises(ValidationError):
        zoo.Keeper.model_validate_json("{}")


def test_additional_properties_have_a_type(tmp_path: Path) -> None:
    """Unknown fields are read in their type; one that does not fit stays raw."""
    models = imported(
        tmp_path,
        model("Scores", field("name"), extra=Scalar(Kind.DATE)),
        model("Tree", field("name"), extra=ref("Tree")),
        model("Bag", field("name"), extra=ref("Thing")),
        model("Loose", field("name"), extra=Anything()),
        alias("Thing", one_of("Bag", "Tree")),
    )
    sent = '{"name":"x","a":"2030-01-02","b":"soon","c":[1]}'
    scores = models.Scores.model_validate_json(sent)
    assert scores.a.year == 2030
    assert scores.b.raw == "soon"
    assert scores.model_extra["c"].raw == [1]
    assert scores.model_dump_json() == sent
    tree = models.Tree.model_validate_json('{"left":{"right":{"name":"leaf"}}}')
    assert tree.left.right == models.Tree(name="leaf")
    assert models.Bag.model_validate_json('{"x":7}').x.raw == 7
    assert models.Loose.model_validate_json('{"x":7}').x == 7


RECURSIVE = (
    alias("Data", maybe(Union((TEXT, NUMBER, List(ref("Data")), Map(ref("Data")))))),
    alias("Odd", List(ref("Even")), "A list of even ones."),
    alias("Even", Map(ref("Odd"))),
    alias("Branch", one_of("Leaf", "Node")),
    alias("Branches", List(ref("Branch"))),
    model("Leaf", field("colour", required=True)),
    model("Node", field("below", ref("Branches"), required=True)),
    model("Box", field("json", ref("Data")), field("odd", ref("Odd"))),
)


def test_recursion(tmp_path: Path) -> None:
    """Types that are made of themselves: by a class, by aliases, by one alias alone."""
    models = imported(tmp_path, *RECURSIVE)
    sent = {"json": [1.5, {"a": [None, "x"]}], "odd": [{"a": [{"b": []}]}]}
    box = models.Box.model_validate_json(json.dumps(sent))
    assert (box.json_, box.odd) == (sent["json"], sent["odd"])
    assert box.model_dump(exclude_unset=True) == sent
    branches: TypeAdapter[Any] = TypeAdapter(models.Branches)
    tree = [{"below": [{"colour": "red"}, {"below": []}, {"x": 1}]}]
    read = branches.validate_json(json.dumps(tree))
    assert type(read[0].below[0]) is models.Leaf
    assert read[0].below[2].raw == {"x": 1}
    assert json.loads(branches.dump_json(read)) == tree


def test_names_that_hide_types(tmp_path: Path) -> None:
    """A field may be called as a type that a later field of its class has."""
    hiding = ("list", "str", "dict", "int", "float", "bool", "bytes", "property")
    scalars: dict[str, Type] = {
        "date": Scalar(Kind.DATE),
        "datetime": Scalar(Kind.DATE_TIME),
        "time": Scalar(Kind.TIME),
        "timedelta": Scalar(Kind.DURATION),
        "decimal": Scalar(Kind.DECIMAL),
        "uuid": Scalar(Kind.UUID),
        "data": Scalar(Kind.BYTES),
        "day": Scalar(Kind.DATE),
        "names": Map(List(TEXT)),
        "counts": Tuple((WHOLE, NUMBER, Scalar(Kind.BOOLEAN))),
    }
    fields = [field(name) for name in hiding]
    fields += [field(name, type_) for name, type_ in scalars.items()]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        models = imported(tmp_path, model("Hiding", *fields, extra=TEXT))
        made = models.Hiding.model_validate_json(
            '{"list": "l", "date": "2030-01-02", "day": "2030-01-02", "time": "10:00",'
            ' "uuid": "12345678123456781234567812345678", "names": {"a": ["b"]},'
            ' "counts": [1, 2.5, true], "timedelta": "P1M", "data": "AQ==", "z": "y"}'
        )
    assert made.day == made.date
    assert made.names == {"a": ["b"]}
    assert made.counts == (1, 2.5, True)
    assert (made.data, made.z) == (b"\1", "y")


def test_constraints_and_defaults_are_told_and_not_applied(tmp_path: Path) -> None:
    """An answer may break what the document promises; the server fills defaults."""
    models = imported(
        tmp_path,
        model(
            "Page",
            field("size", WHOLE, default=(50,), constraints={"maximum": 100}),
        ),
    )
    assert models.Page.model_validate_json('{"size": 500}').size == 500
    assert models.Page().size is None
    written = (tmp_path / "zoo" / "models" / "page.py").read_text(encoding="utf-8")
    assert "At most 100. Default: 50." in written
