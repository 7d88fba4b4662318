"""A call of a method that would run: its arguments with values that fit them."""

from __future__ import annotations

from collections.abc import Iterable

from ...ir import nodes
from ...records import dataclass
from ..names.table import NameTable
from ..text.imports import Import
from ..text.layout import Group, prefixed
from ..views import ArgumentView
from .examples import Example, example


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A method called with examples of its required arguments."""

    method: str
    arguments: tuple[tuple[ArgumentView, Example], ...]

    @property
    def items(self) -> tuple[str | Group, ...]:
        return tuple(
            prefixed(f"{each.name}=", value.code) for each, value in self.arguments
        )

    @property
    def imports(self) -> frozenset[Import]:
        """What else the arguments mention."""
        return frozenset[Import]().union(
            *(value.imports for _, value in self.arguments)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The package's names that the arguments mention."""
        return tuple(
            sorted({name for _, value in self.arguments for name in value.names})
        )


def call_of(
    method: str,
    arguments: Iterable[ArgumentView],
    api: nodes.Api,
    names: NameTable,
) -> Call:
    """The shortest call: every required argument, and no other."""
    return Call(
        method=method,
        arguments=tuple(
            (each, example(each.type, api, names, hint=each.wire or each.name))
            for each in arguments
            if each.default is None
        ),
    )
