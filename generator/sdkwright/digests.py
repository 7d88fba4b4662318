"""What a file is known by: SHA-256 of its content.

A checkout of git on Windows ends lines with CR LF where the repository has LF. The file
is the same one there, so that such an end counts as a line feed.
"""

from __future__ import annotations

import hashlib

_CHUNK = 1 << 18


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal, of the content with line feeds."""
    return hashlib.sha256(with_line_feeds(data)).hexdigest()


def with_line_feeds(data: bytes) -> bytes:
    """The content as the repository has it."""
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


class FileDigests:
    """Digests of several files, read through one buffer: a new one would be cleared."""

    def __init__(self) -> None:
        self._bytes = bytearray(_CHUNK)
        self._view = memoryview(self._bytes)

    def of(self, path: str) -> str:
        """The digest of a file, with line feeds; raises `OSError`."""
        known = hashlib.sha256()
        with open(path, "rb", buffering=0) as file:
            while count := file.readinto(self._view):
                if self._bytes.find(b"\r", 0, count) >= 0:
                    file.seek(0)
                    return digest(file.readall())
                known.update(self._view[:count])
        return known.hexdigest()
