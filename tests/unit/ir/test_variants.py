"""A union of one variant is that variant."""

from __future__ import annotations

import pytest
from sdkwright.ir.variants import without_union
from sdkwright.pointer import Pointer
from sdkwright.spec.objects import Schema

AT = Pointer("#")
NULL = Schema(pointer=AT, types=("null",))
TEXT = Schema(pointer=AT, types=("string",))
SIZES = Schema(pointer=AT, types=("string",), enum=("s", "m"), title="Sizes")
ONE = Schema(pointer=AT, types=("string",), enum=("s",))
WHOLE = Schema(pointer=AT, types=("integer",))


@pytest.mark.parametrize(
    ("variants", "nullable"),
    [((SIZES, NULL), True), ((TEXT, SIZES), False), ((TEXT, SIZES, NULL), True)],
)
def test_one_variant(variants: tuple[Schema, ...], nullable: bool) -> None:
    """Null and text beside an enum of text leave the enum, at the union's place."""
    place = Pointer("#/components/schemas/Size")
    schema = without_union(
        Schema(pointer=place, any_of=variants, description="How big.")
    )
    assert (schema.pointer, schema.enum) == (place, ("s", "m"))
    assert (schema.nullable, schema.title) == (nullable, "Sizes")
    assert schema.description == "How big."


@pytest.mark.parametrize(
    "schema",
    [
        Schema(pointer=AT, any_of=(SIZES, WHOLE)),
        Schema(pointer=AT, any_of=(TEXT, WHOLE)),
        Schema(pointer=AT, any_of=(TEXT, ONE)),
        Schema(pointer=AT, one_of=(Schema(pointer=AT, ref=AT), NULL)),
        Schema(pointer=AT, one_of=(SIZES, NULL), properties={"a": TEXT}),
        Schema(pointer=AT, one_of=(SIZES,), any_of=(NULL,)),
        Schema(pointer=AT, one_of=(NULL,)),
        SIZES,
    ],
)
def test_what_stays(schema: Schema) -> None:
    """Several variants, a reference, and a union that says more stay what they are."""
    assert without_union(schema) is schema
