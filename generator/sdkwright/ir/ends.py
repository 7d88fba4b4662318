"""Where chains of references end; each link of a chain is followed once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..pointer import Pointer
from ..spec.objects import Schema
from .both import structural


class Ends:
    """The ends of references that say nothing else.

    `referenced` are the schemas that references lead to; no chain goes beyond one of
    the `stops`. What is found is remembered, or a chain would be walked anew from
    every link of it.
    """

    def __init__(
        self, referenced: Mapping[Pointer, Schema], stops: Collection[Pointer] = ()
    ) -> None:
        self._referenced = referenced
        self._stops = stops
        self._known: dict[Pointer, tuple[Pointer, bool] | None] = {}

    def of(self, at: Pointer) -> tuple[Pointer, bool] | None:
        """Where a reference to `at` leads in the end, and whether null fits too.

        None where it leads round in a circle.
        """
        links: dict[Pointer, Schema] = {}  # in the order of the chain
        while at not in self._known:
            schema = self._referenced[at]
            if at in self._stops or schema.ref is None or structural(schema):
                self._known[at] = at, False
            elif schema.ref in links or schema.ref == at:
                self._known[at] = None
            else:
                links[at] = schema
                at = schema.ref
        end = self._known[at]
        for link, schema in reversed(links.items()):
            if end is not None:
                end = end[0], end[1] or schema.nullable
            self._known[link] = end
        return end
