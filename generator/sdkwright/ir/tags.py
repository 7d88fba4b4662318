"""The tags of a union: which values of its discriminator mean which variant.

OpenAPI 3.2, 4.25: a mapping names variants; one that no mapping names has the
values that it declares for the property, else the name of its schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..pointer import Pointer, last
from ..spec.objects import Discriminator, Schema
from .both import structural
from .compose import Composer
from .maker import Maker
from .types import Type, Union, without_null


def tagged(
    discriminator: Discriminator | None,
    variants: tuple[Type, ...],
    written: Sequence[tuple[Schema, Type]],
    types: Maker,
) -> Union:
    """A union of `variants`, told by their tags where a discriminator says so.

    `written` are the schemas of the union with the type of each.
    """
    if discriminator is None:
        return Union(variants)
    by_target = {schema.ref: type_ for schema, type_ in written if schema.ref}
    mapped = {
        tag: by_target[target]
        for tag, target in discriminator.mapping.items()
        if target in by_target
    }
    # Of each tag its types, in their order, each once.
    tags: dict[str, dict[Type, None]] = {
        tag: {each: None} for tag, each in mapped.items()
    }
    told = set(mapped.values())
    for schema, type_ in written:
        if type_ in told:
            continue
        for tag, each in _tags_of(schema, type_, discriminator, types):
            if tag not in mapped:
                tags.setdefault(tag, {})[each] = None
    if not tags:
        return Union(variants)
    by_tag = tuple((tag, _one_of(tuple(several))) for tag, several in tags.items())
    return Union(variants, tag=discriminator.property_name, tags=by_tag)


def _one_of(several: tuple[Type, ...]) -> Type:
    """What a tag stands for: where variants share it, the one that fits."""
    return several[0] if len(several) == 1 else Union(several, open=False)


def _tags_of(
    variant: Schema,
    type_: Type,
    discriminator: Discriminator,
    types: Maker,
    inside: tuple[Pointer, ...] = (),
) -> Iterator[tuple[str, Type]]:
    """The tags of a variant that no mapping names, each with its type.

    A variant that is a union has the tags of its own variants.
    """
    merged = types.compose.merged(types.compose.target(variant))
    inner = (*merged.one_of, *merged.any_of)
    if inner:
        inside = (*inside, merged.pointer)
        for each in inner if merged.pointer not in inside[:-1] else ():
            plain = each.ref is not None and not structural(each)
            of = types.reference(each.ref) if plain and each.ref else type_
            yield from _tags_of(each, without_null(of), discriminator, types, inside)
        return
    declared = merged.properties.get(discriminator.property_name)
    values = () if declared is None else _values_of(declared, types.compose)
    if not values and variant.ref is not None:
        values = (last(variant.ref),)
    for value in values:
        yield value, type_


def _values_of(schema: Schema, compose: Composer) -> tuple[str, ...]:
    """The texts that a property may be, where they are listed."""
    merged = compose.merged(compose.target(schema))
    listed = merged.const or merged.enum or ()
    return tuple(value for value in listed if isinstance(value, str))
