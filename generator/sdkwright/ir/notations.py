"""Which of several media types say another thing, not the same in another notation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..spec.objects import MediaType, Schema
from .media_types import ORDER, encoding_of
from .nodes import Content, Encoding

_RAW = (Encoding.BINARY, Encoding.EVENTS, Encoding.JSON_LINES)


def told_apart(content: Mapping[str, MediaType]) -> dict[str, MediaType]:
    """The forms of an answer, without those that say a JSON form's value again.

    `text/json`, and `application/xml` of the schema that `application/json` has, give
    a caller nothing that JSON does not; a CSV file or a picture does.
    """
    kept: dict[str, MediaType] = {}
    said: set[object] = set()
    for name in sorted(content, key=_order):
        encoding, value = encoding_of(name), _seen(content[name].schema)
        if value is None or value not in said or encoding in _RAW:
            kept[name] = content[name]
            if encoding is Encoding.JSON:
                said.add(value)
    return kept


def sendable(content: Mapping[str, MediaType]) -> dict[str, MediaType]:
    """The forms of a request, without XML that says a JSON form's value again."""
    kept = told_apart(content)
    return {
        name: each
        for name, each in content.items()
        if name in kept or encoding_of(name) is not Encoding.XML
    }


def choosable(contents: Iterable[Content]) -> Iterator[Content]:
    """The forms to choose from: each encoding once where no user could tell more.

    `application/json` and `text/json` are sent the same, `image/png` and
    `image/gif` are not.
    """
    seen: set[tuple[object, ...]] = set()
    for content in contents:
        alike = (content.encoding, content.type, content.fields and _facts(content))
        plain = content.encoding in (Encoding.JSON, Encoding.FORM, Encoding.MULTIPART)
        if not plain or alike not in seen:
            seen.add(alike)
            yield content


def _facts(content: Content) -> tuple[object, ...]:
    return tuple((each.name, each.type, each.required) for each in content.fields or ())


def _order(media_type: str) -> tuple[int, bool]:
    return ORDER.index(encoding_of(media_type)), media_type != "application/json"


def _seen(schema: Schema | None) -> object:
    """What can be seen of a schema at once; where that is the same, so is the value."""
    if schema is None:
        return None
    if schema.ref is not None:
        return schema.ref
    names = frozenset(schema.properties)
    return schema.types, schema.format, names, _seen(schema.items)
