"""Values for examples and for the SDK's own tests."""

from __future__ import annotations

from itertools import pairwise

import pytest
from sdkwright.ir.declarations import Field, Model, Origin
from sdkwright.ir.nodes import Api
from sdkwright.ir.types import Literal, Named, Type
from sdkwright.pointer import Pointer, child, last
from sdkwright.python.operations.examples import Maker
from unit.python.api_builders import enum, table

SLOT = enum("Slot", "", "drone", "portal")
NOTHING = enum("Nothing", "")


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (Named(SLOT.pointer), "drone"),
        (Named(NOTHING.pointer), ""),
        (Literal(("", "warp")), "warp"),
    ],
)
def test_a_value_that_tells_something(type_: Type, expected: str) -> None:
    """An empty text is no segment of a path: where there is another, that is taken."""
    declared = [SLOT, NOTHING]
    api = Api(
        pointer=Pointer("#"),
        title="Inventory",
        version="1",
        operations=(),
        declarations={each.pointer: each for each in declared},
    )
    assert (
        Maker(api, table(declarations=declared)).make(type_, "slot").value == expected
    )


def chain(length: int, width: int) -> tuple[Api, list[Model]]:
    """Models each of which requires the next, so many times."""
    places = [Pointer(f"#/components/schemas/Step{at}") for at in range(length + 1)]
    models: list[Model] = []
    for at, below in pairwise(places):
        fields = tuple(
            Field(
                pointer=child(at, "properties", f"part{number}"),
                name=f"part{number}",
                type=Named(below),
                required=True,
            )
            for number in range(width)
        )
        models.append(Model(pointer=at, origin=Origin(label=last(at)), fields=fields))
    models.append(Model(pointer=places[-1], origin=Origin(label="End"), fields=()))
    api = Api(
        pointer=Pointer("#"),
        title="Steps",
        version="1",
        operations=(),
        declarations={each.pointer: each for each in models},
    )
    return api, models


def test_what_is_required_deep_inside_is_there() -> None:
    """A value has all that its type requires, however deep that goes."""
    api, models = chain(12, 1)
    made = Maker(api, table(declarations=models)).make(Named(models[0].pointer), "step")
    assert str(made.value).count("part0") == 12


def test_what_branches_is_cut_off() -> None:
    """Types that require the next one twice would double at every step."""
    api, models = chain(40, 2)
    made = Maker(api, table(declarations=models)).make(Named(models[0].pointer), "step")
    assert str(made.value).count("part") < 1000
