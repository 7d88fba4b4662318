"""What reads a webhook's payload: as JSON, as a form, as it is."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import nodes
from ...ir.aliases import bare
from ...ir.declarations import Enum, Field, Model
from ...ir.nodes import Encoding
from ...ir.types import (
    Kind,
    List,
    Map,
    Named,
    Scalar,
    Type,
    Union,
)
from ..text.imports import Import
from ..text.layout import Group
from ..text.literals import literal

READERS = frozenset({"FormPayload", "Payload", "RawPayload", "XmlPayload"})
_XML = "XmlPayload"


def reader_of(webhook: nodes.Webhook, api: nodes.Api) -> tuple[str, tuple[Group, ...]]:
    """The runtime's class, and what it has to know besides the type."""
    match webhook.encoding:
        case Encoding.JSON:
            return "Payload", ()
        case Encoding.XML if webhook.type != Scalar(Kind.STRING):
            return _XML, ()
        case Encoding.FORM:
            return "FormPayload", tuple(_fields(webhook.type, api))
        case _:
            return "RawPayload", ()


def reader_import(webhook: nodes.Webhook, api: nodes.Api) -> Import:
    """Where the runtime's class stands."""
    reader, _ = reader_of(webhook, api)
    return Import("._core.xml_payload" if reader == _XML else "._core.payload", reader)


def _fields(type_: Type, api: nodes.Api) -> Iterator[Group]:
    """Which fields come several times, and which are JSON (OpenAPI 3.2, 4.15.1)."""
    lists: list[str] = []
    objects: list[str] = []
    for field in _model_fields(type_, api):
        match _plain(field.type, api):
            case List():
                lists.append(field.name)
            case Map() | Named() | Union():
                objects.append(field.name)
            case _:
                pass
    for name, several in (("lists", lists), ("objects", objects)):
        if several:
            yield Group(f"{name}=(", tuple(map(literal, several)), ")", is_tuple=True)


def _model_fields(type_: Type, api: nodes.Api) -> tuple[Field, ...]:
    plain = _plain(type_, api)
    declared = api.declarations[plain.pointer] if isinstance(plain, Named) else None
    return declared.fields if isinstance(declared, Model) else ()


def _plain(type_: Type, api: nodes.Api) -> Type | None:
    """What a type is, by whatever other names; None for an enum, which is text."""
    type_ = bare(type_, api.declarations)
    declared = api.declarations[type_.pointer] if isinstance(type_, Named) else None
    return None if isinstance(declared, Enum) else type_
