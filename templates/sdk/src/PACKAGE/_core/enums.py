"""Enums that stay open: a value that the API adds later is kept as itself."""

from __future__ import annotations

from enum import Enum, IntEnum, StrEnum
from typing import Self

__all__ = ["OpenIntEnum", "OpenStrEnum"]


def _is_known(member: Enum) -> bool:
    """A member made of an unknown value stands in no class, whatever its name."""
    return type(member).__members__.get(member.name) is member


class OpenStrEnum(StrEnum):
    """Text with names. `Kind("new")` is a member that only has no name in the class.

    It equals its text, and any other member made of the same text. It is made
    anew each time: nothing is remembered of what a server sends.
    """

    @property
    def is_known(self) -> bool:
        """Whether the API's document has this value."""
        return _is_known(self)

    def __repr__(self) -> str:
        return super().__repr__() if self.is_known else _repr_unknown(self)

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        return (type(self), (self.value,))

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str(value)
        return member


class OpenIntEnum(IntEnum):
    """Whole numbers with names, open in the same way."""

    @property
    def is_known(self) -> bool:
        """Whether the API's document has this value."""
        return _is_known(self)

    def __repr__(self) -> str:
        return super().__repr__() if self.is_known else _repr_unknown(self)

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[int]]:
        return (type(self), (self.value,))

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = str(int(value)), int(value)
        return member


def _repr_unknown(member: Enum) -> str:
    return f"{type(member).__name__}({member.value!r})"
