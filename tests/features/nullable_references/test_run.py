from __future__ import annotations

import json
from types import ModuleType

from features.wire import Wire, both

NOBODY = {"captain": None, "cook": None, "mates": [None], "rig": None, "flag": None}


def test_null_where_the_schema_that_is_named_allows_it(sdk: ModuleType) -> None:
    """A component that is nullable is so wherever it is referred to."""
    wire = Wire(content=json.dumps(NOBODY).encode())
    ship = both(sdk, wire, lambda client: client.get_ship(), client="Crews")
    assert ship.captain is None
    assert ship.mates == [None]
    assert ship.model_dump(mode="json", exclude_unset=True) == NOBODY


def test_an_answer_that_is_null(sdk: ModuleType) -> None:
    """The whole answer may be null, too."""
    wire = Wire(content=b"null")
    assert both(sdk, wire, lambda client: client.get_captain(), client="Crews") is None
