"""List items on pages: what is said of an argument, of a field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir.aliases import bare
from ...ir.declarations import Declaration, Enum, Field
from ...ir.types import List, Named, Scalar, Type, Union, with_null, without_null
from ...pointer import Pointer
from ...spec.objects import Json
from ..text.annotations import annotate
from ..text.constraints import constraint_text
from ..text.files import said_of
from ..text.items import item
from ..text.literals import literal
from ..text.markdown import code
from ..views import ArgumentView
from .shelves import Links

# An enum of more values is read on its own page.
_FEW = 12


def argument_item(
    argument: ArgumentView, declarations: Mapping[Pointer, Declaration], links: Links
) -> str:
    """An argument: its type, what it is for, what may be given, where to read more."""
    default = argument.document_default
    return item(
        f"`{argument.name}` - `{unshadowed(argument.annotation)}`.",
        argument.description,
        said(argument.constraints),
        _values(argument.type, declarations, given=True),
        "" if default is None else f"By default {code(default)}.",
        "Deprecated." if argument.deprecated else "",
        links.see(argument.type),
    )


def field_item(
    field: Field, declarations: Mapping[Pointer, Declaration], links: Links
) -> str:
    """A field of a model, in the same form."""
    names = links.names
    type_ = field.type if field.required else with_null(field.type)
    name = names.field(field.pointer)
    end = ", required." if field.required else "."
    return item(
        f"`{name}` - `{unshadowed(annotate(type_, names).text)}`{end}",
        said_of(field.type, field.doc.description),
        f"On the wire {code(field.name)}." if field.name != name else "",
        said(field.constraints),
        _values(field.type, declarations),
        f"By default {code(literal(field.default[0]))}." if field.default else "",
        "Only in answers." if field.read_only else "",
        "Only in requests." if field.write_only else "",
        "Deprecated." if field.doc.deprecated else "",
        links.see(field.type),
    )


def variant_items(union: Union, links: Links) -> Iterator[str]:
    """The variants of a union, each with the values of its tag."""
    tags: dict[Type, list[str]] = {}
    for value, variant in union.tags:
        tags.setdefault(variant, []).append(code(literal(value)))
    for variant in union.variants:
        head = (
            links.to(variant.pointer)
            if isinstance(variant, Named)
            else f"`{annotate(variant, links.names).text}`"
        )
        values = " or ".join(tags.get(variant, ()))
        yield (
            f"{head} - where {code(union.tag)} is {values}."
            if (values and union.tag)
            else head
        )


def unshadowed(annotation: str) -> str:
    """As it is read: on a page no method called `list` stands in the way of `list`."""
    return annotation.replace("builtins.", "")


def said(constraints: Mapping[str, Json]) -> str:
    """Validation keywords as a sentence; empty where there are none."""
    return constraint_text(constraints, lambda value: code(str(value)))


def _values(
    type_: Type, declarations: Mapping[Pointer, Declaration], *, given: bool = False
) -> str:
    """The values of an enum, or of several to choose from, where they are few.

    Where it can be `given`, that each may be written for the member that has it.
    """
    if isinstance(without_null(type_), Scalar):  # as most are
        return ""
    inner = bare(type_, declarations)
    several = isinstance(inner, List)
    inner = bare(inner.items, declarations) if isinstance(inner, List) else inner
    if not isinstance(inner, Named | Union):
        return ""
    variants = inner.variants if isinstance(inner, Union) else (inner,)
    named = [each.pointer for each in variants if isinstance(each, Named)]
    found = [declarations.get(each) for each in named]
    enums = [each for each in found if isinstance(each, Enum)]
    if not enums:
        return ""
    alone = len(enums) == len(variants)
    any_text = any(each.any_text for each in enums)
    any_text |= any(each.or_text for each in variants if isinstance(each, Named))
    plain = _plain(enums, any_text, several=several) if given and alone else ""
    closed = alone and not any_text
    values = dict.fromkeys(
        code(literal(member.value)) for enum in enums for member in enum.members
    )
    if len(values) > _FEW:
        return f"{plain}." if plain else ""
    listed = ", ".join(values)
    if plain:
        return f"{plain}{':' if closed else ', for example'} {listed}."
    return f"{'One of' if closed else 'For example'} {listed}."


def _plain(enums: list[Enum], any_text: bool, *, several: bool) -> str:
    """What can be given for a member."""
    number = all(each.of_integers for each in enums)
    if any_text:
        return "Members, or any texts" if several else "A member, or any text"
    if several:
        return f"Members, or their {'numbers' if number else 'texts'}"
    return f"A member, or its {'number' if number else 'text'}"
