"""An operation and the values of a call → a request that can be sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from urllib.parse import urljoin, urlsplit

from .api import Api
from .auth import Credential, sign
from .body import Content, make_body
from .operation import Operation, StreamOperation
from .styles import cookie, header, path, query

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
_PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")
_NOTHING = Content()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a client was made with. Credentials are never shown.

    `own_servers`: an operation that has a server of its own is called there.
    """

    api: Api
    base_url: str
    own_servers: bool
    credentials: Mapping[str, Credential] = field(repr=False)
    timeout: float | None
    max_retries: int
    strict: bool
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A request. `secrets` are the headers that only its own origin may see."""

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: Content = field(default=_NOTHING, repr=False)
    secrets: frozenset[str] = frozenset()
    streams: bool = False

    @property
    def call(self) -> str:
        """What messages call it: no query, as a key may be in it."""
        return f"{self.method} {self.url.partition('?')[0]}"

    @property
    def repeatable(self) -> bool:
        """Whether sending it twice does no more than sending it once."""
        named = any(name.lower() == "idempotency-key" for name in self.headers)
        return self.body.replayable and (self.method in _IDEMPOTENT or named)


def prepare(
    operation: Operation[object], values: tuple[object, ...], settings: Settings
) -> Prepared:
    """The request of a call; `values` as the operation lists its arguments."""
    rest = list(values)

    def take(count: int) -> list[object]:
        taken, rest[:count] = rest[:count], []
        return taken

    path_params = operation.path_params or placeholders(operation.path)
    filled = path(operation.path, path_params, take(len(path_params)))
    pairs: list[str] = []
    for param, value in zip(operation.query, take(len(operation.query)), strict=True):
        if value is not None:
            pairs += query(param, value)
    headers = {"User-Agent": settings.api.user_agent, **settings.headers}
    for param, value in zip(operation.header, take(len(operation.header)), strict=True):
        if value is not None:
            name, written = header(param, value)
            headers[name] = written
    cookies = [
        cookie(param, value)
        for param, value in zip(
            operation.cookie, take(len(operation.cookie)), strict=True
        )
        if value is not None
    ]
    streams = wants_stream(operation, tuple(rest))
    body = (
        make_body(operation.body, tuple(rest)) if operation.body is not None else None
    )
    headers.setdefault("Accept", _accept(operation, streams))
    if body is not None and body.media_type is not None:
        headers["Content-Type"] = body.media_type
    security = settings.api.security if operation.auth is None else operation.auth
    signed = sign(security, settings.api.schemes, settings.credentials)
    headers |= signed.headers
    if cookies or signed.cookies:
        headers["Cookie"] = "; ".join((*cookies, *signed.cookies))
    own = operation.server if settings.own_servers else None
    url = (own or settings.base_url) + filled
    pairs += signed.query
    return Prepared(
        method=operation.method,
        url=f"{url}{'&' if '?' in url else '?'}{'&'.join(pairs)}" if pairs else url,
        headers=headers,
        body=body or _NOTHING,
        secrets=frozenset({*signed.headers, "Cookie"}),
        streams=streams,
    )


@cache
def placeholders(template: str) -> tuple[str, ...]:
    """The names in braces in a path, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(template)))


def wants_stream(operation: Operation[object], values: tuple[object, ...]) -> bool:
    """Whether a call asks for items as they come; `values` are those of the body."""
    if not isinstance(operation, StreamOperation):
        return False
    if operation.flag is None or operation.body is None:
        return True
    return values[operation.body.names.index(operation.flag)] is True


def redirected(prepared: Prepared, status: int, location: str) -> Prepared | None:
    """The request that follows a redirect (RFC 9110, 15.4); None where none may.

    Credentials stay with the origin that they were meant for.
    """
    url = urljoin(prepared.url, location)
    if urlsplit(url).scheme not in ("http", "https"):
        return None
    headers = dict(prepared.headers)
    if _origin(url) != _origin(prepared.url):
        headers = {
            name: value
            for name, value in headers.items()
            if name not in prepared.secrets
        }
    if status in (307, 308) or prepared.method in ("GET", "HEAD"):
        if not prepared.body.replayable:
            return None
        return replace(prepared, url=url, headers=headers)
    if status == 303:
        headers.pop("Content-Type", None)
        return replace(prepared, method="GET", url=url, headers=headers, body=_NOTHING)
    return None


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or usual


def _accept(operation: Operation[object], streams: bool) -> str:
    if streams and isinstance(operation, StreamOperation):
        return operation.media_type
    if operation.returns is not None:
        return "application/json"
    several = dict.fromkeys(
        answer.media_type for answer in operation.answers if answer.media_type
    )
    return ", ".join(several) or "*/*"
