"""Data classes of which a large document makes very many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

T = TypeVar("T")


if TYPE_CHECKING:

    @dataclass_transform(
        frozen_default=True, kw_only_default=True, field_specifiers=(field,)
    )
    def record(cls: type[T]) -> type[T]:
        """A data class with names for all its fields, frozen to type checkers.

        Nothing guards it at run time: a guarded field takes four times as long to set,
        which is a second of GitHub's document, of fields set once and never again.
        """
        ...

else:
    record = dataclass(slots=True, kw_only=True, unsafe_hash=True)
