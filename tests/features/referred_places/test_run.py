from __future__ import annotations

from importlib import import_module
from types import ModuleType


def test_what_is_written_in_place_has_a_name_of_its_place(sdk: ModuleType) -> None:
    """Whoever refers to it: an item is one of the list, a value one of the map."""
    assert set(import_module(f"{sdk.__name__}.models").__all__) == {
        "ListSurveysResponse",
        "ListSurveysResponsePort",
        "Missing",
        "Survey",
    }
