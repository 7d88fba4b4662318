"""Parameters as text, by their style (OpenAPI 3.2, 4.12.6, Style Values)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from urllib.parse import quote, unquote

from .errors import InvalidRequestError
from .param import Param, Part
from .plain import Plain, plain, text, to_json

# What allowReserved lets through: no delimiter of the place itself, nor a plus,
# which forms read as a space.
_IN_QUERY = ":/?@!$'()*,;="
_IN_PATH = ":@!$&'()*+,;="
_IN_COOKIE = "!#$&'()*+-./:<=>?@[]^_`{|}~"
_IN_COOKIE_ITEM = _IN_COOKIE.replace("&", "").replace("=", "")
_DELIMITERS = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}


def path(template: str, params: Iterable[str | Param], values: Iterable[object]) -> str:
    """A path template with its parameters in it, percent-encoded (RFC 3986, 2.1).

    A value that would lead to another path is refused: an empty one, `.`, `..`.
    """
    written: dict[str, str] = {}
    for param, value in zip(params, values, strict=True):
        param = _param(param)
        written[f"{{{param.name}}}"] = _in_path(param, value)
    segments = template.split("/")
    return "/".join(
        [_filled(each, written) if "{" in each else each for each in segments]
    )


def _filled(segment: str, written: Mapping[str, str]) -> str:
    """A segment of a path with what stands in place of its placeholders."""
    filled = segment
    for placeholder, value in written.items():
        filled = filled.replace(placeholder, value)
    if filled in ("", ".", ".."):
        raise InvalidRequestError(
            f"{segment.strip('{}')} may not be '{filled}': it would change the path"
        )
    return filled


def query(param: str | Param, value: object) -> list[str]:
    """The `name=value` pairs of a query parameter, percent-encoded.

    A list or an object without items gives none.
    """
    param = _param(param)
    if param.whole:
        return _whole(param, value)
    safe = _IN_QUERY if param.allow_reserved else ""
    name = _escape(param.name)
    if param.media_type is not None:
        return [f"{name}={_escape(_content(param.media_type, value), safe)}"]
    style = param.style or "form"
    written = plain(value)
    if not isinstance(written, dict | list):
        return [f"{name}={_escape(text(written), safe)}"]
    if style == "deepObject":
        pairs = list(_deep(param.name, written))
    elif not _exploded(param, style):
        items = [_escape(text(each), safe) for each in _flat(written)]
        return [f"{name}={_DELIMITERS.get(style, ',').join(items)}"] if items else []
    elif isinstance(written, dict):
        pairs = [
            (key, each) for key, held in written.items() for each in _several(held)
        ]
    else:
        pairs = [(param.name, each) for each in written]
    return [f"{_escape(key)}={_escape(text(each), safe)}" for key, each in pairs]


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
            param = Param(
                name,
                style=part.style,
                explode=part.explode,
                allow_reserved=part.allow_reserved,
            )
        elif part is not None and part.content_type is not None:
            param = Param(name, media_type=part.content_type)
        else:
            param, written = Param(name), plain(value)
            value = [written] if isinstance(written, dict) else written
        pairs += query(param, value)
    return pairs


def header(param: str | Param, value: object) -> tuple[str, str]:
    """A header's name and value; lists and objects in style `simple`."""
    param = _param(param)
    if param.media_type is not None:
        written = _content(param.media_type, value)
    else:
        written = _simple(param, plain(value))
    if any(ord(each) < 32 and each != "\t" for each in written) or "\x7f" in written:
        raise InvalidRequestError(f"{param.name} holds a character that no header may")
    return param.name, _encodable(param.name, written)


def cookie(param: str | Param, value: object) -> list[str]:
    """The `name=value` pairs of a cookie parameter.

    In style `form` what no cookie may hold is escaped (RFC 6265, 4.1.1), and an
    exploded value is one cookie, as the table of styles has it. In style `cookie`
    nothing is escaped, and an exploded value is several cookies.
    """
    param = _param(param)
    plainly = param.style == "cookie"

    def escaped(value: Plain, safe: str) -> str:
        if not plainly:
            return _escape(text(value), safe)
        if ";" in (written := text(value)) or not written.isprintable():
            raise InvalidRequestError(
                f"{param.name} holds a character that no cookie may"
            )
        return _encodable(param.name, written)

    if param.media_type is not None:
        content = _content(param.media_type, value)
        return [f"{param.name}={_escape(content, _IN_COOKIE)}"]
    written = plain(value)
    if not isinstance(written, dict | list):
        return [f"{param.name}={escaped(written, _IN_COOKIE)}"]
    if not _exploded(param, param.style or "form"):
        items = [escaped(each, _IN_COOKIE_ITEM) for each in _flat(written)]
        return [f"{param.name}={','.join(items)}"]
    pairs = [
        f"{escaped(key, _IN_COOKIE_ITEM)}={escaped(each, _IN_COOKIE_ITEM)}"
        for key, each in (
            written.items()
            if isinstance(written, dict)
            else ((param.name, each) for each in written)
        )
    ]
    return pairs if plainly or not pairs else ["&".join(pairs)]


_usual = cache(Param)


def _param(param: str | Param) -> Param:
    return _usual(param) if isinstance(param, str) else param


def _exploded(param: Param, style: str) -> bool:
    """Whether items travel apart (4.12.2.2, `explode`)."""
    return style in ("form", "cookie") if param.explode is None else param.explode


def _escape(written: str, safe: str = "") -> str:
    return quote(written, safe=safe, errors="surrogatepass")


def _encodable(name: str, written: str) -> str:
    """The same text, if UTF-8 can say it: half a surrogate pair cannot be."""
    try:
        written.encode()
    except UnicodeEncodeError:
        raise InvalidRequestError(f"{name} holds half a character") from None
    return written


def _content(media_type: str, value: object) -> str:
    """A value in a media type of its own (4.12.2.3, `content`)."""
    essence = media_type.partition(";")[0].strip().lower()
    if essence == "application/x-www-form-urlencoded":
        return "&".join(form(_fields(value)))
    if essence.startswith("text/"):
        return text(value)
    return to_json(value).decode()


def _whole(param: Param, value: object) -> list[str]:
    """A query that is one value (3.2, `in: querystring`)."""
    media_type = param.media_type or ""
    if media_type.startswith("application/x-www-form-urlencoded"):
        return form(_fields(value), param.parts)
    written = _content(media_type, value)
    return [_escape(written, _IN_QUERY)] if written else []


def _fields(value: object) -> dict[str, Plain]:
    written = plain(value)
    if not isinstance(written, dict):
        raise InvalidRequestError("a form must have fields")
    return written


def _in_path(param: Param, value: object) -> str:
    if value is None:
        raise InvalidRequestError(
            f"{param.name} is part of the path and may not be None"
        )
    safe = _IN_PATH if param.allow_reserved else ""
    if param.media_type is not None:
        return _escape(_content(param.media_type, value), safe)
    written, style = plain(value), param.style or "simple"
    if not isinstance(written, dict | list):
        return _alone(param.name, _escape(text(written), safe), style)
    name, explode = _escape(param.name), bool(param.explode)
    if isinstance(written, dict) and explode:
        items = [f"{_escape(k)}={_escape(text(v), safe)}" for k, v in written.items()]
    else:
        items = [_escape(text(each), safe) for each in _flat(written)]
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


def _alone(name: str, written: str, style: str) -> str:
    """One value in a path."""
    if style == "label":
        return f".{written}"
    if style == "matrix":
        return f";{_escape(name)}={written}" if written else f";{_escape(name)}"
    return written


def _simple(param: Param, value: Plain) -> str:
    if isinstance(value, dict) and param.explode:
        return ",".join(f"{key}={text(each)}" for key, each in value.items())
    if isinstance(value, dict | list):
        delimiter = unquote(_DELIMITERS.get(param.style or "", ","))
        return delimiter.join(text(each) for each in _flat(value))
    return text(value)


def _flat(value: dict[str, Plain] | list[Plain]) -> list[Plain]:
    if isinstance(value, list):
        return value
    return [each for pair in value.items() for each in pair]


def _several(value: Plain) -> list[Plain]:
    """A list is a property that is sent several times."""
    return value if isinstance(value, list) else [value]


def _deep(name: str, value: Plain) -> Iterable[tuple[str, Plain]]:
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
