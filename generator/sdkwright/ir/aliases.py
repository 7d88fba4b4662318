"""What a type is, by whatever other names."""

from __future__ import annotations

from collections.abc import Mapping

from ..pointer import Pointer
from .declarations import Alias, Declaration
from .types import Named, Nullable, Type


def bare(type_: Type, declarations: Mapping[Pointer, Declaration]) -> Type:
    """A type without null and without aliases, of which some may go in circles."""
    for _ in range(len(declarations) + 1):
        match type_:
            case Nullable(inner):
                type_ = inner
            case Named(at) if isinstance(alias := declarations[at], Alias):
                type_ = alias.type
            case _:
                break
    return type_
