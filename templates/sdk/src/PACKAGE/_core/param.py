"""Parameters, and properties of forms, that are written in a way of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from urllib.parse import unquote

from .errors import InvalidRequestError
from .plain import Plain, plain, said, text, to_json
from .records import dataclass, replace
from .styles import (
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
# What neither a cookie nor what separates its items holds (RFC 6265, 4.1.1).
_IN_COOKIE = "!#$&'()*+-./:<=>?@[]^_`{|}~"
_IN_COOKIE_ITEM = _IN_COOKIE.replace("&", "").replace("=", "")
_TRIPLE = re.compile("(%[0-9A-Fa-f]{2})")
_DELIMITERS = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}
# What stands before each part of a path.
_PREFIXES = {"label": (".", "."), "matrix": (";", ";")}
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Param(Styled):
    """A parameter, or a property of a form, that is not written in the usual way.

    With a media type its value is a text of that type; one that is `whole` is all
    of the query, in `parts` where it is a form. A property may be sent as a part with
    `headers` (OpenAPI, Encoding Object); one of a list has its place for a name, an
    empty one is any other.
    """

    name: str
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    media_type: str | None = None
    whole: bool = False
    parts: tuple[Param, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_styled(self) -> bool:
        return self.style is not None or self.explode is not None

    def in_path(self, value: object) -> str:
        if self.media_type is not None:
            return self._escape(self._content(value), _IN_PATH)
        written, style = plain(value, self.name), self.style or "simple"
        between = _DELIMITERS.get(style, ",")
        parts = self._items(written, lambda each: self._escape(text(each), _IN_PATH))
        if not self.explode:
            parts = [between.join(parts)]
        if style == "matrix" and not (self.explode and isinstance(written, dict)):
            name = escape(self.name)
            parts = [f"{name}={each}" if each else name for each in parts]
        first, between = _PREFIXES.get(style, ("", between))
        return first + between.join(parts)

    def in_query(self, value: object) -> list[str]:
        if self.whole:
            return self._whole(value)
        name = escape(self.name)
        if self.media_type is not None:
            content = self._content(value)
            return [f"{name}={self._escape(content, _IN_QUERY)}"]

        def escaped(each: Plain) -> str:
            return self._escape(text(each), _IN_QUERY)

        written = plain(value, self.name)
        if self.style == "deepObject" and isinstance(written, dict | list):
            pairs = _deep(self.name, written)
            return [f"{escape(key)}={escaped(each)}" for key, each in pairs]
        return self._pairs(written, name, escape, escaped)

    def _pairs(
        self,
        value: Plain,
        name: str,
        named: Callable[[str], str],
        escaped: Callable[[Plain], str],
    ) -> list[str]:
        """What `form` and its like make of a value: one pair, or one for each item."""
        style = self.style or "form"
        is_apart = self.explode  # 4.12.2.2: by default where the style is such
        if is_apart is None:
            is_apart = style in ("form", "cookie")
        if isinstance(value, dict | list) and not is_apart:
            items = _DELIMITERS.get(style, ",").join(map(escaped, flat(value)))
            return [f"{name}={items}"] if value else []
        pairs = apart(self.name, value)
        if isinstance(value, dict):
            return [f"{named(key)}={escaped(each)}" for key, each in pairs]
        return [f"{name}={escaped(each)}" for _, each in pairs]

    def _items(self, value: Plain, escaped: Callable[[Plain], str]) -> list[str]:
        """The parts of a value that has no name: fields are pairs where it explodes."""
        if isinstance(value, dict) and self.explode:
            return [f"{escaped(key)}={escaped(each)}" for key, each in value.items()]
        return list(map(escaped, flat(value)))

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
        if self._essence == _FORM:
            return self._form(value)
        written = self._content(value)
        return [escape(written, _IN_QUERY)] if written else []

    @property
    def _essence(self) -> str:
        return (self.media_type or "").partition(";")[0].strip().lower()

    def _content(self, value: object) -> str:
        """A value in a media type of its own (4.12.2.3, `content`)."""
        if self._essence == _FORM:
            return "&".join(self._form(value))
        if self._essence.startswith("text/"):
            return text(value)
        return to_json(value, self.name).decode()

    def _form(self, value: object) -> list[str]:
        written = plain(value, self.name)
        if not isinstance(written, dict):
            raise InvalidRequestError("a form must have fields")
        return form(written, self.parts)

    def in_header(self, value: object) -> str:
        if self.media_type is not None:
            return self._content(value)
        between = unquote(_DELIMITERS.get(self.style or "", ","))
        return between.join(self._items(plain(value, self.name), text))

    def in_cookie(self, value: object) -> list[str]:
        """What no cookie may hold is escaped (RFC 6265, 4.1.1), and items are one.

        In style `cookie` nothing is escaped, and items apart are several cookies.
        """
        if self.media_type is not None:
            content = self._content(value)
            return [f"{self.name}={escape(content, _IN_COOKIE)}"]
        written, is_plain = plain(value, self.name), self.style == "cookie"
        safe = _IN_COOKIE_ITEM if isinstance(written, dict | list) else _IN_COOKIE

        def escaped(each: Plain) -> str:
            return self._as_it_is(each) if is_plain else escape(text(each), safe)

        pairs = self._pairs(written, self.name, escaped, escaped)
        return pairs if is_plain or not pairs else ["&".join(pairs)]

    def _as_it_is(self, value: Plain) -> str:
        written = text(value)
        if ";" in written or not written.isprintable():
            raise InvalidRequestError(
                f"{said(self.name)} holds a character that no cookie may"
            )
        return encodable(self.name, written)


def form(fields: Mapping[str, object], parts: Iterable[Param] = ()) -> list[str]:
    """The pairs of `application/x-www-form-urlencoded`, each field in its style.

    Where the document gives no style, an object is the text of its JSON, and a
    list a field that is sent several times (4.15.1).
    """
    styled = {part.name: part for part in parts}
    pairs: list[str] = []
    for name, value in fields.items():
        part = styled.get(name)
        if part is not None and part.is_styled:
            pairs += query(replace(part, media_type=None), value)
        elif part is not None and part.media_type is not None:
            pairs += query(part, value)
        else:
            written = plain(value, name)
            pairs += query(name, [written] if isinstance(written, dict) else written)
    return pairs


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
