"""What comes back: which answers are successes, and what type they have together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from ..spec import objects
from .declarations import Field
from .extensions import first_text
from .nodes import Body, Choice, Content, Encoding, Response, Stream
from .types import Kind, List, Nullable, Scalar, Type, Union

_REDIRECTS = ("301", "302", "303", "307", "308", "3XX")
_STREAMS = (Encoding.EVENTS, Encoding.JSON_LINES)
_FLAGS = ("x-sdkwright-stream", "x-fern-streaming")
_ENDS = ("x-sdkwright-stream/end", "x-fern-streaming/terminator")
# What a property that asks for a stream is.
FLAG_TYPES: Final[tuple[Type, ...]] = (
    Scalar(Kind.BOOLEAN),
    Nullable(Scalar(Kind.BOOLEAN)),
)


def label_of(status: str, statuses: Iterable[str]) -> str:
    """What answers of a status are: the response, another one, an error."""
    successes = [each for each in statuses if each.startswith("2")]
    if status == "default":
        return "error" if successes else "response"
    if not status.startswith("2"):
        return f"error{status}"
    return "response" if status == successes[0] else f"response{status}"


def split(
    responses: Mapping[str, Response],
) -> tuple[tuple[Response, ...], tuple[Response, ...]]:
    """Successes and errors. `default` is a success only where there is no other."""
    successes = [each for status, each in responses.items() if status.startswith("2")]
    others = [each for status, each in responses.items() if not status.startswith("2")]
    redirected = any(status.startswith("3") for status in responses)
    if not successes and not redirected and "default" in responses:
        successes = [responses["default"]]
        others = [each for each in others if each.status != "default"]
    return tuple(successes), tuple(others)


def bodiless(responses: Mapping[str, Response]) -> dict[str, Response]:
    """The same answers without what no answer to HEAD has (RFC 9110, 9.3.2)."""
    return {
        status: replace(response, contents=()) for status, response in responses.items()
    }


def redirected(responses: Mapping[str, Response]) -> tuple[Response, ...]:
    """What is got where the only success is a redirect, which the client follows.

    The document does not say what stands there, so it is bytes.
    """
    if any(status.startswith("2") for status in responses):
        return ()
    found = next((each for each in responses if each in _REDIRECTS), None)
    if found is None:
        return ()
    response = responses[found]
    there = Content(
        pointer=response.pointer,
        media_type="*/*",
        encoding=Encoding.BINARY,
        type=Scalar(Kind.BINARY),
    )
    return (replace(response, status="2XX", contents=(there,)),)


def preferred(response: Response, *, streams: bool) -> Response:
    """The usual form of an answer, and the one in items where that can be asked for."""
    items = [each for each in response.contents if each.encoding in _STREAMS]
    kept = (*whole(response)[:1], *(items[:1] if streams else ()))
    return replace(response, contents=kept)


def whole(response: Response) -> tuple[Content, ...]:
    """The forms of an answer that come at once."""
    return tuple(each for each in response.contents if each.encoding not in _STREAMS)


def choices_of(successes: tuple[Response, ...]) -> tuple[Choice, ...]:
    """The media types that an answer can be asked for in, the usual one first."""
    several = [whole(each) for each in successes if len(whole(each)) > 1]
    media_types = dict.fromkeys(each.media_type for them in several for each in them)
    return tuple(
        Choice(
            media_type=media_type,
            returns=whole_type(
                tuple(_in_form(each, media_type) for each in successes), streams=False
            ),
        )
        for media_type in media_types
    )


def _in_form(response: Response, media_type: str) -> Response:
    """The answer where it was asked for in a media type, which it may not have."""
    fitting = [each for each in response.contents if each.media_type == media_type]
    return replace(response, contents=tuple(fitting)) if fitting else response


def error_type(response: Response) -> Type | None:
    """What the body of an error is read into: any of its forms that are JSON."""
    types = dict.fromkeys(
        each.type for each in response.contents if each.encoding is Encoding.JSON
    )
    several = tuple(types)
    return Union(several) if len(several) > 1 else next(iter(several), None)


def whole_type(successes: tuple[Response, ...], streams: bool) -> Type | None:
    """The type of a whole answer; None where no success has a body."""
    types: list[Type] = []
    empty = False
    for response in successes:
        contents = whole(response)
        types += [each.type for each in contents]
        empty |= not contents and not (streams and response.contents)
    several = tuple(dict.fromkeys(types))
    if not several:
        return None
    made = several[0] if len(several) == 1 else Union(several, open=False)
    return Nullable(made) if empty and not isinstance(made, Nullable) else made


def stream_of(
    operation: objects.Operation,
    successes: tuple[Response, ...],
    body: Body | None,
    inside: Callable[[Content], tuple[Field, ...]],
) -> Stream | None:
    """How the operation answers in items, and what in the body asks for it.

    `inside` gives the properties of a form of the body that is one argument.
    """
    contents = [each for response in successes for each in response.contents]
    found = next((each for each in contents if each.encoding in _STREAMS), None)
    if found is None:
        return None
    alone = all(each.encoding in _STREAMS for each in contents)
    flag = beside = None
    if not alone and body is not None:
        first = body.contents[0]
        fields = inside(first) if first.fields is None else first.fields
        flag = _flag(operation, fields)
        beside = flag if first.fields is None else None
    if not alone and flag is None:
        return None
    return Stream(
        pointer=found.pointer,
        encoding=found.encoding,
        media_type=found.media_type,
        item=found.type.items if isinstance(found.type, List) else found.type,
        flag=None if flag is None else flag.name,
        beside=None if beside is None else replace(beside, required=False),
        end=first_text(operation.extensions, _ENDS) or found.end,
    )


def _flag(operation: objects.Operation, fields: tuple[Field, ...]) -> Field | None:
    """The boolean property that asks for a stream: `stream`, or the one named so."""
    named: str | None = "stream"
    for key in _FLAGS:
        value = operation.extensions.get(key)
        if isinstance(value, dict) and isinstance(value.get("stream-condition"), str):
            named = str(value["stream-condition"]).rpartition(".")[2]
        elif isinstance(value, str):
            named = value
    fitting = (each for each in fields if each.name == named)
    return next((each for each in fitting if each.type in FLAG_TYPES), None)
