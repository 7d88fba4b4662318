"""Bodies of several parts: forms with files (RFC 7578), and others (RFC 2046, 5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from mimetypes import guess_type
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import unquote

from pydantic import BaseModel

from .body import Content
from .errors import InvalidRequestError
from .files import Bytes, is_file, piped
from .form import Form
from .narrow import is_list, is_path, is_tuple
from .param import Param
from .plain import plain, text, to_json
from .records import replace
from .styles import query

# What would end a name in a header early (HTML standard, 4.10.21.8).
_ESCAPED = {ord('"'): "%22", ord("\r"): "%0D", ord("\n"): "%0A"}


class Multipart(Form):
    """Files as they are, text as text, the rest as JSON.

    A field that has a style is written in it, as in a query but unescaped. The
    items of a list are parts without a name.
    """

    DEFAULT = "multipart/form-data"

    def encoded(self, given: object) -> Content:
        boundary = token_hex(16)
        pieces: list[Bytes] = []
        for name, part, value in self._values(given):
            head, content = _part(name, part, value)
            pieces += (f"--{boundary}\r\n{head}\r\n".encode(), content, b"\r\n")
        pieces.append(f"--{boundary}--\r\n".encode())
        return piped(f"{self.media_type}; boundary={boundary}", *_joined(pieces))

    def fields(self, given: object) -> dict[str, object]:
        """The fields; of a model, too, open files as they are."""
        found = super().fields(given)
        if isinstance(given, BaseModel):
            for name, field in type(given).model_fields.items():
                value = getattr(given, name)
                if any(map(is_file, _several(value))):
                    found[field.alias or name] = value
        return found

    def _values(self, given: object) -> Iterator[tuple[str | None, Param, object]]:
        """What becomes a part, and its name; a list is a field sent several times."""
        parts = {part.name: part for part in self.parts}
        if is_list(given) or is_tuple(given):
            usual = parts.get("", Param(""))
            for index, each in enumerate(given):
                yield None, parts.get(str(index), usual), each
            return
        for name, value in self.fields(given).items():
            part = parts.get(name, Param(name))
            several = _several(value)
            if part.is_styled and not any(map(is_file, several)):
                yield from ((key, part, each) for key, each in _styled(part, value))
            else:
                yield from ((name, part, each) for each in several)


def _several(value: object) -> Iterable[object]:
    """What a field is sent for, each time; a tuple may be a file."""
    if is_list(value) or (is_tuple(value) and not is_file(value)):
        return value
    return (value,)


def _joined(pieces: Iterable[Bytes]) -> Iterator[Bytes]:
    """The same with bytes that stand side by side in one piece."""
    held = b""
    for piece in pieces:
        if isinstance(piece, bytes):
            held += piece
        else:
            yield from (held, piece)
            held = b""
    yield held


def _styled(part: Param, value: object) -> Iterator[tuple[str, str]]:
    for pair in query(replace(part, media_type=None, allow_reserved=False), value):
        name, _, written = pair.partition("=")
        yield unquote(name), unquote(written)


def _part(name: str | None, part: Param, value: object) -> tuple[str, Bytes]:
    """The headers of a part, and what it holds."""
    file_name, media_type, content = None, part.media_type, value
    if is_file(value):
        file_name, content, own = _file(value)
        guessed = guess_type(file_name)[0] or "application/octet-stream"
        media_type = own or media_type or guessed
    elif isinstance(written := plain(value, name or ""), dict | list):
        media_type, content = media_type or "application/json", to_json(written)
    else:
        content = text(written).encode()
    lines = [f"{key}: {each}" for key, each in part.headers.items()]
    named = f'; name="{name.translate(_ESCAPED)}"' if name is not None else ""
    if file_name is not None:
        named += f'; filename="{file_name.translate(_ESCAPED)}"'
    if named:
        kind = "attachment" if name is None else "form-data"
        lines.insert(0, f"Content-Disposition: {kind}{named}")
    if media_type is not None:
        if not media_type.isprintable():
            raise InvalidRequestError("a media type is one line of text")
        lines.append(f"Content-Type: {media_type}")
    held: Any = content
    return "".join(f"{line}\r\n" for line in lines), held


def _file(value: object) -> tuple[str, object, str | None]:
    """A file's name, what gives its bytes, and its media type if that was given."""
    if is_tuple(value):
        name, content, *own = value
        return str(name), content, str(own[0]) if own else None
    named = value if is_path(value) else getattr(value, "name", "file")
    return Path(str(named)).name, value, None
