"""Properties that an object must have, and of which its schema says nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostics
from ..pointer import Pointer, child
from ..spec.objects import Schema
from .declarations import Doc, Field, Origin
from .maker import Maker
from .types import Anything

_DOC = Doc(description="The document asks for it and says no more of it.")


def undeclared(
    schema: Schema, owner: Pointer, types: Maker, found: Diagnostics
) -> Iterator[Field]:
    """Fields for the names in `required` that no property has, in a merged schema.

    JSON Schema asks for the key alone (2020-12, Validation, 6.5.3), with a value
    of what `patternProperties` or `additionalProperties` say, else of any type.

    They are optional all the same: where a document says no more of a property, it
    is most often misspelt or left over, and a client that insisted on it would
    refuse what the server takes and sends.
    """
    for name in dict.fromkeys(schema.required):
        if name in schema.properties:
            continue
        found.warning(
            "undeclared-property",
            f"'{name}' is required and not declared, so it is an optional property",
            schema.pointer,
            on_key=True,
        )
        origin = Origin(label="value", owner=owner)
        yield Field(
            pointer=child(schema.pointer, "required", name),
            name=name,
            type=types.values(schema, origin) or Anything(),
            required=False,
            doc=_DOC,
        )
