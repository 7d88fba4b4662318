"""`allOf` merged as JSON Schema means it: one object that fits every part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics
from ..pointer import Pointer
from ..records import replace
from ..spec.objects import Schema
from .both import all_of, is_annotation, structural
from .ends import Ends
from .variants import without_union

# Schemas that lie inside one another, or lead to one another, further than any do.
DEEPEST = 64


class Composer:
    """Follows references and merges the parts of schemas; results are remembered."""

    def __init__(
        self, referenced: Mapping[Pointer, Schema], found: Diagnostics
    ) -> None:
        self._referenced = referenced
        self._found = found
        self._ends = Ends(referenced)
        self._merged: dict[Pointer, tuple[Schema, Schema]] = {}
        self._said = False

    def at(self, pointer: Pointer) -> Schema:
        """The schema at a pointer that a reference leads to."""
        return self._referenced[pointer]

    def target(self, schema: Schema) -> Schema:
        """The end of a chain of references; where it is a circle, any value."""
        if schema.ref is None or structural(schema):
            return schema
        end = self._ends.of(schema.ref)
        if end is None:
            return Schema(pointer=schema.pointer, boolean=True)
        return self.at(end[0])

    def merged(self, schema: Schema) -> Schema:
        """The schema without `allOf` and without `$ref`: every part folded in.

        The schema's own keywords come last and win; its pointer stays.
        """
        if schema.ref is None and not (schema.all_of or schema.conditional):
            return without_union(without_conditions(schema))
        known = self._merged.get(schema.pointer)
        # A variant is merged alone, and with what stands beside its union.
        if known is None or known[0] is not schema:
            merged = without_union(without_conditions(self._merge(schema)))
            # Put there before, as a condition may lead back here.
            self._merged[schema.pointer] = (schema, merged)
            known = (schema, self._with_conditional(merged))
            self._merged[schema.pointer] = known
        return known[1]

    def _with_conditional(self, schema: Schema) -> Schema:
        """The properties that only some values have are properties, never required."""
        properties = dict(schema.properties)
        for part in schema.conditional:
            for name, each in self.merged(part).properties.items():
                properties.setdefault(name, each)
        return replace(schema, properties=properties, conditional=())

    def _merge(self, schema: Schema) -> Schema:
        own = replace(schema, ref=None, all_of=())
        if self._said:  # an error is found: the rest need not be right, but quick
            return own
        parts = self._parts(schema, (schema.pointer,), set())
        result = all_of((*parts, own), schema.pointer)
        return replace(
            result,
            pointer=schema.pointer,
            title=schema.title,
            description=schema.description
            or (result.description if _alone(schema) else None),
            deprecated=schema.deprecated,
            extensions=schema.extensions,
            nullable=schema.nullable,
            discriminator=schema.discriminator,
        )

    def too_deep(self, schema: Schema) -> None:
        """Say that schemas lead to schemas without an end in sight, once."""
        if not self._said:
            self._said = True
            self._found.error(
                "too-deep",
                f"what this schema is made of lies more than {DEEPEST} schemas deep",
                schema.pointer,
            )

    def _parts(
        self, schema: Schema, path: tuple[Pointer, ...], seen: set[Pointer]
    ) -> Iterator[Schema]:
        """The leaves of a tree of `allOf` and `$ref`, the schema itself left out.

        What several parts refer to is `seen` once, or a tree could have more
        leaves than there are atoms.
        """
        if len(path) > DEEPEST:
            self.too_deep(schema)
            return
        below = list(schema.all_of)
        if schema.ref is not None:
            below.insert(0, Schema(pointer=schema.pointer, ref=schema.ref))
        for part in below:
            if part.ref is not None and part.ref in path:
                self._found.warning(
                    "allof-cycle",
                    "this part of 'allOf' leads back to the schema itself, "
                    "so it is left out",
                    part.pointer,
                )
                continue
            if part.ref is not None and part.ref not in seen:
                seen.add(part.ref)
                inner = self.at(part.ref)
                yield from self._parts(inner, (*path, part.ref), seen)
                yield replace(inner, ref=None, all_of=())
            elif part.ref is None:
                yield from self._parts(part, path, seen)
            yield replace(part, ref=None, all_of=())


def without_conditions(schema: Schema) -> Schema:
    """An object without variants that only say which properties go together.

    `oneOf: [{required: [a]}, {required: [b]}]` beside properties is a rule for
    values, and no type that a user could tell from the others. What only they name
    is asked for by the object, as what else is required and not declared.
    """
    variants = (*schema.one_of, *schema.any_of)
    if schema.properties and variants and all(map(_is_condition, variants)):
        asked = (name for each in variants for name in each.required)
        undeclared = (name for name in asked if name not in schema.properties)
        required = (*schema.required, *undeclared)
        return replace(schema, one_of=(), any_of=(), required=required)
    return schema


def _is_condition(schema: Schema) -> bool:
    plain = replace(schema, required=())
    objects = schema.types in ((), ("object",)) and not schema.nullable
    return objects and schema.ref is None and not structural(plain)


def sole_reference(schema: Schema) -> Schema | None:
    """The one reference that `allOf` wraps to add a description, or None.

    The description may stand beside `allOf`, or as a part of it that says no more.
    """
    several = [each for each in schema.all_of if not is_annotation(each)]
    if len(several) != 1 or several[0].ref is None or structural(several[0]):
        return None
    return None if structural(replace(schema, all_of=())) else several[0]


def _alone(schema: Schema) -> bool:
    return len(schema.all_of) + (schema.ref is not None) == 1
