"""Requests: what is drawn of an operation, and whether that was sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from . import auth
from .bodies import decoded
from .compare import difference as differs
from .coverage import Coverage, How
from .decode import (
    Pairs,
    Undecodable,
    content,
    fields,
    in_cookie,
    in_path,
    in_query,
    simple,
)
from .dialect import Direction, problem
from .document import Document
from .draw import Drawer, Undrawable
from .sdk import Missing, Sdk
from .server import Request
from .shapes import Body, Operation, Parameter, kind

if TYPE_CHECKING:
    from .trip import Leg

_DELIMITED = {"spaceDelimited", "pipeDelimited", "tabDelimited"}
_IN_PATH = "/%:@!$&'()*+,;=-._~"
_HOLE = re.compile(r"\{([^{}/]+)\}")


@dataclass
class Sent:
    """What a request is to hold; the body is `Missing` where there is none."""

    parameters: dict[tuple[str, str], Any] = field(default_factory=dict[Any, Any])
    body: Any = Missing
    form: Body | None = None

    @property
    def media_type(self) -> str | None:
        return self.form.media_type if self.form is not None else None


def draw(
    document: Document,
    operation: Operation,
    leg: Leg,
    random: Random,
    coverage: Coverage,
    *,
    apart: bool,
) -> Sent:
    """Arguments of a call.

    A body whose properties are arguments (`apart`) is always sent: an SDK asks for
    what the schema requires, though few documents say that the body is required.

    Raises:
        Undrawable: One that is required has no value.
    """
    sent = Sent()

    def drawer(place: str, nested: bool = True) -> Drawer:
        return Drawer(
            document,
            Direction.REQUEST,
            random,
            coverage,
            leg.how,
            extras=not leg.strict,
            place=place,
            nested=nested,
        )

    for each in operation.parameters:
        if not each.required and leg.how is How.LEAST:
            continue
        try:
            value = _parameter(each, drawer)
            if value is not None or each.media_type is not None:
                sent.parameters[each.place, each.name] = value  # no style has null
        except Undrawable as error:
            if each.required:
                raise Undrawable(f"{each.place} {each.name}: {error}") from None
    body = leg.body
    if body is not None and (body.required or apart or leg.how is not How.LEAST):
        sent.form = body
        try:
            sent.body = _body(document, body, drawer)
        except Undrawable as error:
            raise Undrawable(f"body: {error}") from None
    return sent


def _parameter(parameter: Parameter, drawer: Any) -> Any:
    if parameter.media_type is not None:
        place = {"header": "header", "cookie": "query"}.get(parameter.place, "json")
        place = "form" if kind(parameter.media_type) == "form" else place
        return drawer(place).draw(parameter.schema)
    # What an item holds is not told from what parts the items in these styles.
    place = "words" if parameter.style in _DELIMITED else parameter.place
    nested = parameter.style == "deepObject"
    return drawer("words" if place == "header" else place, nested).draw(
        parameter.schema
    )


def _is_object(document: Document, schema: Any) -> bool:
    try:
        followed = document.follow(schema)
    except LookupError:
        return False
    return isinstance(followed, dict) and "properties" in followed


def _body(document: Document, body: Body, drawer: Any) -> Any:
    match kind(body.media_type):
        case "json":
            return drawer("json").draw(body.schema)
        case "lines":
            of = drawer("json")
            return [of.draw(body.items if body.items is not None else body.schema)]
        case "form" | "multipart":
            styles = {str(each.get("style")) for each in body.encoding.values()}
            return drawer("words" if styles & _DELIMITED else "form").draw(body.schema)
        case "binary":
            return b"bytes \x00\xff\r\n"
        case "xml" if _is_object(document, body.schema):
            return drawer("words").draw(body.schema)
        case "xml":
            return "<a>\u00fc &amp; b</a>"
        case _:
            return drawer("text").draw(body.schema)


def difference(
    document: Document, sdk: Sdk, operation: Operation, sent: Sent, got: Request
) -> str | None:
    """How a request differs from what was to be sent, or from its document."""
    if got.method != operation.method:
        return f"{operation.method} became {got.method}"
    path, _, query = got.target.partition("?")
    fixed = operation.path.partition("#")[0].partition("?")[2]
    pairs = Pairs.of(query)
    for name, value in Pairs.of(fixed).rest if "{?" not in operation.path else ():
        if _HOLE.search(value):
            continue
        if (name, value) not in pairs.rest:
            return f"the path's own query {fixed!r} is not sent"
        pairs.rest.remove((name, value))
    try:
        found = _path(path, operation, sent)
        wrong = auth.difference(document, sdk, operation, got, pairs)
        if wrong is not None:
            return wrong
        cookies = _cookies(got)
        for each in operation.parameters:
            slot = (each.place, each.name)
            if slot in sent.parameters and each.place != "path":
                found[slot] = _decoded(each, got, pairs, cookies, sent.parameters[slot])
        if pairs.rest:
            return f"query that nobody gave: {pairs.rest}"
        wrong = _same(document, operation, sent.parameters, found)
        return wrong or _body_difference(document, sent, got)
    except (Undecodable, ValueError, KeyError) as error:
        facts = f"{got.method} {got.target} {got.content[:300]!r}"
        return f"{type(error).__name__} {error} in {facts}"


def _path(path: str, operation: Operation, sent: Sent) -> dict[tuple[str, str], Any]:
    pattern, names = "", []
    for index, each in enumerate(_HOLE.split(operation.called)):
        literal = re.escape(quote(each, safe=_IN_PATH))
        pattern += literal if index % 2 == 0 else "([^/]*)"
        names += [each] if index % 2 else []
    match = re.fullmatch(pattern, path)
    if match is None:
        raise Undecodable(f"{path} is not of {operation.path}")
    declared = {e.name: e for e in operation.parameters if e.place == "path"}
    found: dict[tuple[str, str], Any] = {}
    for name, written in zip(names, match.groups(), strict=True):
        shape = sent.parameters["path", name]
        found["path", name] = in_path(declared[name], written, shape)
    return found


def _cookies(got: Request) -> list[str]:
    return [each.strip() for each in got.headers.get("Cookie", "").split(";")]


def _decoded(
    parameter: Parameter, got: Request, pairs: Pairs, cookies: list[str], shape: Any
) -> Any:
    match parameter.place:
        case "querystring":
            return _whole(parameter, pairs, got, shape)
        case "query":
            return in_query(parameter, pairs, shape)
        case "header":
            written = got.headers.get(parameter.name)
            if written is None:
                raise Undecodable(f"header {parameter.name} is not sent")
            written = written.encode("latin-1").decode()
            if parameter.media_type is not None:
                return content(parameter.media_type, written, shape)
            return simple(written, parameter.explode, shape, decoded=str)
        case _:
            return in_cookie(parameter, cookies, shape)


def _whole(parameter: Parameter, pairs: Pairs, got: Request, shape: Any) -> Any:
    """OpenAPI 3.2, `in: querystring`: all of the query is one value."""
    media_type = str(parameter.media_type)
    if kind(media_type) == "form":
        return fields(pairs, {}, shape)
    pairs.rest.clear()
    return content(media_type, unquote(got.target.partition("?")[2]), shape)


def _same(
    document: Document,
    operation: Operation,
    expected: dict[tuple[str, str], Any],
    found: dict[tuple[str, str], Any],
) -> str | None:
    for each in operation.parameters:
        slot = (each.place, each.name)
        if slot not in expected:
            continue
        wrong = differs(expected[slot], found[slot], f"{each.place} {each.name}")
        wrong = wrong or _invalid(document, each.schema, found[slot])
        if wrong is not None:
            return wrong
    return None


def _invalid(document: Document, schema: Any, value: Any) -> str | None:
    return problem(document, schema, value, Direction.REQUEST, overlaps=True)


def _body_difference(document: Document, sent: Sent, got: Request) -> str | None:
    media_type = got.headers.get("Content-Type", "")
    if sent.form is None:
        return f"a body that nobody gave: {got.content[:80]!r}" if got.content else None
    if not got.content and sent.body == {} and not sent.form.required:
        return None
    essence = media_type.partition(";")[0].strip()
    wanted = sent.form.media_type.partition(";")[0].strip()
    if essence.lower() != wanted.lower() and "*" not in wanted:
        return f"a body of {wanted} is sent as {media_type!r}"
    value = decoded(sent.form, media_type, got.content, sent.body)
    wrong = differs(sent.body, value, "body")
    if wrong is None and kind(wanted) not in ("binary", "xml", "lines"):
        wrong = _invalid(document, sent.form.schema, value)
    return wrong
