"""How schemas stand in XML: their XML Objects, and those that they refer to (4.26)."""

from __future__ import annotations

from ..spec.objects import Schema
from ..spec.xml import Xml
from .compose import Composer
from .declarations import InXml
from .nodes import Api, Content, Encoding
from .types import Kind, Scalar

_NOTHING = Xml()


def in_xml(schema: Schema, compose: Composer) -> InXml | None:
    """How the value of a schema stands in XML; None: as an element of its own name.

    What stands beside a reference counts more than what the reference leads to.
    """
    target = compose.target(schema)
    items = compose.merged(target).items
    inside = () if items is None else (items, compose.target(items))
    if all(each.xml is None for each in (schema, target, *inside)):
        return None
    own = _said(schema, compose)
    item = None if items is None else _said(items, compose).name
    usual = "element" if items is None else "none"
    made = InXml(
        name=own.name,
        item=item,
        node=None if own.node_type == usual else own.node_type,
        namespace=own.namespace,
        prefix=own.prefix,
    )
    return None if made == InXml() else made


def _said(schema: Schema, compose: Composer) -> Xml:
    own, there = schema.xml or _NOTHING, compose.target(schema).xml or _NOTHING
    return Xml(
        name=own.name or there.name,
        namespace=own.namespace or there.namespace,
        prefix=own.prefix or there.prefix,
        node_type=own.node_type or there.node_type,
    )


def is_built(content: Content) -> bool:
    """Whether a body of XML is read into a value, and is not given as its text."""
    text = content.type == Scalar(Kind.STRING)
    return content.encoding is Encoding.XML and not text


def uses_xml(api: Api) -> bool:
    """Whether any value of an API stands in XML."""
    return any(
        is_built(content)
        for operation in api.operations
        for content in (
            *(operation.body.contents if operation.body is not None else ()),
            *(
                each
                for answer in (*operation.successes, *operation.errors)
                for each in answer.contents
            ),
        )
    ) or any(
        each.encoding is Encoding.XML and each.type != Scalar(Kind.STRING)
        for each in api.webhooks
    )
