"""Bodies: the values of a call as bytes, in the encoding of the operation."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from os import PathLike
from typing import Any
from urllib.parse import unquote

from pydantic import BaseModel

from .errors import InvalidRequestError
from .files import Stream, file_part, is_file, is_stream, opened, positions, seekable
from .narrow import (
    is_async_iterator,
    is_dict,
    is_iterator,
    is_list,
    is_path,
    is_tuple,
)
from .omit import OMIT
from .operation import (
    Binary,
    Body,
    Form,
    JsonLines,
    Multipart,
    OneOf,
    Param,
    Part,
    Text,
)
from .plain import plain, text, to_json
from .styles import form, query


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A body that can be sent. Not `replayable`: its bytes can be had only once.

    Either `content` is set, or `files`, which the HTTP library makes into a form
    of several parts. `handles` are open files and where they stood.
    """

    media_type: str | None = None
    content: bytes | PathLike[str] | Stream | None = None
    files: tuple[tuple[str, Any], ...] = ()
    replayable: bool = True
    handles: tuple[tuple[Any, int], ...] = ()


@contextmanager
def ready(body: Content) -> Generator[Content]:
    """A body to be sent: its files where they stood when the call was made.

    A path is open as long as this lasts: no file is ever read whole.
    """
    for handle, position in body.handles:
        handle.seek(position)
    if not is_path(body.content) and not body.files:
        yield body
        return
    with ExitStack() as stack:
        files = tuple(
            (name, (file, _open(content, stack), *more))
            for name, (file, content, *more) in body.files
        )
        yield replace(body, content=_open(body.content, stack), files=files)


def _open(content: Any, stack: ExitStack) -> Any:
    if not is_path(content):
        return content
    try:
        return stack.enter_context(open(content, "rb"))
    except OSError as error:
        raise InvalidRequestError(f"a file cannot be read: {error}") from error


def make_body(body: Body, values: tuple[object, ...]) -> Content | None:
    """The body of a call; `values` are those of its arguments. None: no body."""
    if isinstance(body, OneOf):
        return make_body(*_chosen(body, values))
    given: object
    if body.names:
        given = {
            name: value
            for name, value in zip(body.names, values, strict=True)
            if value is not OMIT
        }
        if body.optional and not given:
            return None
    else:
        (whole,) = values
        if whole is OMIT:
            return None
        given = whole
    match body:
        case Form():
            return _form(body, given)
        case Multipart():
            return _multipart(body, given)
        case Text():
            return Content(media_type=body.media_type, content=text(given).encode())
        case Binary():
            return _binary(body, given)
        case JsonLines():
            return _json_lines(body, given)
        case _:
            return Content(media_type=body.media_type, content=to_json(given))


def _chosen(body: OneOf, values: tuple[object, ...]) -> tuple[Body, tuple[object, ...]]:
    """The form whose media type is the last of the values, and its own values."""
    *rest, media_type = values
    given = dict(zip(body.names, rest, strict=True))
    form = next((each for each in body.bodies if each.media_type == media_type), None)
    if form is None:
        several = ", ".join(each.media_type for each in body.bodies)
        raise InvalidRequestError(f"the body is sent as one of {several}")
    names = form.names or ("",)
    for name, value in given.items():
        if name not in names and value is not OMIT:
            what = name or "a body of another form"
            raise InvalidRequestError(f"{what} is no part of a body of {media_type}")
    return form, tuple(given[name] for name in names)


def _mapping(given: object) -> dict[str, object]:
    """The fields of a form, files among them as they are."""
    if isinstance(given, BaseModel):
        return given.model_dump(by_alias=True, exclude_unset=True)
    if not is_dict(given):
        raise InvalidRequestError("the body of a form must have fields")
    return given


def _form(body: Body, given: object) -> Content:
    """`application/x-www-form-urlencoded`, each field in its style."""
    pairs = form(_mapping(given), body.parts)
    return Content(media_type=body.media_type, content="&".join(pairs).encode())


def _multipart(body: Body, given: object) -> Content:
    """`multipart/form-data`: files as they are, text as text, the rest as JSON.

    A field that has a style is written in it, as in a query but unescaped.
    """
    parts = {part.name: part for part in body.parts}
    files: list[tuple[str, Any]] = []
    handles: list[object] = []
    for name, value in _mapping(given).items():
        part = parts.get(name, Part(name))
        if _is_styled(part) and not any(map(is_file, _each(value))):
            files += [
                (key, _headed(_field(each, None), part))
                for key, each in _styled(part, value)
            ]
            continue
        for each in _each(value):
            if is_file(each):
                made = file_part(each, part.content_type)
                handles += [] if (handle := opened(each)) is None else [handle]
            elif isinstance(written := plain(each), dict | list):
                media_type = part.content_type or "application/json"
                made = (None, to_json(written), media_type)
            else:
                made = _field(text(written), part.content_type)
            files.append((name, _headed(made, part)))
    if not files:  # the HTTP library would send no body, and no media type
        media_type = f"{body.media_type}; boundary=end"
        return Content(media_type=media_type, content=b"--end--\r\n")
    return Content(
        files=tuple(files),
        replayable=all(map(seekable, handles)),
        handles=positions(handles),
    )


def _is_styled(part: Part) -> bool:
    return part.style is not None or part.explode is not None


def _styled(part: Part, value: object) -> Iterable[tuple[str, str]]:
    param = Param(part.name, style=part.style, explode=part.explode)
    for pair in query(param, value):
        name, _, written = pair.partition("=")
        yield unquote(name), unquote(written)


def _each(value: object) -> list[object]:
    """A list is a field that is sent several times."""
    return value if is_list(value) else [value]


def _field(written: str, media_type: str | None) -> tuple[Any, ...]:
    content = written.encode()
    return (None, content) if media_type is None else (None, content, media_type)


def _binary(body: Body, given: object) -> Content:
    media_type = body.media_type
    if isinstance(given, bytes | bytearray):
        return Content(media_type=media_type, content=bytes(given))
    if isinstance(given, str):
        return Content(media_type=media_type, content=given.encode())
    if is_path(given):
        return Content(media_type=media_type, content=given)
    if is_stream(given):
        return Content(
            media_type=media_type,
            content=given,
            replayable=is_list(given) or is_tuple(given) or seekable(given),
            handles=positions([given]),
        )
    raise InvalidRequestError(
        "a binary body is bytes, a path, a file or an iterable of bytes"
    )


def _json_lines(body: Body, given: object) -> Content:
    """One JSON text a line, for each item of a list or an iterator."""
    lines: Stream
    if is_async_iterator(given):
        lines = (_line(item) async for item in given)
    elif is_iterator(given):
        lines = map(_line, given)
    else:
        values = given if is_list(given) or is_tuple(given) else [given]
        content = b"".join(map(_line, values))
        return Content(media_type=body.media_type, content=content)
    return Content(media_type=body.media_type, content=lines, replayable=False)


def _line(item: object) -> bytes:
    return to_json(item) + b"\n"


def _headed(made: tuple[Any, ...], part: Part) -> tuple[Any, ...]:
    """A part with the headers that it always has."""
    if not part.headers:
        return made
    name, content, *media_type = made
    return (name, content, media_type[0] if media_type else None, dict(part.headers))
