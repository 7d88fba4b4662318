"""What an earlier run made of the same, so that it is not made again.

What a target's last run used is a file of texts and those of all else (`kept.py`). Each
is a line that says what made it and what the rest must sum up to, then the rest. It is
read whole and put in place whole, so that runs at once do each other no harm; one that
is not as it was written counts as none. See
docs/decisions/0014-texts-are-kept-by-hash.md.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import field
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zlib import crc32

from .records import dataclass

VARIABLE = "SDKWRIGHT_CACHE"
FORMAT = 1
# Files of ours: the folder may be one that others use, too.
_PREFIX, _TEXTS = "sdkwright-", ".texts"
# More than this the folder does not hold: the targets used last stay.
LARGEST = 100_000_000


@dataclass(slots=True, kw_only=True)
class Cache:
    """The texts of one target, by the hash of all that each was made from.

    `place` is the file; `makers` tells what made them apart from that: versions, and
    templates. What other makers made is not used.
    """

    place: Path
    makers: str
    known: dict[str, str] = field(default_factory=dict[str, str])
    used: dict[str, str] = field(default_factory=dict[str, str])

    def get(self, key: str) -> str | None:
        """The text of a key, where it is known."""
        text = self.known.get(key)
        if text is not None:
            self.used[key] = text
        return text

    def put(self, key: str, text: str) -> None:
        """Keep a text for the next run."""
        self.used[key] = text

    def save(self) -> None:
        """Keep what this run used and nothing else; nothing where the disk refuses."""
        if self.used.keys() != self.known.keys():
            self._write(self.place, json.dumps(self.used).encode())
            return
        with suppress(OSError):
            os.utime(self.place)

    def rest(self, kind: str) -> bytes | None:
        """What else of a kind the last run kept, as it was given, if there is any."""
        return _read(self.place.with_suffix(kind), self.makers)

    def save_rest(self, kind: str, body: bytes) -> None:
        """Keep more of some kind for the next run; nothing where the disk refuses."""
        self._write(self.place.with_suffix(kind), body)

    def _write(self, place: Path, body: bytes) -> None:
        with suppress(OSError):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            own = place.with_name(f"{place.name}-{os.getpid()}")
            with own.open("wb") as file:
                file.write(_head(self.makers, body))
                file.write(body)
            os.replace(own, place)
            _make_room(place.parent)


def open_cache(output: Path, makers: Iterable[str]) -> Cache | None:
    """What the last run of an output folder kept; None where nothing is to be kept.

    The folder of all caches is the platform's, or what `SDKWRIGHT_CACHE` says: an
    empty one is for none.
    """
    folder = _folder()
    if folder is None:
        return None
    place = folder / f"{_PREFIX}{key_of(str(output.resolve()))}{_TEXTS}"
    cache = Cache(place=place, makers=key_of(str(FORMAT), *makers))
    body = _read(place, cache.makers)
    if body is not None:
        cache.known.update(json.loads(body))
    return cache


def _read(place: Path, makers: str) -> bytes | None:
    with suppress(OSError):
        with place.open("rb") as file:
            head, body = file.readline(), file.read()
        if head == _head(makers, body):
            return body
    return None


def key_of(*parts: str) -> str:
    """A hash of several texts, each of them whole."""
    return blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def spelled(view: object) -> str:
    """A view as JSON, its class and all its fields: what is alike is spelled alike."""
    return json.dumps(view, default=_fields)


def _fields(value: Any) -> list[Any]:
    names = value.__dataclass_fields__
    return [type(value).__name__, *(getattr(value, name) for name in names)]


def _folder() -> Path | None:
    told = os.environ.get(VARIABLE)
    if told is not None:
        return Path(told) if told else None
    from platformdirs import user_cache_path

    return user_cache_path("sdkwright", appauthor=False)


def _head(makers: str, body: bytes) -> bytes:
    return f"{makers} {len(body)} {crc32(body)}\n".encode()


def _make_room(folder: Path) -> None:
    """Remove what was used longest ago, of other targets, and what was left behind."""
    files = [(path, path.stat()) for path in folder.glob(f"{_PREFIX}*")]
    files.sort(key=lambda each: each[1].st_mtime, reverse=True)
    total = 0
    for path, known in files:
        total += known.st_size
        if total > LARGEST:
            path.unlink(missing_ok=True)
