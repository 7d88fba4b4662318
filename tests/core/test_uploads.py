"""Bodies over a socket: whatever gives their bytes, no more than a piece in memory."""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from core.calling import both, use
from core.server import Early, answer, reset, serving
from PACKAGE._core import files
from PACKAGE._core.body import Json
from PACKAGE._core.errors import ApiConnectionError, ApiError, InvalidRequestError
from PACKAGE._core.lines import JsonLines
from PACKAGE._core.model import Model
from PACKAGE._core.multipart import Multipart
from PACKAGE._core.octets import Binary
from PACKAGE._core.operation import Operation

CONTENT = bytes(range(256)) * 4
PUT: Operation[None] = Operation(method="PUT", path="/octets", body=Binary())
FORM: Operation[None] = Operation(
    method="PUT", path="/form", body=Multipart("file", "note", optional=True)
)
LINES: Operation[None] = Operation(method="PUT", path="/lines", body=JsonLines())
DONE = answer(b"", "204 No Content")
AGAIN = answer(b"", "503 Service Unavailable", retry_after_ms="1")
PIECE = 65_536


class Row(Model):
    id: int


def pieces() -> Iterator[bytes]:
    yield CONTENT[:100]
    yield CONTENT[100:]


async def async_pieces() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


def send(operation: Operation[Any], *values: object) -> Callable[[Any], Any]:
    """A call by whatever client there is."""
    return lambda client: client.engine.call(operation, *values)


class Counted(io.BytesIO):
    """A file that knows how much was asked of it at once."""

    def __init__(self, content: bytes = CONTENT) -> None:
        super().__init__(content)
        self.asked: list[int] = []

    def read(self, size: int | None = -1, /) -> bytes:
        self.asked.append(-1 if size is None else size)
        return super().read(size)


def path(folder: Path, content: bytes = CONTENT) -> Path:
    file = folder / "bytes.bin"
    file.write_bytes(content)
    return file


def standing(content: bytes, at: int) -> io.BytesIO:
    file = io.BytesIO(content)
    file.seek(at)
    return file


# What can be given as bytes, and whether it can be sent twice.
GIVEN: dict[str, tuple[Callable[[Path], Any], bool]] = {
    "bytes": (lambda _: CONTENT, True),
    "bytearray": (lambda _: bytearray(CONTENT), True),
    "path": (path, True),
    "file": (lambda _: Counted(), True),
    "file from where it stands": (lambda _: standing(b"abc" + CONTENT, 3), True),
    "list": (lambda _: list(pieces()), True),
    "iterator": (lambda _: pieces(), False),
}


@both
@pytest.mark.parametrize("kind", GIVEN)
def test_octets(kind: str, is_async: bool, tmp_path: Path) -> None:
    """They arrive as they are, and again where the server failed in passing."""
    make, twice = GIVEN[kind]
    with serving(AGAIN, DONE) as server:
        call = send(PUT, make(tmp_path))
        if twice:
            use(server, is_async, call, max_retries=1)
        else:
            with pytest.raises(ApiError):
                use(server, is_async, call, max_retries=1)
    assert server.bodies == [CONTENT] * (2 if twice else 1)


def test_async_octets() -> None:
    """An async iterator is sent once, and only by an async client."""
    with serving(DONE) as server:
        use(server, True, send(PUT, async_pieces()))
        with pytest.raises(InvalidRequestError, match="async"):
            use(server, False, send(PUT, async_pieces()))
    assert server.bodies == [CONTENT]


@both
def test_half_sent(is_async: bool) -> None:
    """What can be had once is not sent again, though half of it is lost."""
    given = itertools.count()
    endless = (b"x" * PIECE for _ in given)
    with serving(Early(reset()), DONE) as server:
        with pytest.raises(ApiConnectionError):
            use(server, is_async, send(PUT, endless), max_retries=3)
        assert len(server.heads) == 1
    taken = next(given)
    assert 0 < taken < 10_000


@both
@pytest.mark.parametrize("operation", [PUT, FORM], ids=["octets", "form"])
def test_half_sent_and_whole_again(operation: Any, is_async: bool) -> None:
    """A file starts again where it stood: the second time it is all there."""
    content = CONTENT * 10_000
    file = Counted(content)
    given = (file,) if operation is PUT else (file, "n")
    with serving(Early(reset()), DONE) as server:
        use(server, is_async, send(operation, *given), max_retries=1)
    assert len(server.bodies[0]) < len(content)
    assert content in server.bodies[1]


@both
@pytest.mark.parametrize("operation", [PUT, FORM], ids=["octets", "form"])
def test_in_pieces(operation: Any, is_async: bool) -> None:
    """A file is asked for a piece at a time, and its length is told beforehand."""
    content = CONTENT * 10_000
    file = Counted(content)
    given = (file,) if operation is PUT else (file, "n")
    with serving(DONE) as server:
        use(server, is_async, send(operation, *given))
    assert content in server.bodies[0]
    assert len(file.asked) > len(content) // PIECE
    assert all(0 < each <= PIECE for each in file.asked)
    assert (
        f"content-length: {len(server.bodies[0])}" in server.heads[0].decode().lower()
    )


@both
@pytest.mark.parametrize("operation", [PUT, FORM], ids=["octets", "form"])
def test_a_path_in_pieces(
    operation: Any, is_async: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path is opened when it is sent, read in pieces, and closed."""
    made: list[Counted] = []

    def opened(file: Path, mode: str) -> Counted:
        assert mode == "rb"
        made.append(Counted(file.read_bytes()))
        return made[-1]

    content = CONTENT * 10_000
    file = path(tmp_path, content)
    monkeypatch.setattr(files, "open", opened, raising=False)
    given = (file,) if operation is PUT else (("a.txt", file, "text/x"), "n")
    with serving(AGAIN, DONE) as server:
        use(server, is_async, send(operation, *given), max_retries=1)
    assert all(content in each for each in server.bodies)
    assert [each.closed for each in made] == [True, True]
    assert all(0 < size <= PIECE for each in made for size in each.asked)


@both
def test_no_such_file(is_async: bool, tmp_path: Path) -> None:
    """It is an error of the family, before anything is sent."""
    missing = tmp_path / "none"
    for operation, given in ((PUT, (missing,)), (FORM, (missing, "n"))):
        error = pytest.raises(InvalidRequestError, match="cannot be read")
        with serving(DONE) as server, error:
            use(server, is_async, send(operation, *given))
        assert server.heads == []


@both
def test_parts(is_async: bool, tmp_path: Path) -> None:
    """Names and types of files: their own, or as they are given."""
    file = path(tmp_path)
    files = [file, ("a.txt", file), ("b", CONTENT, "image/x"), CONTENT]
    with serving(DONE) as server:
        use(server, is_async, send(FORM, files, {"a": 1}))
    body = server.bodies[0]
    assert body.count(CONTENT) == 4
    for said in (
        b'name="file"; filename="bytes.bin"\r\ncontent-type: application/octet-stream',
        b'name="file"; filename="a.txt"\r\ncontent-type: text/plain',
        b'name="file"; filename="b"\r\ncontent-type: image/x',
        b'name="note"\r\ncontent-type: application/json\r\n\r\n{"a":1}\r\n',
    ):
        assert said.lower() in body.lower(), said


@both
@pytest.mark.parametrize("lazy", [False, True])
def test_json_lines(lazy: bool, is_async: bool) -> None:
    """One item a line; an iterator's are made as they are sent."""
    rows = [Row(id=1), {"id": 2, "text": "a\nb"}, None]
    given: Any = iter(rows) if lazy else rows
    with serving(DONE) as server:
        use(server, is_async, send(LINES, given))
    lines = server.bodies[0].split(b"\n")
    assert [json.loads(line) for line in lines[:-1]] == [
        {"id": 1},
        {"id": 2, "text": "a\nb"},
        None,
    ]
    assert b"content-type: application/x-ndjson" in server.heads[0].lower()


def test_async_json_lines() -> None:
    """So it is with what an async iterator gives, and with one item alone."""

    async def rows() -> AsyncIterator[Row]:
        yield Row(id=1)
        yield Row(id=2)

    with serving(DONE) as server:
        use(server, True, send(LINES, rows()))
        use(server, True, send(LINES, Row(id=3)))
    assert server.bodies == [b'{"id":1}\n{"id":2}\n', b'{"id":3}\n']


@both
def test_merge_patch(is_async: bool) -> None:
    """Null removes, what is absent stays (RFC 7396)."""

    class Patch(Model):
        name: str | None = None
        age: int | None = None

    media_type = "application/merge-patch+json"
    patch: Operation[None] = Operation(
        method="PATCH", path="/pets", body=Json(media_type=media_type)
    )
    with serving(DONE) as server:
        for given in (Patch(name=None), Patch(age=3), Patch()):
            use(server, is_async, send(patch, given))
    assert server.bodies == [b'{"name":null}', b'{"age":3}', b"{}"]
    assert media_type.encode() in server.heads[0]
