"""Small APIs, built by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sdkwright.config import Target
from sdkwright.diagnostics import Diagnostics
from sdkwright.ir.declarations import Declaration, Enum, Field, Member, Model, Origin
from sdkwright.ir.nodes import (
    Api,
    Operation,
    Parameter,
    Place,
)
from sdkwright.ir.types import Kind, Scalar
from sdkwright.pointer import Pointer, child
from sdkwright.python.names.table import NameTable, assign_names

STRING = Scalar(Kind.STRING)
TARGET = Target(name="pets", spec=Path("openapi.yaml"), output=Path("out"))
SCHEMAS = Pointer("#/components/schemas")


def call(
    path: str, method: str = "get", operation_id: str | None = None, **more: object
) -> Operation:
    at = child(Pointer("#/paths"), path, method)
    made = Operation(pointer=at, operation_id=operation_id, method=method, path=path)
    for key, value in more.items():
        object.__setattr__(made, key, value)
    return made


def parameter(of: Operation, name: str, place: Place = Place.PATH) -> Parameter:
    return Parameter(
        pointer=child(of.pointer, "parameters", f"{place.value} {name}"),
        name=name,
        place=place,
        type=STRING,
        required=True,
        style="simple",
        explode=False,
    )


def model(
    label: str,
    *fields: str,
    owner: Pointer | None = None,
    title: str | None = None,
    wanted: str | None = None,
) -> Model:
    at = child(owner or SCHEMAS, label)
    several = tuple(
        Field(
            pointer=child(at, "properties", each), name=each, type=STRING, required=True
        )
        for each in fields
    )
    origin = Origin(label=label, owner=owner, title=title, wanted=wanted)
    return Model(pointer=at, origin=origin, fields=several)


def enum(label: str, *values: str | int) -> Enum:
    at = child(SCHEMAS, label)
    return Enum(
        pointer=at,
        origin=Origin(label=label),
        members=tuple(
            Member(pointer=child(at, "enum", index), value=value)
            for index, value in enumerate(values)
        ),
    )


def table(
    operations: Iterable[Operation] = (),
    declarations: Iterable[Declaration] = (),
    found: Diagnostics | None = None,
    target: Target = TARGET,
    **more: object,
) -> NameTable:
    api = Api(
        pointer=Pointer("#"),
        title="Pet Store API",
        version="1",
        operations=tuple(operations),
        declarations={each.pointer: each for each in declarations},
    )
    for key, value in more.items():
        object.__setattr__(api, key, value)
    return assign_names(api, target, Diagnostics() if found is None else found)
