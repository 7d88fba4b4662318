"""Parameters as text, by their style (OpenAPI 3.2, 4.12.6, Style Values).

Most have the usual style of their place: `simple` in a path and in a header, `form`,
exploded, in a query. Any other, and each of a cookie, is an object that writes itself.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote, unquote

from .errors import InvalidRequestError
from .plain import Plain, plain, said, text


class Styled(ABC):
    """A parameter that is written in a way of its own, in the place where it goes."""

    __slots__ = ()

    name: str

    @abstractmethod
    def in_path(self, value: object) -> str: ...

    @abstractmethod
    def in_query(self, value: object) -> list[str]: ...

    @abstractmethod
    def in_header(self, value: object) -> str: ...

    @abstractmethod
    def in_cookie(self, value: object) -> list[str]: ...


def named(params: Iterable[str | Styled]) -> tuple[str, ...]:
    """What parameters are called."""
    return tuple([each if isinstance(each, str) else each.name for each in params])


def path(
    template: str, params: Sequence[str | Styled], values: Iterable[object]
) -> str:
    """A path template with its parameters in it, percent-encoded (RFC 3986, 2.1).

    A value that would lead to another path is refused: an empty one, `.`, `..`.
    """
    written: dict[str, str] = {}
    for param, value in zip(params, values, strict=True):
        name = param if isinstance(param, str) else param.name
        if value is None:
            raise InvalidRequestError(
                f"{said(name)} is part of the path and may not be None"
            )
        if isinstance(param, str):
            several = flat(plain(value, name))
            items = ",".join([escape(text(each)) for each in several])
        else:
            items = param.in_path(value)
        written[f"{{{name}}}"] = items
    segments = template.split("/")
    return "/".join(
        [_filled(each, written, params) if "{" in each else each for each in segments]
    )


def _filled(
    segment: str, written: Mapping[str, str], params: Iterable[str | Styled]
) -> str:
    """A segment of a path with what stands in place of its placeholders."""
    filled = segment
    for placeholder, value in written.items():
        filled = filled.replace(placeholder, value)
    if unquote(filled) in ("", ".", ".."):
        what = (said(each) for each in named(params) if f"{{{each}}}" == segment)
        raise InvalidRequestError(
            f"{next(what, segment)} may not be '{filled}': it would change the path"
        )
    return filled


def query(param: str | Styled, value: object) -> list[str]:
    """The `name=value` pairs of a query parameter, percent-encoded.

    A list or an object without items gives none.
    """
    if not isinstance(param, str):
        return param.in_query(value)
    pairs = apart(param, plain(value, param))
    return [f"{escape(key)}={escape(text(each))}" for key, each in pairs]


def header(param: str | Styled, value: object) -> tuple[str, str]:
    """A header's name and value."""
    if isinstance(param, str):
        name, written = param, ",".join(map(text, flat(plain(value, param))))
    else:
        name, written = param.name, param.in_header(value)
    if any(ord(each) < 32 and each != "\t" for each in written) or "\x7f" in written:
        raise InvalidRequestError(f"{said(name)} holds a character that no header may")
    return name, encodable(name, written)


def flat(value: Plain) -> list[Plain]:
    """The items of a list, or an object's keys and values in turn, or a value alone."""
    if isinstance(value, dict):
        return [each for pair in value.items() for each in pair]
    return value if isinstance(value, list) else [value]


def apart(name: str, value: Plain) -> Iterator[tuple[str, Plain]]:
    """What travels under names of its own (4.12.2.2, `explode`).

    A list in an object is a property that is sent several times.
    """
    fields = value.items() if isinstance(value, dict) else [(name, value)]
    for key, held in fields:
        for each in held if isinstance(held, list) else [held]:
            yield key, each


def escape(written: str, safe: str = "") -> str:
    if written.isalnum() and written.isascii():  # as most are
        return written
    return quote(written, safe=safe, errors="surrogatepass")


def encodable(name: str, written: str) -> str:
    """The same text, if UTF-8 can say it: half a surrogate pair cannot be."""
    try:
        written.encode()
    except UnicodeEncodeError:
        raise InvalidRequestError(f"{said(name)} holds half a character") from None
    return written
