"""Descriptions of answers and members on pages: lists in them stay lists."""

from __future__ import annotations

from sdkwright.python.text.items import item, paragraph

SAID = "Where:\n- it failed\n  - badly\n- it is spam"


def test_a_list_in_a_paragraph() -> None:
    """It stands below what is said on the one line."""
    made = paragraph("`Pet`.", SAID, "See it.")
    assert made == "`Pet`. See it. Where:\n\n- it failed\n    - badly\n- it is spam"


def test_a_list_in_an_item() -> None:
    """It stands in the item's columns; blank lines have none."""
    made = item("404", SAID)
    assert made == "404. Where:\n\n    - it failed\n        - badly\n    - it is spam"


def test_one_line() -> None:
    """What needs no more stays on one line."""
    assert item("404", "Gone.", "Its body: x") == "404. Gone. Its body: x"
    assert paragraph("`Pet`.", None) == "`Pet`."
