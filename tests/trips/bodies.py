"""Bodies, in both directions: what was sent is decoded, what is answered is made."""

from __future__ import annotations

import json
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from .decode import Pairs, Undecodable, field_of, fields, in_query, leaf
from .shapes import Body, kind


def decoded(body: Body, media_type: str, content: bytes, shape: Any) -> Any:
    """The value of a request's body; `shape` as in `decode`."""
    match kind(body.media_type):
        case "json":
            return _json(content)
        case "lines":
            lines = [_json(line) for line in content.split(b"\n") if line.strip()]
            return lines if isinstance(shape, list) else lines[0]
        case "form":
            return fields(Pairs.of(content.decode("ascii")), body.encoding, shape)
        case "multipart":
            return _multipart(body, media_type, content, shape)
        case "binary":
            return content if isinstance(shape, bytes) else content.decode()
        case "xml" if isinstance(shape, dict):
            return _elements(ElementTree.fromstring(content), shape)
        case _:
            return leaf(content.decode(), shape)


def _elements(element: ElementTree.Element, shape: dict[str, Any]) -> dict[str, Any]:
    """What is in an element, where the document has no `xml` for it: elements."""
    made: dict[str, Any] = {}
    for each in element:
        of = shape.get(each.tag)
        inner = of[0] if isinstance(of, list) and of else of
        text = each.text or ""
        value = _elements(each, inner) if isinstance(inner, dict) else leaf(text, inner)
        if isinstance(of, list):
            made.setdefault(each.tag, []).append(value)
        elif each.tag in made:
            raise Undecodable(f"<{each.tag}> is there more than once")
        else:
            made[each.tag] = value
    return made


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        raise Undecodable(f"no JSON: {content[:80]!r}") from None


def _multipart(
    body: Body, media_type: str, content: bytes, shape: Any
) -> dict[str, Any]:
    """Parts by name; those that have a style are read as a query would be."""
    head = f"Content-Type: {media_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + content)
    parts: list[tuple[str, str, bytes]] = []
    for part in message.iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        payload: Any = part.get_payload(decode=True)
        parts.append((name, part.get_content_type(), payload))
    made: dict[str, Any] = {}
    for name, expected in shape.items():
        coding = body.encoding.get(name) or {}
        if {"style", "explode"} & coding.keys() and not _is_file(expected):
            made[name] = _styled(name, coding, parts, expected)
            continue
        own = [each for each in parts if each[0] == name]
        parts = [each for each in parts if each[0] != name]
        if isinstance(expected, list):
            shapes = [*expected, *[""] * len(own)]
            made[name] = [_part(*e[1:], of) for e, of in zip(own, shapes, strict=False)]
        elif len(own) != 1:
            raise Undecodable(f"{name} is sent {len(own)} times")
        else:
            made[name] = _part(*own[0][1:], expected)
    if parts:
        raise Undecodable(f"parts that nobody gave: {parts!r:.200}")
    return made


def _is_file(value: Any) -> bool:
    several = value if isinstance(value, list) else [value]
    return any(isinstance(each, bytes) for each in several)


def _styled(
    name: str, coding: dict[str, Any], parts: list[tuple[str, str, bytes]], shape: Any
) -> Any:
    style = coding.get("style", "form")
    field = field_of(name, style, coding.get("explode", style == "form"), None)
    pairs = Pairs([(each, quote(payload, safe=" ,|")) for each, _, payload in parts])
    if style == "spaceDelimited":
        pairs = Pairs([(key, value.replace(" ", "%20")) for key, value in pairs.rest])
    if style == "pipeDelimited":
        pairs = Pairs([(key, value.replace("|", "%7C")) for key, value in pairs.rest])
    value = in_query(field, pairs, shape)
    names = {each for each, _ in pairs.rest}
    parts[:] = [each for each in parts if each[0] in names]
    return value


def _part(media_type: str, payload: bytes, shape: Any) -> Any:
    if isinstance(shape, bytes):
        return payload
    if kind(media_type) == "json":
        return _json(payload)
    return leaf(payload.decode(), shape)


def written(media_type: str, value: Any, *, items: bool, framed: bool = False) -> bytes:
    """The bytes of an answer of a media type; `items`: the value is a list of them.

    Items that are `framed` are events of a stream, by the names of their fields.
    """
    many = value if items else [value]
    match "framed" if framed else kind(media_type):
        case "json":
            return json.dumps(value).encode()
        case "lines":
            return b"".join(json.dumps(each).encode() + b"\n" for each in many)
        case "events":
            return b"".join(b"data: " + json.dumps(e).encode() + b"\n\n" for e in many)
        case "framed":
            return b"".join(map(_event, many))
        case "xml" if isinstance(value, dict):
            return ElementTree.tostring(_tree("a", value), encoding="unicode").encode()
        case _:
            if isinstance(value, bytes):
                return value
            return (value if isinstance(value, str) else json.dumps(value)).encode()


def _event(fields: dict[str, Any]) -> bytes:
    lines = [
        f"{name}: {line}\n"
        for name, value in fields.items()
        for line in str(value).split("\n")
    ]
    return f"{''.join(lines)}\n".encode()


def _tree(name: str, value: Any) -> ElementTree.Element:
    element = ElementTree.Element(name)
    if not isinstance(value, dict):
        element.text = value if isinstance(value, str) else json.dumps(value)
        return element
    for key, inner in value.items():
        for each in inner if isinstance(inner, list) else [inner]:
            element.append(_tree(key, each))
    return element
