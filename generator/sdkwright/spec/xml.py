"""XML Objects: how values stand in XML (OpenAPI 3.2, 4.26)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..pointer import child
from ..records import dataclass

if TYPE_CHECKING:
    from .reader import Reader

NODE_TYPES = ("element", "attribute", "text", "cdata", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Xml:
    """`node_type` is also what `attribute` says, and `wrapped` (`element`)."""

    name: str | None = None
    namespace: str | None = None
    prefix: str | None = None
    node_type: str | None = None


def read_xml(_: object, reader: Reader, key: str) -> Xml | None:
    """The XML Object under a key of a schema, in 3.1's words or in 3.2's."""
    inner = reader.mapping(key)
    if inner is None:
        return None
    node_type = inner.text("nodeType")
    if node_type is not None and node_type not in NODE_TYPES:
        inner.found.warning(
            "unusable-xml",
            f"there is no nodeType '{node_type}'; it is as if nothing were said",
            child(inner.at, "nodeType"),
        )
        node_type = None
    if node_type is None and inner.flag("attribute"):
        node_type = "attribute"
    if node_type is None and inner.flag("wrapped"):
        node_type = "element"
    return Xml(
        name=inner.text("name"),
        namespace=inner.text("namespace"),
        prefix=inner.text("prefix"),
        node_type=node_type,
    )
