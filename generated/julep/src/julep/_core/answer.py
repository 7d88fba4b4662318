"""Bytes of an answer → the value that the operation returns, or the error."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import datetime
from functools import cache
from inspect import get_annotations
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import BaseModel, TypeAdapter, ValidationError

from .errors import ApiError, UnreadableBodyError, error_class
from .formats import STRICT, TOLERANT
from .narrow import inside
from .plain import to_json
from .records import dataclass

if TYPE_CHECKING:
    from .http import httpx
    from .operation import Operation

_CHARSET = re.compile(r';\s*charset="?([^\s;"]+)', re.IGNORECASE)

# A type, named late: models are imported when the first answer arrives.
Type: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Received:
    """An answer: the whole of it, or its head, and what its body is read from."""

    call: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(default=b"", repr=False)
    open: httpx.Response | None = field(default=None, repr=False)

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300

    @property
    def media_type(self) -> str:
        """The media type without its parameters, in lower case."""
        return _essence(self.headers.get("content-type", ""))


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer of a status (`200`, `2XX`, `default`) and a media type holds.

    No media type: the answer has no body.
    """

    status: str
    media_type: str | None = None
    type: Type | None = None

    def read(self, received: Received, *, strict: bool) -> Any:
        """The value of an answer."""
        if self.type is None or self.media_type is None:
            return None
        if not received.content and received.status in (204, 205):
            return None
        if is_json(self.media_type):
            return read_json(self.type, received, strict=strict)
        return read_text(self.type, received)

    def write(self, value: object) -> bytes:
        """What `read` makes the value of."""
        if isinstance(value, bytes):
            return value
        plainly = isinstance(value, str) and not is_json(self.media_type or "")
        return str(value).encode() if plainly else to_json(value)


@cache
def adapter(type_: Type) -> TypeAdapter[Any]:
    """What reads a type; made when its first answer comes."""
    named: Any = type_()
    if not (isinstance(named, type) and issubclass(named, BaseModel)):
        named = Annotated[named, TOLERANT]  # as models are by themselves
    made: TypeAdapter[Any] = TypeAdapter(named)
    return made


def validated(type_: Type, content: bytes, context: object = None) -> Any:
    """A text of JSON in a type: its names are those of the API, and no others."""
    return adapter(type_).validate_json(
        content, context=context, by_alias=True, by_name=False
    )


def read(operation: Operation[object], received: Received, *, strict: bool) -> Any:
    """The value of an answer.

    Raises:
        ApiError: The answer is no success.
        UnreadableBodyError: Its body does not fit the operation's type.
    """
    if not received.is_success:
        raise failure(operation, received)
    if operation.returns is not None:
        return read_json(operation.returns, received, strict=strict)
    answer = _chosen(operation.answers, received)
    return None if answer is None else answer.read(received, strict=strict)


def read_text(type_: Type, received: Received, *, strict: bool = False) -> Any:
    """A body that is bytes, text, or a number, true or false as plain text."""
    if type_() is bytes:
        return received.content
    written = text_of(received)
    if type_() is str:
        return written
    try:
        return adapter(type_).validate_python(written.strip())
    except ValidationError as error:
        raise unreadable(_misfit(error), received) from None


def read_json(
    type_: Type,
    received: Received,
    *,
    strict: bool = False,
    written: bytes | None = None,
) -> Any:
    """A body that is JSON, in a type; `written` is its JSON where it is not."""
    content = in_utf8(received.content) if written is None else written
    try:
        value = validated(type_, content or b"null", STRICT if strict else None)
    except ValidationError as error:
        why = _misfit(error) if received.content else "the answer is empty"
        raise unreadable(why, received) from None
    if strict and (found := list(_departures(value))):
        raise unreadable("; ".join(found), received)
    return value


def failure(operation: Operation[object], received: Received) -> ApiError:
    """The error for an answer that is no success."""
    status = received.status
    type_ = (
        operation.errors.get(str(status))
        or operation.errors.get(f"{status // 100}XX")
        or operation.errors.get("default")
    )
    body = error_body(type_, received)
    return error_class(status)(received.call, status, received.headers, body)


def error_body(type_: Type | Answer | None, received: Received) -> Any:
    """The body of an error: in its type, else its JSON, else its text."""
    if type_ is not None and received.content:
        try:
            if isinstance(type_, Answer):
                return type_.read(received, strict=False)
            return validated(type_, in_utf8(received.content))
        except (ValidationError, UnreadableBodyError):
            pass  # an error is not worth another one: its body is kept as it is
    try:
        return json.loads(received.content) if received.content else None
    except ValueError:
        return _text_or_bytes(received)


def _chosen(answers: tuple[Answer, ...], received: Received) -> Answer | None:
    """The answer described for this status and media type, else for the status.

    A success that is described for no such status is read as another one of its
    media type.
    """
    for status in (str(received.status), f"{received.status // 100}XX", "default"):
        several = [answer for answer in answers if answer.status == status]
        if several:
            return _alike(several, received) or several[0]
    return _alike(answers, received)


def _alike(answers: Iterable[Answer], received: Received) -> Answer | None:
    """The answer of the media type that came, or of a range that it is in."""
    known = {_essence(each.media_type or ""): each for each in reversed([*answers])}
    main = received.media_type.partition("/")[0]
    ranges = (f"{main}/*", "*/*") if main else ()  # RFC 9110, 12.5.1
    names = (received.media_type, *ranges)
    return next((known[name] for name in names if name in known), None)


def _essence(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    return _essence(media_type).endswith(("/json", "+json"))


def _text_or_bytes(received: Received) -> str | bytes:
    """A body as text where nothing of it is lost by that, else the bytes it is."""
    try:
        return received.content.decode(_charset(received))
    except (LookupError, UnicodeDecodeError):
        return received.content


def _charset(received: Received) -> str:
    said = _CHARSET.search(received.headers.get("content-type", ""))
    return said[1] if said else "utf-8"


def in_utf8(content: bytes) -> bytes:
    """JSON in UTF-8, which it is but for a mark before it, or what is UTF-16 or 32."""
    if content[:1] < b"\x7f" and b"\0" not in content[:2]:
        return content
    try:
        return content.decode(json.detect_encoding(content)).encode()
    except UnicodeDecodeError:
        return content


def text_of(received: Received) -> str:
    """A body as text, in the charset that the answer names, else UTF-8."""
    try:
        return received.content.decode(_charset(received), "replace")
    except LookupError:
        return received.content.decode("utf-8", "replace")


def _misfit(error: ValidationError) -> str:
    """The first three things that are wrong, with their places and no values."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    several = [
        f"{'.'.join(map(str, each['loc'])) or 'the whole'}: {each['msg']}"
        for each in found[:3]
    ]
    more = [f"and {len(found) - 3} more"] if len(found) > 3 else []
    return f"the answer does not fit its type: {'; '.join((*several, *more))}"


def unreadable(reason: str, received: Received) -> UnreadableBodyError:
    """The error for an answer that fits no type."""
    return UnreadableBodyError(
        f"{reason} ({received.call}, status {received.status})",
        received.status,
        received.headers,
        received.content,
    )


# --- what the document does not know -------------------------------------------------


def _departures(value: object, place: str = "") -> Iterator[str]:
    """Each departure in a value that was read, with its place."""
    # Open enums and unions tell it of themselves: not every API has them.
    tells = getattr(type(value), "__departure__", None)
    if tells is not None and (said := tells(value)):
        yield f"{place or 'the answer'} is {said}"
        return
    if isinstance(value, datetime) and value.tzinfo is None:
        yield f"{place or 'the answer'} is a time without a zone"
    for where, each, _ in inside(value, place):
        yield from _departures(each, where)
    if isinstance(value, BaseModel):
        yield from _others(value, place)


def _others(model: BaseModel, place: str) -> Iterator[str]:
    """The fields that a model does not name; one that types them has room for any."""
    known = "__pydantic_extra__" in get_annotations(type(model))
    for name, other in (model.model_extra or {}).items():
        where = f"{place}.{name}" if place else name
        if known:
            yield from _departures(other, where)
        else:
            yield f"{where} is an unknown field"
