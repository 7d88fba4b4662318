"""What arguments are called that would be called the same."""

from __future__ import annotations

from sdkwright.ir.nodes import Place
from unit.python.api_builders import call, parameter, table


def test_parameters_of_several_places() -> None:
    """The same name in two places is told apart by the place; self is taken."""
    bare = call("/pets/{id}")
    several = (
        parameter(bare, "id"),
        parameter(bare, "id", Place.QUERY),
        parameter(bare, "ID", Place.HEADER),
        parameter(bare, "self", Place.COOKIE),
    )
    operation = call("/pets/{id}", parameters=several)
    names = table([operation])
    assert [names.argument(operation.pointer, each.pointer) for each in several] == [
        "id",
        "query_id",
        "header_id",
        "cookie_self",
    ]


def test_parameters_that_are_compared() -> None:
    """What stands behind the words tells apart what has the same ones."""
    bare = call("/pets")
    wire = ("born", "born<", "born>=")
    several = tuple(parameter(bare, each, Place.QUERY) for each in wire)
    operation = call("/pets", parameters=several)
    names = table([operation])
    assert [names.argument(operation.pointer, each.pointer) for each in several] == [
        "born",
        "born_less_than",
        "born_greater_than_or_equal",
    ]
