"""Of several schemas the one that fits all (JSON Schema 2020-12, Core, 10.2.1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from ..pointer import Pointer, child
from ..records import replace
from ..spec.objects import Json, Schema

_NARROWER = {("number", "integer"): "integer", ("integer", "number"): "integer"}


def all_of(parts: Iterable[Schema], at: Pointer) -> Schema:
    """The schema at `at` of what fits every part; of annotations the last's win.

    What grows from part to part is gathered in place, and not copied each time.
    """
    first, *rest = parts
    properties, required = dict(first.properties), dict.fromkeys(first.required)
    patterns, constraints = dict(first.pattern_properties), dict(first.constraints)
    conditional = list(first.conditional)
    made = first
    for part in rest:
        made = _both(made, part, at)
        _add(properties, part.properties, at)
        required |= dict.fromkeys(part.required)
        patterns |= part.pattern_properties
        constraints |= part.constraints
        conditional += part.conditional
    return replace(
        made,
        properties=properties,
        required=tuple(required),
        pattern_properties=patterns,
        constraints=constraints,
        conditional=tuple(conditional),
    )


def _both(first: Schema, second: Schema, at: Pointer) -> Schema:
    """What fits both, as far as it does not grow from part to part."""
    return replace(
        second,
        types=_types(first.types, second.types),
        format=second.format or first.format,
        content_media_type=second.content_media_type or first.content_media_type,
        content_encoding=second.content_encoding or first.content_encoding,
        enum=_enum(first.enum, second.enum),
        any_text=(first if second.enum is None else second).any_text,
        const=second.const or first.const,
        any_of=second.any_of or first.any_of,
        one_of=second.one_of or first.one_of,
        discriminator=second.discriminator or first.discriminator,
        additional_properties=_narrower_map(
            first.additional_properties, second.additional_properties
        ),
        items=_merged(first.items, second.items, child(at, "items")),
        prefix_items=second.prefix_items or first.prefix_items,
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
    # Where no value fits both, any that fits one: a server sends one of the two.
    return (narrower,) if narrower else (*first, *second)


def _enum(
    first: tuple[Json, ...] | None, second: tuple[Json, ...] | None
) -> tuple[Json, ...] | None:
    if first is None or second is None:
        return second if first is None else first
    there = set(map(_as_key, second))
    return tuple(value for value in first if _as_key(value) in there) or second


def _as_key(value: Json) -> tuple[bool, Json]:
    """What tells a value: 1 and 1.0 are the same one, `true` is another."""
    if isinstance(value, list | dict):
        value = json.dumps(value, sort_keys=True)
    return isinstance(value, bool), value


def _narrower_map(first: Schema | None, second: Schema | None) -> Schema | None:
    """Of two `additionalProperties`, the one that says more of its values."""
    for each in (second, first):
        if each is not None and each.boolean is None:
            return each
    return second or first


def _add(made: dict[str, Schema], more: Mapping[str, Schema], at: Pointer) -> None:
    for name, schema in more.items():
        merged = _merged(made.get(name), schema, child(at, "properties", name))
        made[name] = schema if merged is None else merged


def _merged(first: Schema | None, second: Schema | None, at: Pointer) -> Schema | None:
    """A property or an item that two schemas describe; both are to be met.

    A reference in the second one stands for the first as well: it is there to narrow.
    What has to be made of both is a schema of its own, at a place of its own.
    """
    if first is None or second is None or first == second:
        return second or first
    if is_annotation(second):
        return replace(
            first,
            description=second.description or first.description,
            default=second.default or first.default,
        )
    if second.ref is not None or is_annotation(first):
        return second
    if first.ref is None and not (structural(first) or structural(second)):
        return replace(
            second,
            types=_types(first.types, second.types),
            format=second.format or first.format,
        )
    return replace(
        Schema(pointer=at, all_of=(first, replace(second, description=None))),
        title=second.title,
        description=second.description or first.description,
        default=second.default or first.default,
        examples=second.examples or first.examples,
        constraints={**first.constraints, **second.constraints},
        read_only=first.read_only or second.read_only,
        write_only=first.write_only or second.write_only,
        deprecated=second.deprecated,
        nullable=first.nullable and second.nullable,
        extensions=second.extensions,
    )


def is_annotation(schema: Schema) -> bool:
    """Whether a schema says nothing of a value, but only words of it."""
    return schema.ref is None and not schema.types and not structural(schema)


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
