"""Unions that stay open: a value that fits no variant is kept as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, RootModel
from pydantic_core import CoreSchema, core_schema

__all__ = ["OpenUnion", "Unknown"]


class Unknown(RootModel[Any]):
    """A value of a variant that the API's document does not have; see `raw`."""

    @property
    def raw(self) -> Any:
        """The value, as its JSON was."""
        return self.root


@dataclass(frozen=True)
class OpenUnion:
    """Makes the union that it annotates open; `Unknown` is one of its members.

    With a `tag`, the property of that name tells the variant: `tags` pairs its
    values with the variants.
    """

    tag: str | None = None
    tags: tuple[tuple[str, Any], ...] = ()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        variants: CoreSchema
        if self.tag is None:
            known = (each for each in get_args(source) if each is not Unknown)
            variants = core_schema.union_schema([handler(each) for each in known])
        else:
            variants = core_schema.tagged_union_schema(
                {value: handler(variant) for value, variant in self.tags},
                discriminator=self.tag,
            )
        # The known variants are tried without a call into Python.
        return core_schema.union_schema(
            [variants, handler(Unknown)], mode="left_to_right"
        )
