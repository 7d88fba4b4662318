"""Text of a request → values, as the specification's table of styles has it.

OpenAPI 3.1, 4.8.12.4 (Style Examples). What a text is on the wire does not tell
its type: `shape` is the value that is expected there, and says where a list, an
object or a number stands. Texts that do not fit it stay texts, and differ.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, unquote_plus

from .shapes import Parameter, kind

_DELIMITERS = {
    "form": ",",
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}


class Undecodable(Exception):
    """A request that does not say what its document has it say."""


def leaf(written: str, shape: Any) -> Any:
    """A scalar in the type of the shape, where its text is one of that type."""
    match shape:
        case bool():
            return {"true": True, "false": False}.get(written, written)
        case None:
            return None if written == "null" else written
        case int() | float():
            try:
                return json.loads(written) if written.lower() != "nan" else written
            except ValueError:
                return written
        case dict() | list():
            try:
                return json.loads(written)
            except ValueError:
                return written
        case _:
            return written


def _leaves(written: list[str], shape: list[Any]) -> list[Any]:
    shapes = [*shape, *[""] * (len(written) - len(shape))]
    return [leaf(each, of) for each, of in zip(written, shapes, strict=False)]


def _object(pairs: list[tuple[str, str]], shape: dict[str, Any]) -> dict[str, Any]:
    return {name: leaf(value, shape.get(name, "")) for name, value in pairs}


def simple(
    written: str,
    explode: bool,
    shape: Any,
    *,
    delimiter: str = ",",
    decoded: Callable[[str], str] = unquote,
) -> Any:
    """Style `simple`, and what others have in common with it."""
    if isinstance(shape, list):
        parts = written.split(delimiter) if written or not shape else [""]
        return _leaves([decoded(each) for each in parts], shape) if shape else []
    if not isinstance(shape, dict):
        return leaf(decoded(written), shape)
    parts = written.split(delimiter) if written else []
    if explode:
        split = [each.partition("=") for each in parts]
        return _object([(decoded(n), decoded(v)) for n, _, v in split], shape)
    texts = [decoded(each) for each in parts]
    if len(texts) % 2:
        raise Undecodable(f"{written!r} is no list of names and values")
    return _object(list(zip(texts[::2], texts[1::2], strict=True)), shape)


def in_path(parameter: Parameter, written: str, shape: Any) -> Any:
    """A path parameter, of the styles `simple`, `label` and `matrix`."""
    if parameter.media_type is not None:
        return content(parameter.media_type, unquote(written), shape)
    explode = parameter.explode
    match parameter.style:
        case "label":
            if not written.startswith("."):
                raise Undecodable(f"{written!r} does not begin with a dot")
            many = "." if explode else ","
            return simple(written[1:], explode, shape, delimiter=many)
        case "matrix":
            return _matrix(parameter, written, shape)
        case _:
            return simple(written, explode, shape)


def _matrix(parameter: Parameter, written: str, shape: Any) -> Any:
    if not written.startswith(";"):
        raise Undecodable(f"{written!r} does not begin with a semicolon")
    if parameter.explode and isinstance(shape, dict):
        return simple(written[1:], True, shape, delimiter=";")
    pairs = [each.partition("=") for each in written[1:].split(";")]
    if any(unquote(name) != parameter.name for name, _, _ in pairs):
        raise Undecodable(f"{written!r} does not name {parameter.name}")
    if parameter.explode and isinstance(shape, list):
        return _leaves([unquote(value) for _, _, value in pairs], shape)
    return simple(pairs[0][2], False, shape)


@dataclass
class Pairs:
    """The `name=value` pairs of a query or a form that nothing has taken yet."""

    rest: list[tuple[str, str]]

    @classmethod
    def of(cls, text: str) -> Pairs:
        split = [each.partition("=") for each in text.split("&") if each]
        return cls([(unquote_plus(name), value) for name, _, value in split])

    def take(self, wanted: Callable[[str], bool]) -> list[tuple[str, str]]:
        taken = [pair for pair in self.rest if wanted(pair[0])]
        self.rest = [pair for pair in self.rest if not wanted(pair[0])]
        return taken

    def value(self, name: str) -> str:
        """The one value of a name."""
        taken = self.take(lambda each: each == name)
        if len(taken) != 1:
            raise Undecodable(f"{name} is sent {len(taken)} times")
        return taken[0][1]


def content(media_type: str, written: str, shape: Any) -> Any:
    """A value that is written in a media type, unescaped already."""
    match kind(media_type):
        case "form":
            return fields(Pairs.of(written), {}, shape)
        case "json":
            return leaf(written, {})
        case _:
            return leaf(written, shape)


def fields(pairs: Pairs, encoding: dict[str, Any], shape: Any) -> dict[str, Any]:
    """The fields of a form (OpenAPI 3.1.1, 4.8.15, Encoding Object).

    Where no style is given, an object is the text of its JSON, a list repeats its
    name, and no pair is a list without items.
    """
    made: dict[str, Any] = {}
    for name, expected in shape.items():
        coding = encoding.get(name) or {}
        if {"style", "explode", "allowReserved"} & coding.keys():
            style = coding.get("style", "form")
            explode = coding.get("explode", style == "form")
            field = field_of(name, style, explode, None)
            made[name] = in_query(field, pairs, expected)
        elif coding.get("contentType") or isinstance(expected, dict):
            media_type = coding.get("contentType") or "application/json"
            field = field_of(name, "form", True, media_type)
            made[name] = in_query(field, pairs, expected)
        else:
            made[name] = in_query(field_of(name, "form", True, None), pairs, expected)
    if pairs.rest:
        raise Undecodable(f"fields that nobody gave: {pairs.rest}")
    return made


def field_of(name: str, style: str, explode: bool, media_type: str | None) -> Parameter:
    """A field of a form as what it is: a parameter of its query."""
    return Parameter(
        name=name,
        place="query",
        required=False,
        schema=True,
        style=style,
        explode=explode,
        media_type=media_type,
    )


def in_cookie(parameter: Parameter, cookies: list[str], shape: Any) -> Any:
    """A cookie parameter; `cookies` are what semicolons part, as they were sent."""
    name = parameter.name
    own = [each for each in cookies if each.startswith(f"{name}=")]
    if parameter.explode and isinstance(shape, dict):
        own = [each for each in cookies if each.partition("=")[0] in shape]
    if parameter.style == "cookie":
        texts = [each.partition("=")[2] for each in own]
        if parameter.explode and isinstance(shape, list):
            return _leaves(texts, shape)
        if parameter.explode and isinstance(shape, dict):
            return _object(
                [(k, v) for k, _, v in (e.partition("=") for e in own)], shape
            )
        return simple(_only(name, texts), False, shape, decoded=str)
    if parameter.media_type is None and isinstance(shape, dict | list):
        written = _only(name, own).replace("+", "%2B")  # a cookie is no form
        return in_query(parameter, Pairs.of(written), shape)
    written = unquote(_only(name, own).partition("=")[2])
    if parameter.media_type is not None:
        return content(parameter.media_type, written, shape)
    return leaf(written, shape)


def _only(name: str, several: list[str]) -> str:
    if len(several) != 1:
        raise Undecodable(f"{name} is sent {len(several)} times")
    return several[0]


def in_query(parameter: Parameter, pairs: Pairs, shape: Any) -> Any:
    """A query parameter, or a field of a form, of any style."""
    name, style = parameter.name, parameter.style
    if shape in ([], {}) and not any(each == name for each, _ in pairs.rest):
        return shape  # no item, no pair
    if parameter.media_type is not None:
        return content(parameter.media_type, unquote_plus(pairs.value(name)), shape)
    if style == "deepObject" and isinstance(shape, dict | list):
        return _deep(name, pairs, shape)
    if parameter.explode and isinstance(shape, list):
        taken = pairs.take(lambda each: each == name)
        return _leaves([unquote_plus(value) for _, value in taken], shape)
    if parameter.explode and isinstance(shape, dict):
        return {key: _entry(key, pairs, each) for key, each in shape.items()}
    delimiter = _DELIMITERS.get(style, ",")
    return simple(
        pairs.value(name), False, shape, delimiter=delimiter, decoded=unquote_plus
    )


def _entry(key: str, pairs: Pairs, shape: Any) -> Any:
    """A property of an exploded object: a pair of its own, several of a list."""
    if isinstance(shape, list):
        taken = pairs.take(lambda each: each == key)
        return _leaves([unquote_plus(value) for _, value in taken], shape)
    for index, (name, value) in enumerate(pairs.rest):
        if name == key:
            del pairs.rest[index]  # the first: another object may have the same key
            return leaf(unquote_plus(value), shape)
    raise Undecodable(f"{key} is not sent")


def _deep(name: str, pairs: Pairs, shape: Any) -> Any:
    """`name[key]=value`; what lies deeper, and lists, in more brackets."""
    made: Any = {}
    for key, value in pairs.take(lambda each: each.startswith(f"{name}[")):
        place, here, of = key[len(name) + 1 : -1].split("]["), made, shape
        for step in place[:-1]:
            here, of = here.setdefault(step, {}), _below(of, step)
        last, of = place[-1], _below(of, place[-1])
        if isinstance(of, list):
            many = here.setdefault(last, [])
            many.append(leaf(unquote_plus(value), of[min(len(many), len(of) - 1)]))
        else:
            here[last] = leaf(unquote_plus(value), of)
    return _listed(made, shape)


def _below(shape: Any, step: str) -> Any:
    if isinstance(shape, dict):
        return shape.get(step, "")
    if isinstance(shape, list):
        return shape[int(step)] if step.isdigit() else shape
    return ""


def _listed(value: Any, shape: Any) -> Any:
    """Numbered entries are the items of a list, and so are those of `name[]`."""
    if isinstance(shape, list) and isinstance(value, dict):
        if set(value) == {""}:
            return value[""]
        items = [value[key] for key in sorted(value, key=int)] if value else []
        return [_listed(e, of) for e, of in zip(items, shape, strict=False)]
    if isinstance(shape, dict) and isinstance(value, dict):
        return {key: _listed(each, shape.get(key)) for key, each in value.items()}
    return value
