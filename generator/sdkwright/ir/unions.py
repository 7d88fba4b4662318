"""`oneOf` and `anyOf`: the variants, null apart, and the tag that tells them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..pointer import Pointer, child, last
from ..records import replace
from ..spec.objects import Schema
from .declarations import Origin
from .maker import Maker
from .tags import tagged
from .types import Anything, Kind, Literal, Named, Nullable, Scalar, Type, Union
from .variants import is_null


def union_of(
    schema: Schema, types: Maker, owner: Pointer, label: str | None = None
) -> tuple[Type, bool]:
    """The type of a merged schema with variants, and whether null is one of them.

    What is written in a variant belongs to `owner`, as `label` where the union
    is no declaration of its own.

    Properties beside the variants belong to each of them. A variant that is the
    same as another, or text beside an enum of text (an open enum), is folded.
    """
    written = (*schema.one_of, *schema.any_of)
    base = replace(
        schema, one_of=(), any_of=(), discriminator=None, description=None, title=None
    )
    shared = bool(base.properties)
    null = False
    made: list[Type] = []
    sources: list[Schema] = []
    labels: set[str] = set()
    for index, variant in enumerate(written):
        if is_null(variant):
            null = True
            continue
        whole = _with_base(variant, base, index) if shared else variant
        name = label or _label(variant, index, types, labels)
        type_ = types.of(whole, Origin(label=name, owner=owner))
        if isinstance(type_, Nullable):
            type_, null = type_.type, True
        made.append(type_)
        sources.append(variant)
    flat = _literals_in_one(tuple(dict.fromkeys(_flat(made))))
    folded = _fold(flat, sources, types)
    if not folded:
        return (Scalar(Kind.NULL) if null else Anything()), False
    if any(isinstance(each, Anything) for each in folded):
        return Anything(), False
    if len(folded) == 1:
        return folded[0], null
    variants = tuple(zip(sources, made, strict=True))
    return tagged(schema.discriminator, folded, variants, types), null


def _flat(types: list[Type]) -> Iterator[Type]:
    for each in types:
        if isinstance(each, Union) and each.tag is None:
            yield from each.variants
        else:
            yield each


def _literals_in_one(variants: tuple[Type, ...]) -> tuple[Type, ...]:
    """Choices of values as one, where the first of them stands."""
    several = [each for each in variants if isinstance(each, Literal)]
    if len(several) < 2:
        return variants
    values = [value for each in several for value in each.values]
    told = {json.dumps(value, sort_keys=True): value for value in values}
    one: Type = Literal(tuple(told.values()))
    first, others = several[0], set(several[1:])
    return tuple(
        one if each == first else each for each in variants if each not in others
    )


def _fold(
    variants: tuple[Type, ...], sources: list[Schema], types: Maker
) -> tuple[Type, ...]:
    """Without plain text where an enum of text takes any text anyway."""
    text = Scalar(Kind.STRING)
    if text in variants and len(variants) == 2:
        enums = [each for each in sources if _is_text_enum(types.compose.target(each))]
        other = next(each for each in variants if each != text)
        if enums and isinstance(other, Named):
            return (replace(other, or_text=True),)
    return variants


def _is_text_enum(schema: Schema) -> bool:
    return schema.enum is not None and all(
        isinstance(value, str) or value is None for value in schema.enum
    )


def _with_base(variant: Schema, base: Schema, index: int) -> Schema:
    """A variant together with the properties that stand beside the union.

    A variant that came by `allOf` is another one for each schema that it came to.
    """
    own = variant.pointer.startswith(f"{base.pointer}/")
    return Schema(
        pointer=variant.pointer if own else child(base.pointer, "variant", index),
        all_of=(base, variant),
        title=variant.title,
        description=variant.description,
    )


def _label(variant: Schema, index: int, types: Maker, used: set[str]) -> str:
    """What a variant is called where it has no name of its own, no two the same."""
    label = next(
        (each for each in _labels(variant, types) if each and each not in used),
        f"variant{index + 1}",
    )
    used.add(label)
    return label


def _labels(variant: Schema, types: Maker) -> Iterator[str]:
    if variant.title:
        yield variant.title
    if variant.ref is not None:
        yield last(variant.ref)
    merged = types.compose.merged(variant)
    for each in merged.properties.values():
        value = each.const[0] if each.const else None
        if each.enum is not None and len(each.enum) == 1:
            value = each.enum[0]
        if isinstance(value, str):
            yield value
    for name in (*merged.required, *merged.properties):
        if name in merged.properties:
            yield f"with_{name}"
    yield "enum" if merged.enum is not None else "".join(merged.types[:1])
