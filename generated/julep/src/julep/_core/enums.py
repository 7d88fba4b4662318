"""Enums that stay open: a value that the API adds later is kept as itself."""

from __future__ import annotations

from enum import Enum, IntEnum, StrEnum
from typing import Any

__all__ = ["OpenIntEnum", "OpenStrEnum", "is_known"]


class OpenStrEnum(StrEnum):
    """Text with names. `Kind("new")` is a member that only has no name in the class.

    It equals its text, and any other member made of the same text.
    """

    @classmethod
    def _missing_(cls, value: object) -> OpenStrEnum | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return (type(self), (self.value,))

    def __deepcopy__(self, memo: object) -> OpenStrEnum:
        return self


class OpenIntEnum(IntEnum):
    """Whole numbers with names, open in the same way."""

    @classmethod
    def _missing_(cls, value: object) -> OpenIntEnum | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = str(value), value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return (type(self), (self.value,))

    def __deepcopy__(self, memo: object) -> OpenIntEnum:
        return self


def is_known(member: Enum) -> bool:
    """Whether the API's document names the value of this member."""
    return member.name in type(member).__members__
