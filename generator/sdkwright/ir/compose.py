"""`allOf` merged as JSON Schema means it: one object that fits every part."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from ..diagnostics import Diagnostics
from ..pointer import Pointer
from ..spec.objects import Json, Schema
from .variants import without_union

# Schemas that lie inside one another, or lead to one another, further than any do.
DEEPEST = 64
_NARROWER = {("number", "integer"): "integer", ("integer", "number"): "integer"}


class Composer:
    """Follows references and merges the parts of schemas; results are remembered."""

    def __init__(
        self, referenced: Mapping[Pointer, Schema], found: Diagnostics
    ) -> None:
        self._referenced = referenced
        self._found = found
        self._merged: dict[Pointer, tuple[Schema, Schema]] = {}
        self._said = False

    def at(self, pointer: Pointer) -> Schema:
        """The schema at a pointer that a reference leads to."""
        return self._referenced[pointer]

    def target(self, schema: Schema) -> Schema:
        """The end of a chain of references; where it is a circle, any value."""
        seen: set[Pointer] = set()
        while schema.ref is not None and not structural(schema):
            if schema.ref in seen:
                return Schema(pointer=schema.pointer, boolean=True)
            seen.add(schema.ref)
            schema = self.at(schema.ref)
        return schema

    def end_of(
        self, at: Pointer, stops: Collection[Pointer]
    ) -> tuple[Pointer, bool] | None:
        """Where references that say nothing else lead, and whether null fits too.

        Not beyond one of the `stops`; None where they lead round in a circle.
        """
        seen, nullable = {at}, False
        while at not in stops:
            schema = self.at(at)
            if schema.ref is None or structural(schema):
                break
            if schema.ref in seen:
                return None
            nullable = nullable or schema.nullable
            at = schema.ref
            seen.add(at)
        return at, nullable

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
        result: Schema | None = None
        for part in self._parts(schema, (schema.pointer,), set()):
            result = part if result is None else _both(result, part)
        result = own if result is None else _both(result, own)
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
    values, and no type that a user could tell from the others.
    """
    variants = (*schema.one_of, *schema.any_of)
    if schema.properties and variants and all(map(_is_condition, variants)):
        return replace(schema, one_of=(), any_of=())
    return schema


def _is_condition(schema: Schema) -> bool:
    plain = replace(schema, required=())
    objects = schema.types in ((), ("object",)) and not schema.nullable
    return objects and schema.ref is None and not structural(plain)


def structural(schema: Schema) -> bool:
    """Whether a schema says more of a value than a reference to it does."""
    return bool(
        schema.all_of
        or schema.any_of
        or schema.one_of
        or schema.conditional
        or schema.properties
        or schema.pattern_properties
        or schema.additional_properties
        or schema.items
        or schema.prefix_items
        or schema.enum is not None
        or schema.const is not None
        or schema.required
    )


def sole_reference(schema: Schema) -> Schema | None:
    """The one reference that `allOf` wraps to add a description, or None."""
    if len(schema.all_of) != 1 or schema.all_of[0].ref is None:
        return None
    bare = replace(schema, all_of=())
    return (
        None if structural(bare) or structural(schema.all_of[0]) else schema.all_of[0]
    )


def _alone(schema: Schema) -> bool:
    return len(schema.all_of) + (schema.ref is not None) == 1


def _both(first: Schema, second: Schema) -> Schema:
    """The schema of what fits both; of annotations the second's win."""
    return replace(
        second,
        types=_types(first.types, second.types),
        format=second.format or first.format,
        content_media_type=second.content_media_type or first.content_media_type,
        content_encoding=second.content_encoding or first.content_encoding,
        enum=_enum(first.enum, second.enum),
        const=second.const or first.const,
        any_of=second.any_of or first.any_of,
        one_of=second.one_of or first.one_of,
        conditional=(*first.conditional, *second.conditional),
        discriminator=second.discriminator or first.discriminator,
        properties=_properties(first.properties, second.properties),
        required=tuple(dict.fromkeys((*first.required, *second.required))),
        additional_properties=_narrower_map(
            first.additional_properties, second.additional_properties
        ),
        pattern_properties={**first.pattern_properties, **second.pattern_properties},
        items=second.items or first.items,
        prefix_items=second.prefix_items or first.prefix_items,
        constraints={**first.constraints, **second.constraints},
        description=second.description or first.description,
        default=second.default or first.default,
        examples=second.examples or first.examples,
        read_only=first.read_only or second.read_only,
        write_only=first.write_only or second.write_only,
    )


def _types(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    if not first or not second:
        return first or second
    common = tuple(each for each in second if each in first)
    if common:
        return common
    narrower = _NARROWER.get((first[0], second[0]))
    return (narrower,) if narrower else second


def _enum(
    first: tuple[Json, ...] | None, second: tuple[Json, ...] | None
) -> tuple[Json, ...] | None:
    if first is None or second is None:
        return second if first is None else first
    return tuple(value for value in first if value in second) or second


def _narrower_map(first: Schema | None, second: Schema | None) -> Schema | None:
    """Of two `additionalProperties`, the one that says more of its values."""
    for each in (second, first):
        if each is not None and each.boolean is None:
            return each
    return second or first


def _properties(
    first: Mapping[str, Schema], second: Mapping[str, Schema]
) -> dict[str, Schema]:
    merged = dict(first)
    for name, schema in second.items():
        before = merged.get(name)
        if before is None or before == schema:
            merged[name] = schema
        elif not structural(schema) and schema.ref is None and not schema.types:
            merged[name] = replace(
                before,
                description=schema.description or before.description,
                default=schema.default or before.default,
            )
        elif structural(schema) or schema.ref is not None:
            merged[name] = schema
        else:
            merged[name] = (
                replace(schema, types=_types(before.types, schema.types))
                if before.ref is None
                else schema
            )
    return merged
