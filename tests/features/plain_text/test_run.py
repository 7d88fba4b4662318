from __future__ import annotations

from types import ModuleType

import pytest
from features.wire import Wire, both


def test_words_that_are_no_strings(sdk: ModuleType) -> None:
    """True, false and numbers are sent and read as what they are."""
    wire = Wire(content=b"17\n", media_type="text/plain")
    assert both(sdk, wire, lambda c: c.switch(body=True), client="Lamp") == 17
    assert wire.last.content == b"true"
    assert wire.last.headers["content-type"] == "text/plain"


def test_text_is_as_it_came(sdk: ModuleType) -> None:
    """A text is never taken for anything else."""
    wire = Wire(content=b"17\n", media_type="text/plain")
    assert both(sdk, wire, lambda client: client.get_name(), client="Lamp") == "17\n"


def test_a_word_that_is_no_number(sdk: ModuleType) -> None:
    """What fits no type is an error that says so."""
    wire = Wire(content=b"often", media_type="text/plain")
    with pytest.raises(sdk.UnreadableBodyError, match="does not fit"):
        both(sdk, wire, lambda client: client.switch(body=True), client="Lamp")
