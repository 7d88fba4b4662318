"""Bases with a discriminator whose children name them in `allOf` (4.25.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..pointer import Pointer, child
from ..records import dataclass
from ..spec.objects import OpenAPI, Schema
from .extensions import TAG_VALUE

# Schemas above one another, further than any do: all of them have it as a variant.
_MOST = 64


@dataclass(frozen=True, slots=True)
class Polymorphism:
    """For each base its children, as (tag, child), in the document's order."""

    _children: Mapping[Pointer, tuple[tuple[str, Pointer], ...]]
    _heirs: frozenset[Pointer]

    @classmethod
    def of(cls, openapi: OpenAPI) -> Polymorphism:
        """Find the bases among the components, and all that is made of them."""
        schemas = {schema.pointer: schema for schema in openapi.schemas.values()}
        bases = {
            at: schema
            for at, schema in schemas.items()
            if schema.discriminator is not None and not (schema.one_of or schema.any_of)
        }
        found: dict[Pointer, dict[str, Pointer]] = {at: {} for at in bases}
        for name, schema in openapi.schemas.items() if bases else ():
            for at in _above(schema, schemas):
                if at in bases:
                    tag = _tag(bases[at], schema) or name
                    found[at][tag] = schema.pointer
        heirs = frozenset(at for tags in found.values() for at in tags.values())
        return cls(
            {at: tuple(tags.items()) for at, tags in found.items() if tags}, heirs
        )

    def children(self, base: Pointer) -> tuple[tuple[str, Pointer], ...]:
        return self._children.get(base, ())

    def is_heir(self, at: Pointer) -> bool:
        """Whether a schema is a child of a base, even if it adds nothing to it."""
        return at in self._heirs

    def union_pointer(self, base: Pointer) -> Pointer:
        """The identity of the union of a base's children."""
        return child(base, "discriminator")


def _above(schema: Schema, schemas: Mapping[Pointer, Schema]) -> Iterator[Pointer]:
    """The components that a schema is made of, and those that these are made of."""
    seen = {schema.pointer: schema}
    rest = [schema]
    for each in rest:  # which grows on the way
        for part in each.all_of:
            at = part.ref
            if at is None or at not in schemas or at in seen:
                continue
            if len(seen) < _MOST:
                seen[at] = schemas[at]
                rest.append(schemas[at])
                yield at


def _tag(base: Schema, schema: Schema) -> str | None:
    """The value of the discriminator that means a child; None for its name."""
    mapping = () if base.discriminator is None else base.discriminator.mapping.items()
    mapped = (tag for tag, target in mapping if target == schema.pointer)
    said = schema.extensions.get(TAG_VALUE)
    return next(mapped, said if isinstance(said, str) else None)
