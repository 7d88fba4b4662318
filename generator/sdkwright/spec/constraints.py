"""Rules for values: `maximum`, `pattern` and their like (JSON Schema Validation, 6)."""

from __future__ import annotations

from .objects import Json
from .reader import Reader
from .scalars import scalar

_NUMBER, _FLAG, _TEXT = "a number", "true or false", "text"
# OpenAPI 3.0 says by true or false whether a limit itself is left out.
_LIMIT = f"{_NUMBER}, or {_FLAG}"
CONSTRAINTS = {
    "minimum": _NUMBER,
    "maximum": _NUMBER,
    "exclusiveMinimum": _LIMIT,
    "exclusiveMaximum": _LIMIT,
    "multipleOf": _NUMBER,
    "minLength": _NUMBER,
    "maxLength": _NUMBER,
    "pattern": _TEXT,
    "minItems": _NUMBER,
    "maxItems": _NUMBER,
    "uniqueItems": _FLAG,
    "minProperties": _NUMBER,
    "maxProperties": _NUMBER,
}
# Most schemas have none of these: it takes one look at their keys to tell.
_KEYWORDS = frozenset(CONSTRAINTS)


def constraints_of(reader: Reader) -> dict[str, Json]:
    """The rules of a schema, by keyword; one of no use is warned about and left out."""
    values = reader.values
    if _KEYWORDS.isdisjoint(values):
        return {}
    made: dict[str, Json] = {}
    for key, wanted in CONSTRAINTS.items():
        if (value := values.get(key)) is None:
            continue
        meant = scalar(value) if isinstance(value, str) and wanted != _TEXT else value
        if _is(meant, wanted):
            made[key] = meant
        else:
            reader.left_out(key, wanted)
    return made


def _is(value: Json, wanted: str) -> bool:
    if isinstance(value, bool):
        return wanted in (_FLAG, _LIMIT)
    if isinstance(value, int | float):
        return wanted in (_NUMBER, _LIMIT)
    return isinstance(value, str) and wanted == _TEXT
