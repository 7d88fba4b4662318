"""How the body of an operation is made: the runtime's class and what it has to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...ir import nodes
from ...ir.declarations import Field
from ...ir.media_types import RECORDS, essence
from ...ir.nodes import Encoding
from ...ir.types import Type, named_in
from ...ir.xml import is_built
from ..names.table import NameTable
from ..text.annotations import expression
from ..text.imports import Import
from ..text.layout import Group
from ..text.literals import literal
from ..text.xml import IMPORT as IN_XML
from ..text.xml import in_xml
from .called import called, fields_called
from .choices import contents_of

# The runtime's classes of bodies: the file in which one stands, its usual media type.
_BODIES = {
    Encoding.JSON: ("body", "Json", "application/json"),
    Encoding.JSON_LINES: ("lines", "JsonLines", "application/x-ndjson"),
    Encoding.FORM: ("form", "Form", "application/x-www-form-urlencoded"),
    Encoding.MULTIPART: ("multipart", "Multipart", "multipart/form-data"),
    Encoding.TEXT: ("octets", "Text", "text/plain"),
    Encoding.XML: ("xml", "Xml", "application/xml"),
    Encoding.BINARY: ("octets", "Binary", "application/octet-stream"),
    Encoding.EVENTS: ("octets", "Text", "text/plain"),
}
AS_MODELS = Import("._core.dicts", "AsModels")
_RECORDS = ("lines", "JsonSeq", RECORDS)


def body_imports(operation: nodes.Operation, names: NameTable) -> Iterator[Import]:
    """The runtime's classes that make the operation's body, and read dicts."""
    contents = contents_of(operation)
    if dicts_of_parameters(operation, names):
        yield AS_MODELS
    if len(contents) > 1:
        yield Import("._core.one_of", "OneOf")
    for each in contents:
        if dicts_of(operation, each, names):
            yield AS_MODELS
        file, name, _ = _encoded(each)
        yield Import(f"._core.{file}", name)
        if each.xml is not None and is_built(each):
            yield IN_XML


def _encoded(content: nodes.Content) -> tuple[str, str, str]:
    """The class that makes a body: its file, its name and its usual media type."""
    if content.encoding is Encoding.XML and not is_built(content):
        return _BODIES[Encoding.TEXT]
    records = essence(content.media_type) == RECORDS
    return _RECORDS if records else _BODIES[content.encoding]


def parts_of(parts: Sequence[nodes.Part]) -> tuple[Group, ...]:
    """The properties of a form that are sent in their own way."""
    if not parts:
        return ()
    return (Group("parts=(", tuple(map(_part, parts)), ")", is_tuple=True),)


def dicts_of(
    operation: nodes.Operation, content: nodes.Content, names: NameTable
) -> Mapping[str, Type]:
    """The types of a body's arguments in which dicts can stand for models, by name."""
    if content.fields is None:
        whole = names.body_argument(operation.pointer)
        return _holding_dicts({whole: content.type}, names)
    return _holding_dicts(_types(operation, content.fields, names), names)


def dicts_of_parameters(
    operation: nodes.Operation, names: NameTable
) -> Mapping[str, Type]:
    """The same of an operation's parameters."""
    return _holding_dicts(_types(operation, operation.parameters, names), names)


def _types(
    operation: nodes.Operation,
    given: Iterable[nodes.Parameter | Field],
    names: NameTable,
) -> dict[str, Type]:
    at = operation.pointer
    return {names.argument(at, each.pointer): each.type for each in given}


def _holding_dicts(types: Mapping[str, Type], names: NameTable) -> Mapping[str, Type]:
    return {
        name: type_
        for name, type_ in types.items()
        if not names.dicts.isdisjoint(named_in(type_))
    }


def as_models(types: Mapping[str, Type], names: NameTable) -> Group:
    """`dicts=AsModels({…})`."""
    items = tuple(
        f"{literal(each)}: lambda: {expression(type_, names).text}"
        for each, type_ in types.items()
    )
    return Group("dicts=AsModels(", (Group("{", items, "}"),), ")")


def body_of(operation: nodes.Operation, names: NameTable) -> Group | None:
    """The body of an operation, in one form or in several; None where it has none."""
    contents = contents_of(operation)
    if len(contents) <= 1:
        return _body(operation, contents[0], names) if contents else None
    each_once = dict.fromkeys(
        each for content in contents for each in _body_names(content) or ("",)
    )
    arguments = {"": "", **fields_called(operation, contents, names)}
    forms = tuple(_body(operation, each, names) for each in contents)
    bodies = Group("bodies=(", forms, ")", is_tuple=True)
    several = (called(each, arguments[each]) for each in each_once)
    return Group("OneOf(", (*several, bodies), ")")


def _body_names(content: nodes.Content) -> tuple[str, ...]:
    return tuple(each.name for each in content.fields or ())


def _body(
    operation: nodes.Operation, content: nodes.Content, names: NameTable
) -> Group:
    _, name, media_type = _encoded(content)
    dicts = dicts_of(operation, content, names)
    arguments = fields_called(operation, (content,), names)
    items: list[str | Group] = [
        called(each, arguments[each]) if dicts else literal(each)
        for each in _body_names(content)
    ]
    if content.media_type != media_type:
        items.append(f"media_type={literal(content.media_type)}")
    if content.xml is not None and is_built(content):
        items.append(f"root={in_xml(content.xml)}")
    if content.fields and operation.body is not None and not operation.body.required:
        items.append("optional=True")
    named = _body_names(content)
    if dicts:
        items.append(as_models(dicts, names))
    parts = [each for each in content.parts if not named or each.name in named]
    return Group(f"{name}(", (*items, *parts_of(parts)), ")")


def _part(part: nodes.Part) -> Group:
    items = [literal(part.name)]
    if part.content_type is not None:
        items.append(f"media_type={literal(part.content_type)}")
    if part.style is not None:
        items.append(f"style={literal(part.style)}")
    if part.explode is not None:
        items.append(f"explode={part.explode}")
    if part.allow_reserved:
        items.append("allow_reserved=True")
    if part.headers:
        items.append(f"headers={literal(dict(part.headers))}")
    return Group("Param(", tuple(items), ")")
