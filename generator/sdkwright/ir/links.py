"""Links: which calls an answer leads to (OpenAPI 3.2, 4.20)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics
from ..pointer import Pointer
from ..records import dataclass
from ..spec import objects
from ..spec.objects import OpenAPI
from .beside import Link


@dataclass(frozen=True, slots=True)
class Links:
    """Finds what links lead to; `ids` are the operations by their ids."""

    ids: Mapping[str, Pointer]
    pointers: frozenset[Pointer]
    found: Diagnostics

    @classmethod
    def of(cls, openapi: OpenAPI, found: Diagnostics) -> Links:
        """The operations of a document, to be found by links."""
        several = openapi.operations
        ids = {each.operation_id: each.pointer for each in reversed(several)}
        return cls(
            {name: at for name, at in ids.items() if name is not None},
            frozenset(each.pointer for each in several),
            found,
        )

    def leading(self, links: Mapping[str, objects.Link]) -> Iterator[Link]:
        """The links of an answer that lead to an operation of the document."""
        for name, link in links.items():
            at = link.operation_ref or self.ids.get(link.operation_id or "")
            if at is None or at not in self.pointers:
                self.found.warning(
                    "unused-link",
                    "no operation of this document is what this link leads to, so it "
                    "is left out",
                    link.pointer,
                    on_key=True,
                )
                continue
            body = {} if link.request_body is None else {"": link.request_body[0]}
            yield Link(
                name=name,
                operation=at,
                arguments={**link.parameters, **body},
                description=link.description,
            )
