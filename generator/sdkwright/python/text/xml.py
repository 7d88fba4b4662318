"""How a value stands in XML, as an expression."""

from __future__ import annotations

from ...ir.declarations import InXml
from .imports import Import
from .literals import literal

IMPORT = Import("._core.kinds", "InXml")


def in_xml(xml: InXml) -> str:
    """`InXml("name", node="attribute")`: what is said, and no more."""
    named = (
        ("item", xml.item),
        ("node", xml.node),
        ("namespace", xml.namespace),
        ("prefix", xml.prefix),
    )
    items = [literal(xml.name)] if xml.name is not None else []
    items += [f"{key}={literal(value)}" for key, value in named if value is not None]
    return f"InXml({', '.join(items)})"
