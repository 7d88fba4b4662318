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


def reader_of(
    webhook: nodes.Webhook, api: nodes.Api
) -> tuple[tuple[str | Group, ...], frozenset[Import]]:
    """What tells the runtime how a payload is read, if that is not as JSON."""
    match webhook.encoding:
        case Encoding.JSON:
            return (), frozenset()
        case Encoding.XML if webhook.type != Scalar(Kind.STRING):
            return ("read=read_xml",), frozenset({Import("._core.xml", "read_xml")})
        case Encoding.FORM:
            fields = tuple(_fields(webhook.type, api))
            made = Group("read=FormFields(", fields, ")")
            return (made,), frozenset({Import("._core.payload", "FormFields")})
        case _:
            return ("read=read_text",), frozenset(
                {Import("._core.answer", "read_text")}
            )


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
