"""Files: what can be given as one, and its bytes as they are sent."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from os import PathLike
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeGuard

from .narrow import is_path, is_tuple

FileContent: TypeAlias = bytes | PathLike[str] | IO[bytes]
# A file of a form: alone, with its name, or with its name and its media type.
File: TypeAlias = "FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]"
Stream: TypeAlias = Iterable[bytes] | AsyncIterable[bytes]
# A body that is bytes; an open file is a stream of its lines.
Bytes: TypeAlias = bytes | PathLike[str] | Stream

_CHUNK = 65_536


def is_file(value: object) -> bool:
    """Whether a field of a form is sent as a file."""
    return isinstance(value, bytes | tuple | PathLike) or hasattr(value, "read")


def is_stream(value: object) -> TypeGuard[Stream]:
    """Whether a value gives its bytes piece by piece."""
    return isinstance(value, Iterable | AsyncIterable)


def file_part(value: object, media_type: str | None) -> tuple[Any, ...]:
    """A file's name, what gives its bytes, and its type unless it is to be guessed."""
    if is_tuple(value):
        name, content, *own = value
        return (name, content, *(own or _given(media_type)))
    if is_path(value):
        return (Path(value).name, value, *_given(media_type))
    name = Path(str(getattr(value, "name", "file"))).name
    return (name, value, *_given(media_type))


def _given(media_type: str | None) -> tuple[str, ...]:
    return () if media_type is None else (media_type,)


def opened(value: object) -> object | None:
    """The open file that a value is, or that stands in its tuple."""
    handle = value[1] if is_tuple(value) and len(value) > 1 else value
    return handle if hasattr(handle, "read") else None


def seekable(handle: object) -> bool:
    """Whether a file can be sent again from where it stands."""
    can = getattr(handle, "seekable", None)
    return bool(can is not None and can())


def positions(handles: Iterable[object]) -> tuple[tuple[Any, int], ...]:
    """The files that can be sent again, and where each of them stands."""
    several: list[Any] = [each for each in handles if seekable(each)]
    return tuple((each, each.tell()) for each in several)


def length(content: object) -> int | None:
    """How many bytes are left in a file; None where that cannot be told."""
    if not seekable(content):
        return None
    handle: Any = content
    here: int = handle.tell()
    end: int = handle.seek(0, os.SEEK_END)
    handle.seek(here)
    return end - here


async def awaited(content: Iterable[bytes]) -> AsyncIterator[bytes]:
    """A file or an iterable as an async client sends it."""
    if hasattr(content, "read"):
        handle: Any = content
        while chunk := handle.read(_CHUNK):
            yield chunk
        return
    for chunk in content:
        yield chunk
