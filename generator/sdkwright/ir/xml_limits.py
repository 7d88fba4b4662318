"""What values cannot say in XML: each is a warning with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostics
from ..pointer import Pointer
from .declarations import Alias, Declaration, Model
from .mentions import declaration_types
from .nodes import Api, Encoding
from .reach import reached
from .types import Kind, List, Map, Named, Nullable, Scalar, Type, Union, named_in
from .xml import is_built

_NUMBERS = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN})


def check_xml(api: Api, found: Diagnostics) -> None:
    """Warn of properties that XML cannot tell, or cannot hold, as they are said."""
    declared = api.declarations

    def below(at: Pointer) -> Iterator[Pointer]:
        for each in declaration_types(declared[at]):
            yield from named_in(each)

    for at in sorted(reached(_in_xml(api), below)):
        declaration = declared[at]
        for field in declaration.fields if isinstance(declaration, Model) else ():
            several = [*_variants(field.type, declared, frozenset())]
            if problem := _problem(several):
                found.warning("unusable-xml", problem, field.pointer)
            if field.xml is not None and field.xml.node == "none":
                _check_none(several, field.pointer, found)


def _in_xml(api: Api) -> Iterator[Pointer]:
    """What the bodies, answers and payloads name that are XML."""
    for operation in api.operations:
        body = () if operation.body is None else operation.body.contents
        answers = (*operation.successes, *operation.errors)
        for content in (*body, *(each for one in answers for each in one.contents)):
            if is_built(content):
                yield from named_in(content.type)
    for webhook in api.webhooks:
        if webhook.encoding is Encoding.XML:
            yield from named_in(webhook.type)


def _problem(variants: list[Type]) -> str | None:
    lists = [each for each in variants if isinstance(each, List)]
    if lists and len(lists) < len(variants):
        return "XML does not tell a list from its only item: it is read as a list"
    kinds = {each.kind for each in variants if isinstance(each, Scalar)}
    if Kind.STRING in kinds and not kinds.isdisjoint(_NUMBERS):
        return "XML does not tell text from other values: they are read as text"
    return None


def _check_none(variants: list[Type], at: Pointer, found: Diagnostics) -> None:
    if not all(isinstance(each, Named | Map) for each in variants):
        why = "only an object can be without a node of its own; this has an element"
        found.warning("unusable-xml", why, at)


def _variants(
    type_: Type, declared: Mapping[Pointer, Declaration], seen: frozenset[Pointer]
) -> Iterator[Type]:
    """What a value may be, by whatever names; models and enums keep theirs."""
    match type_:
        case Nullable(inner):
            yield from _variants(inner, declared, seen)
        case Union(several):
            for each in several:
                yield from _variants(each, declared, seen)
        case Named(at) if isinstance(alias := declared[at], Alias):
            if at not in seen:
                yield from _variants(alias.type, declared, seen | {at})
        case _:
            yield type_
