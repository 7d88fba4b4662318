from __future__ import annotations

import json
from datetime import date
from operator import methodcaller
from types import ModuleType
from typing import Any

import pytest
from features.wire import Wire, both

CARD = {"kind": "visa", "number": "1"}
BANK = {"kind": "giro", "iban": "DE"}


def read(sdk: ModuleType, name: str, value: object, **options: Any) -> Any:
    """What a property of a box is read into; written again it is the same."""
    server = Wire(content=json.dumps({name: value}).encode())
    box = both(sdk, server, methodcaller("get_box"), client="Choices", **options)
    assert json.loads(box.model_dump_json(exclude_unset=True)) == {name: value}
    return getattr(box, name)


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("mapped", CARD, "Card"),
        ("mapped", CARD | {"kind": "master"}, "Card"),
        ("mapped", BANK, "Bank"),
        ("mapped", BANK | {"kind": "crypto"}, "Unknown"),
        ("implicit", CARD | {"kind": "Card"}, "Card"),
        ("implicit", BANK | {"kind": "Bank"}, "Bank"),
        ("by_values", {"kind": "coins"}, "Cash"),
        ("by_values", BANK, "Bank"),
        ("nested", CARD, "Card"),
        ("nested", 5, "int"),
        ("nested", {"other": 1}, "Unknown"),
        ("scalars", 1, "int"),
        ("scalars", True, "bool"),
        ("scalars", "2030-01-02", "date"),
        ("by_shape", {"radius": 1.5}, "Circle"),
        ("by_shape", {"side": 1.5}, "Square"),
        ("by_shape", {"edges": 3}, "Unknown"),
        ("nullable", None, "NoneType"),
        ("nullable", CARD, "Card"),
        ("single", CARD, "Card"),
        ("empty", [1], "list"),
        ("anything", {"a": 1}, "dict"),
        ("anything", "a", "str"),
    ],
)
def test_variants(sdk: ModuleType, name: str, value: object, kind: str) -> None:
    """The variant is told by its tag, by mapping or by name, else by its shape."""
    found = type(read(sdk, name, value)).__name__
    assert found.removeprefix("Box").removesuffix("Variant") in (kind, f"ByShape{kind}")


def test_lists_of_variants(sdk: ModuleType) -> None:
    """Each item for itself."""
    found = read(sdk, "nested", ["x", BANK])
    assert found == ["x", sdk.Bank(kind="giro", iban="DE")]
    assert read(sdk, "lists", ["1"]) == ["1"]
    assert read(sdk, "lists", [1]) == [1]


def test_a_date_among_scalars(sdk: ModuleType) -> None:
    """A text among numbers is the date that it says."""
    assert read(sdk, "scalars", "2030-01-02") == date(2030, 1, 2)


def test_to_the_letter(sdk: ModuleType) -> None:
    """A strict client refuses a variant that the document does not know."""
    with pytest.raises(sdk.UnreadableBodyError, match="mapped is of no known variant"):
        read(sdk, "mapped", BANK | {"kind": "crypto"}, strict=True)
