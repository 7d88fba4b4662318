"""Enums that stay open: a value that the API adds later is kept as itself."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, IntEnum, StrEnum
from typing import Any, Final, Self, get_args

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .formats import STRICT


class OpenEnum(Enum):
    """An enum of which `Kind("new")` is a member that only has no name in the class.

    It equals its value, and any other member made of the same value. It is made
    anew each time: nothing is remembered of what a server sends.
    """

    @property
    def is_known(self) -> bool:
        """Whether the API's document has this value."""
        # A member made of an unknown value stands in no class, whatever its name.
        return type(self).__members__.get(self.name) is self

    def __departure__(self) -> str | None:
        return None if self.is_known else f"{self.value!r}, an unknown value"

    def __repr__(self) -> str:
        if self.is_known:
            return super().__repr__()
        return f"{type(self).__name__}({self.value!r})"

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[Any]]:
        return (type(self), (self.value,))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _known_first(handler(source), cls)


class OpenStrEnum(OpenEnum, StrEnum):
    """Text with names, and other text."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str(value)
        return member


class OpenIntEnum(OpenEnum, IntEnum):
    """Whole numbers with names, and others."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = str(int(value)), int(value)
        return member


def _known_first(schema: CoreSchema, members: Iterable[Enum]) -> CoreSchema:
    """The schema of an enum that leaves what it does not know to those who do.

    Pydantic prefers the variant of a union that fits strictly: another enum that
    knows the value gets it, and "true" is not read as a boolean.
    """
    by_value = {each.value: each for each in members}

    def known(value: object) -> object:
        """The member itself, as whatever is made of a text fits less well."""
        plain = isinstance(value, str | int) and not isinstance(value, bool)
        if plain and value in by_value:
            return value if isinstance(value, Enum) else by_value[value]
        raise PydanticCustomError("unknown_value", "an unknown value")

    closed = core_schema.no_info_before_validator_function(known, schema)
    return core_schema.lax_or_strict_schema(lax_schema=schema, strict_schema=closed)


# --- literals -----------------------------------------------------------------------


class _Open:
    """A literal that takes other values of its types too, and keeps them."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        known: tuple[Any, ...] = get_args(source)
        types: set[type[Any]] = {type(each) for each in known}

        def other(value: object, info: ValidationInfo) -> object:
            if type(value) not in types or info.context == STRICT:
                raise PydanticCustomError("unknown_value", "an unknown value")
            return value

        return core_schema.union_schema(
            [handler(source), core_schema.with_info_plain_validator_function(other)],
            mode="left_to_right",
        )


OPEN: Final = _Open()
