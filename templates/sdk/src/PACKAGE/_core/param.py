"""Parameters, and properties of forms, that are written in a way of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from urllib.parse import unquote

from .called import said
from .errors import InvalidRequestError
from .plain import Plain, plain, text, to_json
from .records import dataclass
from .styles import (
    IN_COOKIE,
    IN_COOKIE_ITEM,
    Styled,
    apart,
    encodable,
    escape,
    flat,
    query,
)

# What allowReserved lets through: no delimiter of the place itself, nor a plus,
# which forms read as a space.
_IN_QUERY = ":/?@!$'()*,;="
_IN_PATH = ":@!$&'()*+,;="
_TRIPLE = re.compile("(%[0-9A-Fa-f]{2})")
_DELIMITERS = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Part:
    """A property of a form that is sent in its own way (OpenAPI, Encoding Object).

    A part of a list has its place for a name; an empty one is any other.
    """

    name: str
    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_styled(self) -> bool:
        return self.style is not None or self.explode is not None


@dataclass(frozen=True, slots=True)
class Param(Styled):
    """A parameter whose form is not the usual one of its place (OpenAPI, `style`).

    With a media type its value is a text of that type; one that is `whole` is all
    of the query, in `parts` where it is a form.
    """

    name: str
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    media_type: str | None = None
    whole: bool = False
    parts: tuple[Part, ...] = ()

    def in_path(self, value: object) -> str:
        if self.media_type is not None:
            return self._escape(_content(self.media_type, value), _IN_PATH)
        written, style = plain(value), self.style or "simple"
        if not isinstance(written, dict | list):
            return _alone(self.name, self._escape(text(written), _IN_PATH), style)
        name, explode = escape(self.name), bool(self.explode)
        if isinstance(written, dict) and explode:
            pairs = written.items()
            items = [f"{escape(k)}={self._escape(text(v), _IN_PATH)}" for k, v in pairs]
        else:
            items = [self._escape(text(each), _IN_PATH) for each in flat(written)]
        match style:
            case "label":
                return "." + ("." if explode else ",").join(items)
            case "matrix" if explode and isinstance(written, dict):
                return "".join(f";{item}" for item in items)
            case "matrix" if explode:
                return "".join(f";{name}={item}" for item in items)
            case "matrix":
                return f";{name}={','.join(items)}"
            case _:
                return _DELIMITERS.get(style, ",").join(items)

    def in_query(self, value: object) -> list[str]:
        if self.whole:
            return self._whole(value)
        name = escape(self.name)
        if self.media_type is not None:
            content = _content(self.media_type, value)
            return [f"{name}={self._escape(content, _IN_QUERY)}"]
        written, style = plain(value), self.style or "form"
        pairs = apart(self.name, written)
        if isinstance(written, dict | list):
            if style == "deepObject":
                pairs = _deep(self.name, written)
            elif not self._is_apart(style):
                items = [self._escape(text(each), _IN_QUERY) for each in flat(written)]
                joined = _DELIMITERS.get(style, ",").join(items)
                return [f"{name}={joined}"] if items else []
        return [
            f"{escape(key)}={self._escape(text(each), _IN_QUERY)}"
            for key, each in pairs
        ]

    def _escape(self, written: str, reserved: str) -> str:
        """Percent-encoded; with `allowReserved` but for the `reserved` and for what is
        percent-encoded already (RFC 6570, 3.2.3)."""
        if not self.allow_reserved:
            return escape(written)
        parts = _TRIPLE.split(written)
        parts[::2] = (escape(each, reserved) for each in parts[::2])
        return "".join(parts)

    def _whole(self, value: object) -> list[str]:
        """A query that is one value (3.2, `in: querystring`)."""
        media_type = self.media_type or ""
        if media_type.startswith(_FORM):
            return form(_fields(value), self.parts)
        written = _content(media_type, value)
        return [escape(written, _IN_QUERY)] if written else []

    def in_header(self, value: object) -> str:
        if self.media_type is not None:
            return _content(self.media_type, value)
        written = plain(value)
        if isinstance(written, dict) and self.explode:
            return ",".join(f"{key}={text(each)}" for key, each in written.items())
        delimiter = unquote(_DELIMITERS.get(self.style or "", ","))
        return delimiter.join(map(text, flat(written)))

    def in_cookie(self, value: object) -> list[str]:
        """In style `cookie` nothing is escaped, and items apart are several cookies."""
        plainly = self.style == "cookie"

        def escaped(value: Plain, safe: str) -> str:
            if not plainly:
                return escape(text(value), safe)
            if ";" in (written := text(value)) or not written.isprintable():
                raise InvalidRequestError(
                    f"{said(self.name)} holds a character that no cookie may"
                )
            return encodable(self.name, written)

        if self.media_type is not None:
            content = _content(self.media_type, value)
            return [f"{self.name}={escape(content, IN_COOKIE)}"]
        written = plain(value)
        if not isinstance(written, dict | list):
            return [f"{self.name}={escaped(written, IN_COOKIE)}"]
        if not self._is_apart(self.style or "form"):
            items = [escaped(each, IN_COOKIE_ITEM) for each in flat(written)]
            return [f"{self.name}={','.join(items)}"]
        pairs = [
            f"{escaped(key, IN_COOKIE_ITEM)}={escaped(each, IN_COOKIE_ITEM)}"
            for key, each in apart(self.name, written)
        ]
        return pairs if plainly or not pairs else ["&".join(pairs)]

    def _is_apart(self, style: str) -> bool:
        """Whether items travel apart (4.12.2.2, `explode`)."""
        return style in ("form", "cookie") if self.explode is None else self.explode


def form(fields: Mapping[str, object], parts: Iterable[Part] = ()) -> list[str]:
    """The pairs of `application/x-www-form-urlencoded`, each field in its style.

    Where the document gives no style, an object is the text of its JSON, and a
    list a field that is sent several times (4.15.1).
    """
    styled = {part.name: part for part in parts}
    pairs: list[str] = []
    for name, value in fields.items():
        part = styled.get(name)
        if part is not None and part.is_styled:
            param = Param(name, part.style, part.explode, part.allow_reserved)
            pairs += query(param, value)
        elif part is not None and part.content_type is not None:
            pairs += query(Param(name, media_type=part.content_type), value)
        else:
            written = plain(value)
            pairs += query(name, [written] if isinstance(written, dict) else written)
    return pairs


def _content(media_type: str, value: object) -> str:
    """A value in a media type of its own (4.12.2.3, `content`)."""
    essence = media_type.partition(";")[0].strip().lower()
    if essence == _FORM:
        return "&".join(form(_fields(value)))
    if essence.startswith("text/"):
        return text(value)
    return to_json(value).decode()


def _fields(value: object) -> dict[str, Plain]:
    written = plain(value)
    if not isinstance(written, dict):
        raise InvalidRequestError("a form must have fields")
    return written


def _alone(name: str, written: str, style: str) -> str:
    """One value in a path."""
    if style == "label":
        return f".{written}"
    if style == "matrix":
        return f";{escape(name)}={written}" if written else f";{escape(name)}"
    return written


def _deep(name: str, value: Plain) -> Iterator[tuple[str, Plain]]:
    """`name[key]` for each leaf; a list repeats its name, at the top as `name[]`."""
    if isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, list) and not any(isinstance(x, dict) for x in each):
                yield from ((f"{name}[{key}]", item) for item in each)
            else:
                yield from _deep(f"{name}[{key}]", each)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            nested = isinstance(each, dict | list)
            yield from _deep(f"{name}[{index}]" if nested else f"{name}[]", each)
    else:
        yield name, value
