"""The values that a schema lists, in the type that it names.

`type: string, enum: [1, 2]` is what is left of text without quotes: no value fits both.
"""

from __future__ import annotations

import json
from typing import Any

from ..pointer import child
from .objects import Json
from .reader import Reader

_SHOWN = 5  # of the values of an enum that may be long
_LISTED = frozenset({"const", "enum"})
_SCALARS = frozenset({"string", "integer", "number", "boolean"})


def in_type(
    reader: Reader, types: tuple[str, ...], facts: dict[str, Any]
) -> dict[str, Any]:
    """The facts of a schema, `enum` and `const` in its one scalar type.

    A value that is of another, and can be said in that one, is taken to be: a warning
    tells so. Any other value stays what it is.
    """
    wanted = types[0] if len(types) == 1 else ""
    listed = facts.keys() & _LISTED if wanted in _SCALARS else ()
    made = dict(facts) if listed else facts
    for key in sorted(listed):
        values = facts[key] or ()
        typed = tuple(_typed(each, wanted) for each in values)
        pairs = zip(values, typed, strict=True)
        taken = [new for old, new in pairs if type(old) is not type(new)]
        if taken:
            made[key] = typed
            first = (json.dumps(each, ensure_ascii=False) for each in taken[:_SHOWN])
            more = ", …" if len(taken) > _SHOWN else ""
            several = ", ".join(first) + more
            reader.found.warning(
                "mistyped-value",
                f"what stands here is no {wanted}; it is taken to be {several}",
                child(reader.at, key),
                hint=f"write it {'in' if wanted == 'string' else 'without'} quotes",
            )
    return made


def _typed(value: Json, wanted: str) -> Json:
    """The value in the type that is wanted, where its text says one of that type."""
    if not isinstance(value, str | int | float):
        return value
    if wanted == "string":
        return value if isinstance(value, str) else json.dumps(value)
    if not isinstance(value, str):
        return value
    try:
        read: Json = json.loads(value)
    except ValueError:
        return value
    fits = {
        "boolean": isinstance(read, bool),
        "integer": isinstance(read, int) and not isinstance(read, bool),
        "number": isinstance(read, int | float) and not isinstance(read, bool),
    }
    return read if fits[wanted] else value
