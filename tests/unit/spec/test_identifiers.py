"""References to schemas by what these call themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdkwright.diagnostics import Diagnostics
from sdkwright.pointer import Pointer
from sdkwright.spec.opening import open_document

DOCUMENT = """
openapi: 3.2.0
$self: https://api.example.com/pets.yaml
components:
  schemas:
    Pet:
      $id: https://schemas.example.com/pet
      $defs: {Name: {$id: name, $anchor: called, $defs: {Part: {}}}}
    Other: {$id: "https://schemas.example.com/other#"}
    Plain: {}
    Odd: {$id: "http://["}
"""
SCHEMAS = "#/components/schemas"
PET, NAME = f"{SCHEMAS}/Pet", f"{SCHEMAS}/Pet/$defs/Name"
REFERENCES = [
    (PET, "#/$defs/Name", NAME),
    (PET, "#", PET),
    (PET, "name", NAME),
    (PET, "other", f"{SCHEMAS}/Other"),
    (PET, "#called", NAME),
    (f"{SCHEMAS}/Odd", "http://[#", f"{SCHEMAS}/Odd"),
    (f"{SCHEMAS}/Odd", "http://]", None),
    (PET, "#/components/schemas/Plain", f"{SCHEMAS}/Plain"),
    (NAME, "#/$defs/Part", f"{NAME}/$defs/Part"),
    (NAME, "pet#/$defs/Name", NAME),
    (
        f"{SCHEMAS}/Plain",
        "https://schemas.example.com/name#/$defs/Part",
        f"{NAME}/$defs/Part",
    ),
    (
        f"{SCHEMAS}/Plain",
        "https://api.example.com/pets.yaml#/components/schemas/Pet",
        PET,
    ),
    (f"{SCHEMAS}/Plain", "pets.yaml#/components/schemas/Pet", PET),
    (f"{SCHEMAS}/Plain", "#/$defs/Name", None),
    (f"{SCHEMAS}/Plain", "https://schemas.example.com/none", None),
]


@pytest.mark.parametrize(("at", "reference", "target"), REFERENCES)
def test_where_it_leads(
    tmp_path: Path, at: str, reference: str, target: str | None
) -> None:
    """An `$id` is the base of what is below it; else the document is."""
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT)
    found = Diagnostics()
    documents = open_document(path, found)
    assert documents is not None
    assert documents.follow(Pointer(at), reference) == target
    assert found.has_errors is (target is None)
