"""Signatures of what an API sends of its own accord: HMAC with a shared secret."""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Iterable, Iterator, Mapping

from .errors import SdkError
from .records import dataclass

_PLACES = re.compile(r"\{([^{}]+)\}")


class SignatureError(SdkError):
    """What was sent is not signed as it should be: do not believe it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HmacSignature:
    """How a payload is signed.

    `header` has a signature, or several between `separator`s; each stands after
    `prefix`, in hexadecimal or base64. When it was signed stands in the header
    `timestamp`, or beside the signatures after `timestamp_prefix`. `signed` is what
    the signature is of: `{body}`, `{timestamp}`, and headers by their name. A secret
    is a text, or base64 as in Standard Webhooks, which begin it with `whsec_`.
    """

    header: str
    separator: str = ""
    prefix: str = ""
    algorithm: str = "sha256"
    encoding: str = "hex"
    timestamp: str = ""
    timestamp_prefix: str = ""
    signed: str = "{body}"
    secret: str = "text"

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
        given = self._given(_header(headers, self.header))
        values = {"body": payload.encode() if isinstance(payload, str) else payload}
        if self.timestamp or self.timestamp_prefix:
            sent = self._sent(headers, given)
            _check_time(sent, tolerance)
            values["timestamp"] = sent.encode()
        content = b"".join(self._content(values, headers))
        digest = getattr(hashlib, self.algorithm)
        _check(
            [each for each in given if each.startswith(self.prefix)],
            [
                self._written(hmac.digest(self._key(each), content, digest))
                for each in _several(secret)
            ],
        )

    def _given(self, value: str) -> list[str]:
        parts = value.split(self.separator) if self.separator else [value]
        return [each.strip() for each in parts]

    def _sent(self, headers: Mapping[str, str], given: list[str]) -> str:
        """When it was signed: the first counts, where somebody has added another."""
        if self.timestamp:
            return _header(headers, self.timestamp)
        for each in given:
            if each.startswith(self.timestamp_prefix):
                return each.removeprefix(self.timestamp_prefix)
        raise SignatureError(f"there is no {self.timestamp_prefix} in {self.header}")

    def _content(
        self, values: Mapping[str, bytes], headers: Mapping[str, str]
    ) -> Iterator[bytes]:
        """What is signed, in pieces: text and places in turn."""
        for number, piece in enumerate(_PLACES.split(self.signed)):
            if number % 2 == 0:
                yield piece.encode()
            elif piece in values:
                yield values[piece]
            else:
                yield _header(headers, piece).encode()

    def _key(self, secret: str) -> bytes:
        if self.secret == "text":
            return secret.encode()
        try:
            key = b64decode(secret.removeprefix("whsec_"), validate=True)
        except (NoBase64, ValueError):
            key = b""
        if not key:
            raise SignatureError("the secret is no base64")
        return key

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
