"""Values for examples and for the SDK's own tests."""

from __future__ import annotations

import pytest
from sdkwright.ir.nodes import Api
from sdkwright.ir.types import Literal, Named, Type
from sdkwright.pointer import Pointer
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
