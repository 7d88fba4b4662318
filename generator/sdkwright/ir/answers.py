"""What comes back: which answers are successes, and what type they have together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..records import replace
from .nodes import Choice, Content, Encoding, Response, Stream
from .types import Kind, Nullable, Scalar, Type, Union
from .xml import is_built

_REDIRECTS = ("301", "302", "303", "307", "308", "3XX")
# No Content, Reset Content, Not Modified (RFC 9110, 15.3.5, 15.3.6 and 15.4.5).
BODILESS = frozenset({"204", "205", "304"})
# The encodings in which an answer comes item by item.
IN_ITEMS = (Encoding.EVENTS, Encoding.JSON_LINES)


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


def answerable(
    response: Response, stream: Stream | None, choices: tuple[Choice, ...]
) -> Response:
    """An answer in the forms that can be asked for.

    These are the usual one, or all where there is a choice, and the one in items.
    """
    forms = whole(response) if choices else whole(response)[:1]
    items = [each for each in response.contents if each.encoding in IN_ITEMS]
    return replace(response, contents=(*forms, *(items[:1] if stream else ())))


def whole(response: Response) -> tuple[Content, ...]:
    """The forms of an answer that come at once."""
    return tuple(each for each in response.contents if each.encoding not in IN_ITEMS)


def choices_of(
    successes: tuple[Response, ...], stream: Stream | None
) -> tuple[Choice, ...]:
    """The media types that an answer can be asked for in, the usual one first.

    Those that come at once, and last that of a stream which nothing in the request
    asks for.
    """
    asked = None if stream is None or stream.flag is not None else stream
    if stream is not None and asked is None:
        return ()
    least = 1 if asked is None else 0
    several = [whole(each) for each in successes if len(whole(each)) > least]
    media_types = dict.fromkeys(each.media_type for them in several for each in them)
    forms = [(each, _by_media_type(each)) for each in successes]
    choices = tuple(
        Choice(
            media_type=media_type,
            returns=whole_type(
                tuple(own.get(media_type, each) for each, own in forms), streams=False
            ),
        )
        for media_type in media_types
    )
    if asked is None or not choices:
        return choices
    return (*choices, Choice(media_type=asked.media_type, returns=None, streams=True))


def _by_media_type(response: Response) -> dict[str, Response]:
    """The answer where it was asked for in each of the media types that it has."""
    several: dict[str, list[Content]] = {}
    for each in response.contents:
        several.setdefault(each.media_type, []).append(each)
    return {
        media_type: replace(response, contents=tuple(fitting))
        for media_type, fitting in several.items()
    }


def error_type(response: Response) -> Type | None:
    """What the body of an error is read into: any of its forms in JSON, or in XML."""
    json = [each for each in response.contents if each.encoding is Encoding.JSON]
    xml = [each for each in response.contents if is_built(each)]
    several = tuple(dict.fromkeys(each.type for each in json or xml[:1]))
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
