from __future__ import annotations

import copy
import json
import pickle
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both

DRAWING: dict[str, Any] = {
    "shapes": [
        {"kind": "circle", "radius": 1.5},
        {"kind": "square", "side": 2.0},
        {"kind": "hexagon", "sides": 6},
    ],
    "colour": "mauve",
    "level": 9,
    "drawn-at": "2030-01-02T03:04:05",
    "parent": {"shapes": [], "colour": "red"},
    "notes": {"a": "b", "c": None},
    "anything": [1, {"x": None}],
    "invented": True,
}


def read(sdk: ModuleType, **options: object) -> Any:
    wire = Wire(content=json.dumps(DRAWING).encode())
    return both(
        sdk, wire, lambda client: client.get_drawing(), client="Shapes", **options
    )


def test_answers_are_read_without_loss(sdk: ModuleType) -> None:
    """Unknown fields, values, variants and a naive time are kept and sent back."""
    drawing = read(sdk)
    assert type(drawing) is sdk.Drawing
    circle, square, unknown = drawing.shapes
    assert (circle, square) == (
        sdk.Circle(kind="circle", radius=1.5),
        sdk.Square(kind="square", side=2.0),
    )
    assert unknown.raw == {"kind": "hexagon", "sides": 6}
    assert drawing.colour == "mauve"
    assert isinstance(drawing.colour, sdk.Colour)
    assert drawing.level == 9
    assert drawing.parent is not None
    assert drawing.parent.colour is sdk.Colour.RED
    dumped = drawing.model_dump(mode="json", exclude_unset=True)
    assert dumped == DRAWING


def test_copies_and_pickles(sdk: ModuleType) -> None:
    """A model with unknown parts survives copying and pickling, equal to itself."""
    drawing = read(sdk)
    assert copy.deepcopy(drawing) == drawing
    assert pickle.loads(pickle.dumps(drawing)) == drawing


def test_strict_refuses_what_the_document_does_not_say(sdk: ModuleType) -> None:
    """With `strict=True` what the document does not know is an error with its place."""
    with pytest.raises(sdk.UnreadableBodyError) as caught:
        read(sdk, strict=True)
    for place in ("shapes", "colour", "level", "drawn_at", "invented"):
        assert place in str(caught.value)


def test_enum_members_have_readable_names(sdk: ModuleType) -> None:
    """Members are named after their values, whatever the values are."""
    assert [member.value for member in sdk.Colour] == ["red", "dark green", "1"]
    assert sdk.Colour.DARK_GREEN == "dark green"


def test_strict_where_the_document_types_what_it_does_not_name(sdk: ModuleType) -> None:
    """Properties of typed `additionalProperties` are known, their values may not be."""
    wire = Wire(content=b'{"size": "a", "sky": "red"}')
    canvas = both(
        sdk, wire, lambda client: client.get_canvas(), client="Shapes", strict=True
    )
    assert canvas.model_extra == {"sky": sdk.Colour.RED}
    wire = Wire(content=b'{"sky": "mauve"}')
    with pytest.raises(sdk.UnreadableBodyError, match="sky"):
        both(sdk, wire, lambda c: c.get_canvas(), client="Shapes", strict=True)
