"""Bases with a discriminator whose children name them in `allOf` (4.25.4)."""

from __future__ import annotations

from collections.abc import Mapping

from ..pointer import Pointer, child
from ..records import dataclass
from ..spec.objects import OpenAPI, Schema


@dataclass(frozen=True, slots=True)
class Polymorphism:
    """For each base its children, as (tag, child), in the document's order."""

    _children: Mapping[Pointer, tuple[tuple[str, Pointer], ...]]

    @classmethod
    def of(cls, openapi: OpenAPI) -> Polymorphism:
        """Find the bases among the components."""
        bases = {
            schema.pointer: schema
            for schema in openapi.schemas.values()
            if schema.discriminator is not None and not (schema.one_of or schema.any_of)
        }
        found: dict[Pointer, dict[str, Pointer]] = {at: {} for at in bases}
        for name, schema in openapi.schemas.items() if bases else ():
            for part in schema.all_of:
                if part.ref is not None and part.ref in bases:
                    tag = _tag(bases[part.ref], schema.pointer) or name
                    found[part.ref][tag] = schema.pointer
        return cls({at: tuple(tags.items()) for at, tags in found.items() if tags})

    def children(self, base: Pointer) -> tuple[tuple[str, Pointer], ...]:
        return self._children.get(base, ())

    def union_pointer(self, base: Pointer) -> Pointer:
        """The identity of the union of a base's children."""
        return child(base, "discriminator")


def _tag(base: Schema, at: Pointer) -> str | None:
    if base.discriminator is None:
        return None
    mapping = base.discriminator.mapping
    return next((tag for tag, target in mapping.items() if target == at), None)
