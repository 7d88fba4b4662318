"""Names of schemas that are longer than a reader takes in."""

from __future__ import annotations

from sdkwright.diagnostics import Diagnostics
from unit.python.api_builders import model, table


def test_namespaces_go_first() -> None:
    """Of two that begin alike the second is called by its end, and by no number."""
    space = f"{'Department.' * 6}System.Collections.Generic."
    found = Diagnostics()
    several = [model(f"{space}ListOf{each}") for each in ("Customers", "Invoices")]
    names = table(declarations=several, found=found)
    first, second = (names.declaration(each.pointer) for each in several)
    assert first.startswith("DepartmentDepartment")
    assert second.endswith("CollectionsGenericListOfInvoices")
    assert not found
