"""Enumerations: which become classes, and what their members are called."""

from __future__ import annotations

from ..pointer import child
from ..spec.objects import Json, Schema
from .declarations import Member

# Names of members, by position in a list or by value in a mapping.
NAMES = ("x-speakeasy-enums", "x-enum-varnames", "x-enumNames", "x-enum-names")
DESCRIPTIONS = (
    "x-speakeasy-enum-descriptions",
    "x-enum-descriptions",
    "x-enumDescriptions",
)


def members_of(schema: Schema) -> tuple[Member, ...] | None:
    """The members of an enum of text or of whole numbers, null apart, each once.

    None for any other enum: that is a choice of literals.
    """
    values = tuple(value for value in schema.enum or () if value is not None)
    if not values:
        return None
    text = all(isinstance(value, str) for value in values)
    numbers = all(isinstance(v, int) and not isinstance(v, bool) for v in values)
    if not text and not numbers:
        return None
    names = _listed(schema, *NAMES)
    described = _listed(schema, *DESCRIPTIONS)
    overrides = {**_values_of(schema, "x-ms-enum"), **_overrides(schema)}
    made: dict[str | int, Member] = {}
    places = [at for at, each in enumerate(schema.enum or ()) if each is not None]
    for index, (place, value) in enumerate(zip(places, values, strict=True)):
        assert isinstance(value, str | int)
        name, said = overrides.get(str(value), (None, None))
        made.setdefault(
            value,
            Member(
                pointer=child(schema.pointer, "enum", place),
                value=value,
                wanted=name or _pick(names, index, value),
                description=said or _pick(described, index, value),
            ),
        )
    return tuple(made.values())


def _listed(schema: Schema, *keys: str) -> Json:
    return next(
        (schema.extensions[key] for key in keys if key in schema.extensions), None
    )


def _pick(listed: Json, index: int, value: Json) -> str | None:
    """The entry for a member: by position in a list, by value in a mapping."""
    entry: Json = None
    if isinstance(listed, list) and index < len(listed):
        entry = listed[index]
    elif isinstance(listed, dict):
        entry = listed.get(str(value))
    return entry if isinstance(entry, str) and entry else None


def _overrides(schema: Schema) -> dict[str, tuple[str | None, str | None]]:
    """Names and descriptions by value, as in `x-fern-enum`."""
    made: dict[str, tuple[str | None, str | None]] = {}
    fern = schema.extensions.get("x-fern-enum")
    for value, entry in fern.items() if isinstance(fern, dict) else ():
        if isinstance(entry, dict):
            made[value] = (_text(entry.get("name")), _text(entry.get("description")))
    return made


def _values_of(schema: Schema, key: str) -> dict[str, tuple[str | None, str | None]]:
    """What `x-ms-enum` says of each value: `values: [{value, name, description}]`."""
    said = schema.extensions.get(key)
    values = said.get("values") if isinstance(said, dict) else None
    made: dict[str, tuple[str | None, str | None]] = {}
    for each in values if isinstance(values, list) else ():
        if isinstance(each, dict):
            name, described = _text(each.get("name")), _text(each.get("description"))
            made[str(each.get("value"))] = (name, described)
    return made


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None
