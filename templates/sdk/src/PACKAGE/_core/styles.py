"""Parameters as text, by their style (OpenAPI 3.2, 4.12.6, Style Values)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from .errors import InvalidRequestError
from .operation import Param
from .plain import Plain, plain, text, to_json

_RESERVED = ":/?#[]@!$&'()*+,;="
_COOKIE = "!#$&'()*+-./:<=>?@[]^_`{|}~"
_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


def path(template: str, params: Iterable[str | Param], values: Iterable[object]) -> str:
    """A path template with its parameters in it, percent-encoded (RFC 3986, 2.1).

    A value that would lead to another path is refused: an empty one, `.`, `..`.
    """
    filled = template
    for param, value in zip(params, values, strict=True):
        param = _param(param)
        filled = filled.replace(f"{{{param.name}}}", _in_path(param, value))
    before, after = template.split("/"), filled.split("/")
    for was, segment in zip(before, after, strict=True):
        if was != segment and segment in ("", ".", ".."):
            raise InvalidRequestError(
                f"{was.strip('{}')} may not be '{segment}': it would change the path"
            )
    return filled


def query(param: str | Param, value: object) -> list[str]:
    """The `name=value` pairs of a query parameter, percent-encoded."""
    param = _param(param)
    safe = _RESERVED.replace("&", "").replace("#", "") if param.allow_reserved else ""
    name = quote(param.name, safe="")
    if param.media_type is not None:
        return [f"{name}={_escape(to_json(value).decode(), safe)}"]
    style = param.style or "form"
    written = plain(value)
    if not isinstance(written, dict | list):
        return [f"{name}={_escape(text(written), safe)}"]
    if style == "deepObject":
        return [
            f"{_escape(key, '')}={_escape(text(each), safe)}"
            for key, each in _deep(param.name, written)
        ]
    explode = param.explode if param.explode is not None else style == "form"
    if explode and isinstance(written, dict):
        return [
            f"{_escape(key, '')}={_escape(text(each), safe)}"
            for key, each in written.items()
        ]
    flat = _flat(written)
    if explode:
        return [f"{name}={_escape(text(each), safe)}" for each in flat]
    delimiter = _DELIMITERS.get(style, ",")
    return [f"{name}={delimiter.join(_escape(text(each), safe) for each in flat)}"]


def header(param: str | Param, value: object) -> tuple[str, str]:
    """A header's name and value; lists and objects in style `simple`."""
    param = _param(param)
    if param.media_type is not None:
        written = to_json(value).decode()
    else:
        written = _simple(plain(value), explode=bool(param.explode))
    if any(ord(each) < 32 and each != "\t" for each in written) or "\x7f" in written:
        raise InvalidRequestError(f"{param.name} holds a character that no header may")
    return param.name, written


def cookie(param: str | Param, value: object) -> str:
    """A cookie's `name=value`; lists and objects as in an unexploded form."""
    param = _param(param)
    return f"{param.name}={quote(_simple(plain(value), explode=False), safe=_COOKIE)}"


def _param(param: str | Param) -> Param:
    return Param(param) if isinstance(param, str) else param


def _escape(written: str, safe: str) -> str:
    return quote(written, safe=safe, errors="surrogatepass")


def _in_path(param: Param, value: object) -> str:
    if value is None:
        raise InvalidRequestError(
            f"{param.name} is part of the path and may not be None"
        )
    if param.media_type is not None:
        return quote(to_json(value), safe="")
    written = plain(value)
    style, explode = param.style or "simple", bool(param.explode)
    if not isinstance(written, dict | list):
        prefix = {"label": ".", "matrix": f";{quote(param.name, safe='')}="}
        return prefix.get(style, "") + _escape(text(written), "")
    if isinstance(written, dict) and explode:
        items = [f"{_escape(k, '')}={_escape(text(v), '')}" for k, v in written.items()]
    else:
        items = [_escape(text(each), "") for each in _flat(written)]
    match style:
        case "label":
            return "." + ("." if explode else ",").join(items)
        case "matrix" if explode and isinstance(written, dict):
            return "".join(f";{item}" for item in items)
        case "matrix" if explode:
            return "".join(f";{quote(param.name, safe='')}={item}" for item in items)
        case "matrix":
            return f";{quote(param.name, safe='')}={','.join(items)}"
        case _:
            return ",".join(items)


def _simple(value: Plain, *, explode: bool) -> str:
    if isinstance(value, dict) and explode:
        return ",".join(f"{key}={text(each)}" for key, each in value.items())
    if isinstance(value, dict | list):
        return ",".join(text(each) for each in _flat(value))
    return text(value)


def _flat(value: dict[str, Plain] | list[Plain]) -> list[Plain]:
    if isinstance(value, list):
        return value
    return [each for pair in value.items() for each in pair]


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
