"""Signatures of what an API sends of its own accord: HMAC with a shared secret."""

from __future__ import annotations

import hashlib
import hmac
import time
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .errors import SdkError


class SignatureError(SdkError):
    """What was sent is not signed as it should be: do not believe it."""


@dataclass(frozen=True, slots=True)
class StandardWebhooks:
    """The scheme of standardwebhooks.com; `prefix` begins the names of its headers."""

    prefix: str = "webhook"

    def verify(
        self,
        payload: bytes | str,
        headers: Mapping[str, str],
        *,
        secret: str | tuple[str, ...],
        tolerance: float,
    ) -> None:
        """Check a payload. Of several secrets one has to fit.

        Raises:
            SignatureError: None does, or it is older or newer than the tolerance.
        """
        message = _header(headers, f"{self.prefix}-id")
        sent = _header(headers, f"{self.prefix}-timestamp")
        given = _header(headers, f"{self.prefix}-signature").split()
        _check_time(sent, tolerance)
        content = f"{message}.{sent}.".encode() + _bytes(payload)
        wanted = [
            b"v1," + b64encode(hmac.digest(_standard_key(each), content, "sha256"))
            for each in _several(secret)
        ]
        _check(given, wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class HmacHeader:
    """A signature in one header, after a prefix, in hexadecimal or base64.

    Where a header has a `timestamp`, it is signed as well: `timestamp.payload`.
    """

    header: str
    algorithm: str = "sha256"
    encoding: str = "hex"
    prefix: str = ""
    timestamp: str | None = None

    def verify(
        self,
        payload: bytes | str,
        headers: Mapping[str, str],
        *,
        secret: str | tuple[str, ...],
        tolerance: float = 0,
    ) -> None:
        """Check a payload. Of several secrets one has to fit.

        Raises:
            SignatureError: None does, or it is older or newer than the tolerance.
        """
        given = _header(headers, self.header)
        content = _bytes(payload)
        if self.timestamp is not None:
            sent = _header(headers, self.timestamp)
            _check_time(sent, tolerance)
            content = f"{sent}.".encode() + content
        digest = getattr(hashlib, self.algorithm)
        signed = (
            hmac.digest(each.encode(), content, digest) for each in _several(secret)
        )
        _check([given.strip()], [self._written(each) for each in signed])

    def _written(self, signature: bytes) -> bytes:
        if self.encoding == "base64":
            return self.prefix.encode() + b64encode(signature)
        return f"{self.prefix}{signature.hex()}".encode()


def _check(given: Iterable[str], wanted: list[bytes]) -> None:
    """Compare each with each, so that the time it takes tells nothing."""
    fitting = 0
    for signature in given:
        for each in wanted:
            fitting += hmac.compare_digest(signature.encode(), each)
    if not fitting:
        raise SignatureError("the signature does not fit")


def _check_time(sent: str, tolerance: float) -> None:
    if not (sent.isascii() and sent.isdigit()) or len(sent) > 15:
        raise SignatureError("the timestamp is no number of seconds")
    if abs(time.time() - int(sent)) > tolerance:
        raise SignatureError("the timestamp is too old, or too new")


def _header(headers: Mapping[str, str], name: str) -> str:
    """A header, whatever the case of its name."""
    for each, value in headers.items():
        if each.lower() == name.lower():
            return value
    raise SignatureError(f"there is no header {name}")


def _several(secret: str | tuple[str, ...]) -> tuple[str, ...]:
    """The secrets; an empty one would let anybody sign."""
    several = (secret,) if isinstance(secret, str) else secret
    if not several or "" in several:
        raise SignatureError("there is no secret to check with")
    return several


def _standard_key(secret: str) -> bytes:
    """The key in a secret, which is base64 after `whsec_`."""
    try:
        key = b64decode(secret.removeprefix("whsec_"), validate=True)
    except (NoBase64, ValueError):
        key = b""
    if not key:
        raise SignatureError("the secret is no base64")
    return key


def _bytes(payload: bytes | str) -> bytes:
    return payload.encode() if isinstance(payload, str) else payload
