"""Unions that stay open: a value that fits no variant is kept as it is."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import field
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import ConfigDict, GetCoreSchemaHandler, RootModel
from pydantic_core import CoreSchema, core_schema

from .formats import AS_IT_IS
from .records import dataclass

_NOTHING: Final = object()  # which no value of an answer is


class _LastChoice:
    """Any value, but what a variant makes of it is preferred.

    Pydantic weighs the variants of a union by how exactly they fit, and would
    find that any value fits `Any` better than text fits an enum.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.lax_or_strict_schema(
            lax_schema=handler(source),
            strict_schema=core_schema.is_instance_schema(_LastChoice),  # nothing is
        )


class Unknown(RootModel[Any]):
    """A value of a variant that the API's document does not have; see `raw`."""

    model_config = ConfigDict(defer_build=True, ser_json_inf_nan="constants")

    root: Annotated[Any, _LastChoice()]

    def __departure__(self) -> str:
        return "of no known variant"

    @property
    def raw(self) -> Any:
        """The value, as its JSON was; it is sent as it came."""
        return self.root


@dataclass(frozen=True, slots=True, eq=False)  # hashed by identity: tags are a dict
class OpenUnion:
    """Opens the union that it annotates: `Annotated[A | B | Unknown, OpenUnion()]`.

    With a `tag`, the property of that name on the wire tells the variant, and
    `tags` gives the variant for each of its values, or a union of those that share
    one. A value whose tag is unknown, and one that does not fit its own variant, are
    `Unknown`; one that has no tag is told by its shape, if its variant can be without.
    """

    tag: str | None = None
    tags: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # The known variants are tried first, and without a call into Python.
        known = self.known(source, handler)
        return core_schema.union_schema(
            [*known, handler.generate_schema(Unknown)],
            mode="left_to_right",
            metadata=AS_IT_IS,
        )

    def known(self, source: Any, handler: GetCoreSchemaHandler) -> list[CoreSchema]:
        """What the known variants are read by, in order."""
        variants = [each for each in get_args(source) if each is not Unknown]
        tagged = [each for one in self.tags.values() for each in _each_of(one)]
        untagged = [_variant(each, handler) for each in variants if each not in tagged]
        schemas: list[CoreSchema] = []
        if self.tag is not None:
            choices: dict[Hashable, CoreSchema] = {
                value: _one_of(variant, handler) for value, variant in self.tags.items()
            }
            schemas.append(core_schema.tagged_union_schema(choices, self.tag))
            schemas.append(_by_shape(self.tag, list(choices.values())))
        if untagged:
            schemas.append(core_schema.union_schema([*untagged]))
        # An object made in Python need not carry its tag. `Any` is a class to Python.
        classes = [each for each in tagged if isinstance(each, type) and each != Any]
        return schemas + [core_schema.is_instance_schema(each) for each in classes]


def _each_of(variant: Any) -> tuple[Any, ...]:
    is_union = get_origin(variant) in (Union, UnionType)
    return get_args(variant) if is_union else (variant,)


def _one_of(variant: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    """What a tag stands for: a variant, or of several that share it the best."""
    several = [_variant(each, handler) for each in _each_of(variant)]
    return several[0] if len(several) == 1 else core_schema.union_schema([*several])


def _by_shape(tag: str, variants: list[CoreSchema]) -> CoreSchema:
    """The variants for an object that does not say which it is."""
    nothing = core_schema.literal_schema([_NOTHING])
    untagged = core_schema.typed_dict_schema(
        {tag: core_schema.typed_dict_field(nothing, required=False)},
        extra_behavior="allow",
    )
    return core_schema.chain_schema([untagged, core_schema.union_schema([*variants])])


def _variant(variant: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    """A variant's schema; of an open union only its known variants.

    Left open, it would take what the variants after it are for.
    """
    if get_origin(variant) is Annotated:
        inner, *metadata = get_args(variant)
        for each in metadata:
            if isinstance(each, OpenUnion):
                return _first_of(each.known(inner, handler))
    return handler.generate_schema(variant)


def _first_of(schemas: list[CoreSchema]) -> CoreSchema:
    return core_schema.union_schema([*schemas], mode="left_to_right")
