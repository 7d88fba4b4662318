"""Answers: what is drawn for an operation, and whether that was read."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from .bodies import written
from .calls import as_json
from .compare import difference as differs
from .coverage import Coverage
from .dialect import Direction
from .document import Document
from .draw import Drawer, Undrawable
from .sdk import Method, Sdk
from .server import Reply
from .shapes import Answer, kind

if TYPE_CHECKING:
    from .trip import Leg

_EVENT = {"data", "event", "id", "retry"}
# What the class for a status is called, where it has one of its own.
_ERRORS = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}


@dataclass(frozen=True)
class Drawn:
    """An answer with the value that it holds; `many`: it is a list of items.

    `beyond`: it has what the document asks for and does not declare.
    """

    reply: Reply
    value: Any = None
    many: bool = False
    beyond: bool = False


def draw(document: Document, leg: Leg, random: Random, coverage: Coverage) -> Drawn:
    """An answer as the document has it.

    Raises:
        Undrawable: No value fits its schema.
    """
    answer = leg.answer
    if answer is None:
        return Drawn(Reply(200))
    status = answer.code() or (500 if leg.failing else 200)
    if answer.media_type is None or status in (204, 205, 304):
        return Drawn(Reply(status))
    media_type = _concrete(answer.media_type)
    of = kind(answer.media_type)
    framed = of == "events" and _is_event(document, answer.items)
    drawer = Drawer(
        document,
        Direction.ANSWER,
        random,
        coverage,
        leg.how,
        extras=not leg.strict and of != "xml",
        place=_place(of, framed=framed),
    )
    try:
        value, many = _value(answer, of, drawer)
        if framed:  # what has no data is no event, and what else it has may not be sent
            value = [{"data": each.get("data", "words")} for each in value]
    except Undrawable as error:
        raise Undrawable(f"answer {answer.status}: {error}") from None
    if of in ("lines", "events") and isinstance(value, str):
        return Drawn(Reply(status, media_type, value.encode()), value)
    content = written(answer.media_type, value, items=many, framed=framed)
    return Drawn(Reply(status, media_type, content), value, many, drawer.beyond)


def _value(answer: Answer, of: str, drawer: Drawer) -> tuple[Any, bool]:
    match of:
        case "json":
            return drawer.draw(answer.schema), False
        case "lines" | "events":
            if answer.items is None and _is_text(drawer.document, answer.schema):
                return "one\ntwo\n", False
            item = answer.items if answer.items is not None else answer.schema
            return [drawer.draw(item) for _ in range(2)], True
        case "xml":
            return _in_xml(answer, drawer), False
        case "binary":
            return b"bytes \x00\xff\r\n", False
        case _:
            return drawer.draw(answer.schema), False


def _in_xml(answer: Answer, drawer: Drawer) -> Any:
    """An object, which is written as elements, or else a whole text of XML."""
    try:
        schema = drawer.document.follow(answer.schema)
    except LookupError:
        schema = None
    if isinstance(schema, dict) and "properties" in schema:
        return drawer.draw(answer.schema)
    is_free = isinstance(schema, dict) and schema.get("type") == "object"
    return {"word": "ü & b"} if is_free else "<a>ü &amp; b</a>"


def _place(of: str, *, framed: bool) -> str:
    """Where the value is to stand, as `Drawer` has it."""
    if framed or of == "xml":
        return "words"
    return "json" if of in ("json", "lines", "events") else "text"


def _is_event(document: Document, items: Any) -> bool:
    """Whether items are whole events (OpenAPI 3.2, 4.14.4), and not what they hold."""
    try:
        schema = document.follow(items)
    except LookupError:
        return False
    properties = schema.get("properties") if isinstance(schema, dict) else None
    return isinstance(properties, dict) and {"data"} <= set(properties) <= _EVENT


def _is_text(document: Document, schema: Any) -> bool:
    """Whether a schema is of all lines together: before 3.2 there was no other way."""
    try:
        followed = document.follow(schema)
    except LookupError:
        return False
    return isinstance(followed, dict) and followed.get("type") == "string"


def _concrete(media_type: str) -> str:
    """A media type of a range: servers name one."""
    essence = media_type.partition(";")[0].strip()
    if essence in ("*/*", "application/*"):
        return "application/json"
    return essence.replace("*", "plain") if "*" in essence else media_type


def difference(
    sdk: Sdk, method: Method, leg: Leg, answer: Drawn, outcome: Any
) -> str | None:
    """How the outcome of a call differs from the answer that was sent."""
    if not 200 <= answer.reply.status < 300:
        return _error_difference(sdk, method, answer, outcome)
    if isinstance(outcome, Exception):
        said = f"{type(outcome).__name__}: {str(outcome)[:400]}"
        return f"{said} for {answer.reply.content[:400]!r}"
    if answer.reply.media_type is None or method.operation.method == "HEAD":
        nothing = outcome in (None, b"")
        return None if nothing else f"{outcome!r:.100} was read of no body"
    if answer.many:
        item = getattr(method.operation, "item", None)
        if item is None:
            return f"items came back as {outcome!r:.200}"
        return differs(answer.value, [as_json(each, item()) for each in outcome])
    return _same(answer, outcome, _type(method, answer))


def _same(answer: Drawn, outcome: Any, type_: Any) -> str | None:
    expected = answer.value
    if isinstance(outcome, bytes) and kind(str(answer.reply.media_type)) != "json":
        same = outcome == answer.reply.content
        return None if same else f"{answer.reply.content!r} became {outcome!r}"
    if isinstance(outcome, str) and not isinstance(expected, str):
        expected = answer.reply.content.decode(errors="replace")
    return differs(expected, as_json(outcome, type_))


def _type(method: Method, answer: Drawn) -> Any:
    operation = method.operation
    if operation.returns is not None:
        return operation.returns()
    status, media_type = answer.reply.status, answer.reply.media_type
    for name in (str(status), f"{status // 100}XX", "default"):
        for each in operation.answers:
            if each.status == name and each.media_type == media_type and each.type:
                return each.type()
    return Any


def _error_difference(
    sdk: Sdk, method: Method, answer: Drawn, outcome: Any
) -> str | None:
    status = answer.reply.status
    if not isinstance(outcome, sdk.root.ApiError):
        return f"{status} gave {outcome!r:.300}"
    usual = "ServerError" if status >= 500 else "ApiError"
    wanted = getattr(sdk.root, _ERRORS.get(status, usual))
    if not isinstance(outcome, wanted) or outcome.status_code != status:
        return f"{status} raised {outcome!r:.300}"
    if answer.reply.media_type is None or method.operation.method == "HEAD":
        return None
    types = method.operation.errors
    type_ = types.get(str(status)) or types.get(f"{status // 100}XX")
    type_ = type_ or types.get("default")
    type_ = getattr(type_, "type", type_)  # an error in XML is an answer of its own
    return _same(answer, outcome.body, type_() if type_ is not None else Any)
