"""Files: what can be given as one, and how its bytes are sent piece by piece."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Generator, Iterable, Iterator
from contextlib import contextmanager
from os import PathLike
from typing import IO, Any, TypeAlias, TypeGuard

from .body import Content
from .errors import InvalidRequestError
from .narrow import is_list, is_path, is_tuple
from .records import dataclass

FileContent: TypeAlias = bytes | PathLike[str] | IO[bytes]
# A file of a form: alone, with its name, or with its name and its media type.
File: TypeAlias = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
Stream: TypeAlias = Iterable[bytes] | AsyncIterable[bytes]
# A body that is bytes; an open file is a stream of its lines.
Bytes: TypeAlias = bytes | PathLike[str] | Stream

_CHUNK = 65_536


def is_file(value: object) -> bool:
    """Whether a field of a form is sent as a file.

    A tuple is one where a name stands before what is no text.
    """
    if is_tuple(value):
        name, content, *_ = [*value, None, None]
        return isinstance(name, str) and not isinstance(content, str | None)
    return isinstance(value, bytes | PathLike) or hasattr(value, "read")


def is_stream(value: object) -> TypeGuard[Stream]:
    """Whether a value gives its bytes piece by piece."""
    return isinstance(value, Iterable | AsyncIterable)


def piped(media_type: str | None, *pieces: Bytes) -> Content:
    """A body of pieces, one after the other, each read when it is sent.

    An open file is sent from where it stands now, whenever that is.
    """
    several = tuple(_Piece(each, _place(each)) for each in pieces)
    return _Piped(
        media_type=media_type,
        pieces=several,
        replayable=all(each.replayable for each in several),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """What gives bytes; `start` is where it stands, if it can go back there."""

    source: Bytes
    start: int | None

    @property
    def replayable(self) -> bool:
        source: object = self.source
        again = isinstance(source, bytes) or is_path(source)
        return again or is_list(source) or is_tuple(source) or self.start is not None

    def length(self) -> int | None:
        """How many bytes it gives; None where that cannot be told."""
        source: Any = self.source
        if isinstance(source, bytes):
            return len(source)
        if is_path(source):
            with _readable():
                return os.stat(source).st_size
        if self.start is None:
            return None
        end: int = source.seek(0, os.SEEK_END)
        source.seek(self.start)
        return end - self.start

    def chunks(self) -> Iterator[bytes]:
        source: Any = self.source
        if isinstance(source, bytes):
            yield source
        elif is_path(source):
            with _readable(), open(source, "rb") as file:
                yield from iter(lambda: file.read(_CHUNK), b"")
        elif hasattr(source, "read"):
            if self.start is not None:
                source.seek(self.start)
            while chunk := source.read(_CHUNK):
                yield chunk
        else:
            yield from source


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piped(Content):
    pieces: tuple[_Piece, ...]

    def given(self, *, sync: bool) -> dict[str, Any]:
        if sync and any(_is_async(each.source) for each in self.pieces):
            raise InvalidRequestError("an async body is for an async client")
        content = _Chunks(self.pieces) if sync else _AsyncChunks(self.pieces)
        lengths = [each.length() for each in self.pieces]
        known = [each for each in lengths if each is not None]
        length = {"length": sum(known)} if len(known) == len(lengths) else {}
        return {"content": content, **length}


@dataclass(frozen=True, slots=True)
class _Chunks:
    """The bytes of all pieces; the HTTP library may ask for them again."""

    pieces: tuple[_Piece, ...]

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            yield from piece.chunks()


@dataclass(frozen=True, slots=True)
class _AsyncChunks:
    """The same for an async client."""

    pieces: tuple[_Piece, ...]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            if _is_async(piece.source):
                async for chunk in piece.source:
                    yield chunk
            else:
                for chunk in piece.chunks():
                    yield chunk


def _is_async(source: Bytes) -> TypeGuard[AsyncIterable[bytes]]:
    return isinstance(source, AsyncIterable) and not hasattr(source, "read")


def _place(source: object) -> int | None:
    """Where an open file stands, if it can be sent again from there."""
    handle: Any = source
    can = getattr(handle, "seekable", None)
    return handle.tell() if can is not None and can() else None


@contextmanager
def _readable() -> Generator[None]:
    """A file that cannot be read is an error of the call."""
    try:
        yield
    except OSError as error:
        raise InvalidRequestError(f"a file cannot be read: {error}") from error
