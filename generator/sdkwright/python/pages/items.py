"""List items on pages: what is said of an argument, of a field."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir.declarations import Declaration, Enum, Field
from ...ir.types import List, Named, Type, with_null, without_null
from ...pointer import Pointer
from ...spec.objects import Json
from ..text.annotations import annotate
from ..text.constraints import constraint_text
from ..text.literals import literal
from ..text.markdown import code, inline, sentences
from ..views import ArgumentView
from .shelves import Links

# An enum of more values is read on its own page.
_FEW = 12


def argument_item(
    argument: ArgumentView, declarations: Mapping[Pointer, Declaration], links: Links
) -> str:
    """An argument: its type, what it is for, what may be given, where to read more."""
    default = argument.document_default
    return _item(
        f"`{argument.name}` - `{unshadowed(argument.annotation)}`.",
        argument.description,
        said(argument.constraints),
        _values(argument.type, declarations),
        "" if default is None else f"By default {code(default)}.",
        "Deprecated." if argument.deprecated else "",
        links.see(argument.type),
    )


def field_item(field: Field, links: Links) -> str:
    """A field of a model, in the same form."""
    names = links.names
    type_ = field.type if field.required else with_null(field.type)
    name = names.field(field.pointer)
    end = ", required." if field.required else "."
    return _item(
        f"`{name}` - `{unshadowed(annotate(type_, names).text)}`{end}",
        field.doc.description,
        f"On the wire {code(field.name)}." if field.name != name else "",
        said(field.constraints),
        f"By default {code(literal(field.default[0]))}." if field.default else "",
        "Only in answers." if field.read_only else "",
        "Only in requests." if field.write_only else "",
        "Deprecated." if field.doc.deprecated else "",
        links.see(field.type),
    )


def unshadowed(annotation: str) -> str:
    """As it is read: on a page no method called `list` stands in the way of `list`."""
    return annotation.replace("builtins.", "")


def said(constraints: Mapping[str, Json]) -> str:
    """Validation keywords as a sentence; empty where there are none."""
    return constraint_text(constraints, lambda value: code(str(value)))


def _item(head: str, description: str | None, *others: str) -> str:
    return sentences(head, inline(description or ""), *others)


def _values(type_: Type, declarations: Mapping[Pointer, Declaration]) -> str:
    """The values of an enum, where they are few."""
    inner = without_null(type_)
    inner = without_null(inner.items) if isinstance(inner, List) else inner
    enum = declarations.get(inner.pointer) if isinstance(inner, Named) else None
    if not isinstance(enum, Enum) or len(enum.members) > _FEW:
        return ""
    values = [code(literal(each.value)) for each in enum.members]
    return f"One of {', '.join(values)}."
