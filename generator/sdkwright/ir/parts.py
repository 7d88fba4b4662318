"""The properties of a form that are sent in their own way (OpenAPI 3.2, 4.15)."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec.objects import Encoding, Header, Json, MediaType
from .media_types import is_concrete
from .nodes import Part
from .schemas import Types

# What a part says of itself anyway.
_OURS = ("content-disposition", "content-type")


def parts_of(content: MediaType, types: Types) -> tuple[Part, ...]:
    """What the document says of each property of a form.

    A style counts, and the media type does not, where there is both (4.15.1). One of
    several media types is the caller's to choose, with the file. Items of a list are
    called by their place, and all that have none of their own by nothing (4.15.4).
    """
    several = dict(content.encoding)
    several |= {str(at): each for at, each in enumerate(content.prefix_encoding)}
    if content.item_encoding is not None:
        several[""] = content.item_encoding
    return tuple(
        Part(
            name=name,
            content_type=each.content_type if _one(each.content_type) else None,
            style=each.style,
            explode=each.explode,
            allow_reserved=each.allow_reserved,
            headers=tuple(_headers(each, types)),
        )
        for name, each in several.items()
    )


def _one(media_type: str | None) -> bool:
    return media_type is not None and "," not in media_type and is_concrete(media_type)


def _headers(encoding: Encoding, types: Types) -> Iterator[tuple[str, str]]:
    """The headers of a part that have just one value; the others are said."""
    for name, header in encoding.headers.items():
        if name.lower() in _OURS:
            continue
        value = _value(header, types)
        if value is not None:
            yield name, value
            continue
        types.found.warning(
            "unused-header",
            f"the document gives '{name}' no value, so the part is sent without it",
            header.pointer,
            on_key=True,
        )


def _value(header: Header, types: Types) -> str | None:
    """What a header always says: its constant, its only value, else its default."""
    if header.schema is None:
        return None
    schema = types.compose.merged(types.compose.target(header.schema))
    only = schema.enum if schema.enum is not None and len(schema.enum) == 1 else None
    for several in (schema.const, only, schema.default):
        if several is not None:
            return _text(several[0])
    return None


def _text(value: Json) -> str | None:
    """A scalar as the text of a header, which is one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str | int | float):
        return None
    text = str(value)
    return text if text.isascii() and text.isprintable() else None
