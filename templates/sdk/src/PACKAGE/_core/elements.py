"""JSON values as elements of XML, and back, as their types say."""

from __future__ import annotations

import json
import re
from enum import Enum
from importlib import import_module
from typing import Any
from xml.etree.ElementTree import Element, tostring

from .errors import InvalidRequestError
from .kinds import USUAL, InXml, Kinds, Property
from .narrow import is_list, is_tuple
from .plain import Plain, plain, text

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# What text beside elements is called where no property is for it, as no element is.
_TEXT = "#text"
_NAME = re.compile(r"[^\W\d][\w.\-]*")
# What XML 1.0 cannot say, however it is escaped (2.2, Char).
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Text that is to be a CDATA section, between characters that no value can hold.
_SECTION = re.compile(rb"\x01([^\x02]*)\x02")


# --- written ------------------------------------------------------------------------


def to_xml(value: object, root: InXml) -> bytes:
    """A value as a document; its element is called as `root` says, or its model."""
    kinds = Kinds.of(value)
    how = root if root.name is not None else kinds.root
    element = _element(how.name or "root", how)
    if is_list(value) or is_tuple(value):
        for each in value:
            inside = Kinds.of(each)
            name = root.item or inside.root.name or "item"
            _fill(_child(element, name, inside.root), inside, plain(each))
    else:
        _fill(element, kinds, plain(value))
    document: bytes = tostring(element, encoding="utf-8", xml_declaration=True)
    return _SECTION.sub(_as_it_is, document)


def _fill(element: Element, kinds: Kinds, value: Plain) -> None:
    if value is None:
        element.set("xmlns:xsi", _XSI)
        element.set("xsi:nil", "true")
    elif isinstance(value, dict):
        properties = kinds.properties
        for key, each in value.items():
            if key == _TEXT and key not in properties:
                element.text = _said(each)
                continue
            how, annotation, _ = properties.get(key, (USUAL, object, False))
            _add(element, key, how, Kinds(annotation), each)
    elif isinstance(value, list):
        items = kinds.items or Kinds(object)
        for each in value:
            _fill(_child(element, items.root.name or "item", USUAL), items, each)
    else:
        element.text = _said(value)


def _add(element: Element, key: str, how: InXml, kinds: Kinds, value: Plain) -> None:
    name = how.name or key
    if how.node == "attribute":
        if value is not None:
            element.set(_qualified(element, name, how), _said(value))
    elif how.node == "text":
        element.text = _said(value)
    elif how.node == "cdata":
        element.text = f"\x01{_said(value)}\x02"
    elif how.node == "none" and isinstance(value, dict):
        _fill(element, kinds, value)
    elif isinstance(value, list):
        wrapped = how.node == "element"
        parent = _child(element, name, how) if wrapped else element
        for each in value:
            child = _child(parent, how.item or name, USUAL if wrapped else how)
            _fill(child, kinds.items or Kinds(object), each)
    else:
        _fill(_child(element, name, how), kinds, value)


def _child(parent: Element, name: str, how: InXml) -> Element:
    child = _element(name, how)
    parent.append(child)
    return child


def _element(name: str, how: InXml) -> Element:
    element = Element("")
    element.tag = _qualified(element, name, how)
    if how.namespace is not None and how.prefix is None:
        element.set("xmlns", how.namespace)
    return element


def _qualified(element: Element, name: str, how: InXml) -> str:
    """A name with its prefix, which the element declares."""
    if not _NAME.fullmatch(name):
        raise InvalidRequestError(f"{name!r} is no name that XML has")
    if how.prefix is None:
        return name
    if how.namespace is not None:
        element.set(f"xmlns:{how.prefix}", how.namespace)
    return f"{how.prefix}:{name}"


def _said(value: Plain) -> str:
    written = "" if value is None else text(value)
    if _UNSAYABLE.search(written):
        raise InvalidRequestError("a value holds a character that XML does not have")
    return written


def _as_it_is(marked: re.Match[bytes]) -> bytes:
    """A CDATA section in place of text that was escaped (XML 1.0, 2.7)."""
    content = marked[1].replace(b"&lt;", b"<").replace(b"&gt;", b">")
    content = content.replace(b"&amp;", b"&").replace(b"]]>", b"]]]]><![CDATA[>")
    return b"<![CDATA[" + content + b"]]>"


# --- read ---------------------------------------------------------------------------


def from_xml(content: bytes, kinds: Kinds) -> Plain:
    """A document as JSON has it.

    Raises:
        SyntaxError: It is no XML.
        ValueError: It declares entities, which could harm.
    """
    library: Any = import_module("defusedxml.ElementTree")
    root: Element = library.fromstring(content)
    return valued(root, kinds.called(_local(root.tag)))


def valued(element: Element, kinds: Kinds) -> Plain:
    """An element as JSON has it. What its type does not know is kept."""
    if element.get(f"{{{_XSI}}}nil") in ("true", "1"):
        return None
    items, values, properties = kinds.items, kinds.values, kinds.properties
    if items is not None:
        return [valued(each, items.called(_local(each.tag))) for each in element]
    if properties and not (kinds.is_scalar and _is_text(element)):
        return _object(element, properties)
    if values is not None and values.is_anything:
        return _rest(*_parts(element))
    if values is not None:
        return {_local(each.tag): valued(each, values) for each in element}
    if kinds.is_anything:
        return _anything(element)
    return _scalar("".join(element.itertext()), kinds)


def _object(element: Element, properties: dict[str, Property]) -> Plain:
    attributes, children = _parts(element)
    made = _taken(element, properties, attributes, children)
    return {**_rest(attributes, children), **made}


def _taken(
    element: Element,
    properties: dict[str, Property],
    attributes: dict[str, str],
    children: dict[str, list[Element]],
) -> dict[str, Plain]:
    """The properties that an element has; what they are is taken out of its parts."""
    made: dict[str, Plain] = {}
    for key, (how, annotation, required) in properties.items():
        kinds, name = Kinds(annotation), how.name or key
        items = kinds.items
        if how.node == "attribute":
            if name in attributes:
                made[key] = _scalar(attributes.pop(name), kinds)
        elif how.node in ("text", "cdata"):
            attributes.pop(_TEXT, None)
            made[key] = _scalar(_text_of(element), kinds)
        elif how.node == "none" and kinds.properties:
            inner = _taken(element, kinds.properties, attributes, children)
            if inner or required:
                made[key] = inner
        elif items is not None and how.node != "element":
            found = children.pop(how.item or name, [])
            if found or required:
                made[key] = [valued(each, items) for each in found]
        elif found := children.pop(name, []):
            made[key] = valued(found[-1], kinds)
    return made


def _is_text(element: Element) -> bool:
    return not len(element) and not element.attrib


def _anything(element: Element) -> Plain:
    """An element of which nothing is known: text, or what it has by name."""
    if _is_text(element):
        return element.text or ""
    return _rest(*_parts(element))


def _text_of(element: Element) -> str:
    """The text of an element itself: before, between and after those inside of it."""
    return "".join((element.text or "", *(each.tail or "" for each in element)))


def _parts(element: Element) -> tuple[dict[str, str], dict[str, list[Element]]]:
    """Attributes, text among them, and children by their names without namespaces."""
    attributes = {
        _local(name): value
        for name, value in element.attrib.items()
        if not name.startswith(f"{{{_XSI}}}")
    }
    if said := _text_of(element).strip():
        attributes[_TEXT] = said
    children: dict[str, list[Element]] = {}
    for child in element:
        children.setdefault(_local(child.tag), []).append(child)
    return attributes, children


def _rest(
    attributes: dict[str, str], children: dict[str, list[Element]]
) -> dict[str, Plain]:
    made: dict[str, Plain] = {**attributes}
    for name, several in children.items():
        values = [_anything(each) for each in several]
        made[name] = values[0] if len(values) == 1 else values
    return made


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _scalar(written: str, kinds: Kinds) -> Plain:
    """Text as what JSON would have in its place."""
    if kinds.any_of(str) or kinds.is_anything:
        return written
    stripped = written.strip()
    if kinds.any_of(bool) and stripped in ("true", "false", "1", "0"):
        return stripped in ("true", "1")
    if kinds.any_of(int, float, Enum):
        try:
            value: Plain = json.loads(stripped)
        except ValueError:
            return stripped or None
        return value if isinstance(value, int | float) else stripped
    return stripped or None
